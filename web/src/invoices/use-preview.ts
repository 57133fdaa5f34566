import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReadDraft } from './fields.ts'
import { type Preview, previewQuery } from './queries.ts'

/** A pause this long asks again: totals follow the typing, and the server is not asked at every key. */
const pauseMs = 200

/**
 * Totals and booking of what stands in the form, from the API. The last question wins: an answer to an older
 * one is never shown as if it were of now.
 */
export function usePreview(read: ReadDraft) {
  // Where a number is still to be typed, the totals go on with the rest.
  const readable = read.unreadable.length === read.empty.length
  const [content] = useDebouncedValue(read.content, pauseMs)
  const query = useQuery({ ...previewQuery(content), enabled: readable })
  const waiting = useMemo(
    () => JSON.stringify(content) !== JSON.stringify(read.content),
    [content, read.content],
  )
  return {
    data: query.data,
    /** What is asked about: what stood in the form a moment ago. */
    content,
    isError: query.isError,
    /** What is shown belongs to an earlier moment of typing. */
    isStale: !readable || waiting || query.isPlaceholderData,
    /** No answer about what stands there now is on its way. */
    isSilent: !readable || query.isError,
    /** An answer is on its way, also about the same once more. */
    isFetching: query.isFetching,
    refetch: query.refetch,
  }
}

export type PreviewState = ReturnType<typeof usePreview>

/** What keeps it from being final: of the booking, or of what is still too wrong to have one. */
export function blockersOf(preview: Preview | undefined) {
  return preview?.booking?.blockers ?? preview?.problems ?? []
}
