import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LoadFailure } from './Empty.tsx'
import { ListSkeleton } from './ListSkeleton.tsx'
import { MoreButton } from './MoreButton.tsx'

type PagedListProps<Item> = {
  query: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>
  /** The sentence when it could not be fetched. */
  unavailable: string
  /** What stands there when there is nothing to list. */
  none: ReactNode
  children: (items: Item[]) => ReactNode
}

/** A list that comes a page at a time, or what stands in its place. */
export function PagedList<Item>({ query, unavailable, none, children }: PagedListProps<Item>) {
  if (query.isPending) return <ListSkeleton />
  if (query.isError) return <LoadFailure title={unavailable} onRetry={() => void query.refetch()} />
  const items = query.data.pages.flatMap((page) => page.items)
  return (
    <>
      {items.length > 0 ? children(items) : none}
      <MoreButton
        shown={query.hasNextPage}
        busy={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
    </>
  )
}
