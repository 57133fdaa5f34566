import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { InvoiceSummary } from './queries.ts'

export type Pages = UseInfiniteQueryResult<InfiniteData<{ items: InvoiceSummary[] }>>

/** As many as are chosen at once: more is an archive of a period, and would be mailed for hours. */
export const mostChosen = 1_000

/** Choosing what stands further down too, and whether it is being fetched; null where there is nothing further down. */
export type WholeChoice = { readonly isBusy: boolean; readonly choose: () => void }

/** All that the list has, fetched page by page. */
export function useWholeChoice(pages: Pages, onChosen: (ids: string[]) => void): WholeChoice | null {
  const [isBusy, setBusy] = useState(false)
  if (!pages.hasNextPage && !isBusy) return null
  const fetchAll = async () => {
    setBusy(true)
    try {
      let read = pages as Pages
      while (read.hasNextPage && idsOf(read).length < mostChosen) read = await read.fetchNextPage()
      onChosen(idsOf(read).slice(0, mostChosen))
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, choose: () => void fetchAll() }
}

function idsOf({ data }: Pages): string[] {
  return data?.pages.flatMap(({ items }) => items.map(({ id }) => id)) ?? []
}
