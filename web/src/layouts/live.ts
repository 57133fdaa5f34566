import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState } from 'react'
import { files } from '../routing/paths.ts'

/** Several entries of one moment lead to one refresh. */
const gatherMs = 150
/** Without the stream the page looks by itself this often: slow enough for the server, soon enough for a reader. */
const pollMs = 15_000

const changing = [
  'activities',
  'overview',
  'invoices',
  'customers',
  'connection',
  'messages',
  'payments',
  'share-link',
] as const

const liveContext = createContext(true)
export const LiveProvider = liveContext.Provider

/** Whether the page hears of news by itself right now. */
export function useLive(): boolean {
  return useContext(liveContext)
}

/**
 * Listens to the stream of activities and refreshes what they change. The stream only says that
 * something happened; what it was is read again, so that filter, search and language stay right and
 * nothing is missed after a lost connection. A hidden tab does not listen: browsers allow six
 * connections to one host, and a reader with many tabs would block them all.
 * @returns whether the stream is open
 */
export function useActivityStream(): boolean {
  const queryClient = useQueryClient()
  const [open, setOpen] = useState(true)

  useEffect(() => {
    let source: EventSource | undefined
    let gathering: ReturnType<typeof setTimeout> | undefined

    const refresh = () => {
      clearTimeout(gathering)
      gathering = setTimeout(() => {
        for (const key of changing) void queryClient.invalidateQueries({ queryKey: [key] })
      }, gatherMs)
    }
    const listen = () => {
      if (source || document.hidden) return
      source = new EventSource(files.activityStream())
      source.addEventListener('activity', refresh)
      source.onopen = () => {
        setOpen(true)
        // The stream tells nothing that happened before it opened: neither in a gap, nor since the page was read.
        refresh()
      }
      source.onerror = () => setOpen(false)
    }
    const followVisibility = () => {
      if (document.hidden) {
        source?.close()
        source = undefined
      } else if (!source || source.readyState === EventSource.CLOSED) {
        source = undefined
        listen()
        refresh()
      }
    }

    listen()
    document.addEventListener('visibilitychange', followVisibility)
    const poll = setInterval(() => {
      if (document.hidden || source?.readyState === EventSource.OPEN) return
      if (source?.readyState === EventSource.CLOSED) {
        source = undefined
        listen()
      }
      refresh()
    }, pollMs)

    return () => {
      source?.close()
      clearInterval(poll)
      clearTimeout(gathering)
      document.removeEventListener('visibilitychange', followVisibility)
    }
  }, [queryClient])

  return open
}
