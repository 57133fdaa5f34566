import { useEffect, useRef, useState } from 'react'
import type { Activity } from './queries.ts'

/** A new entry keeps its yellow edge long enough to be noticed from the corner of an eye. */
const freshMs = 10_000

/**
 * The entries that came in while the log was being read.
 * @param view what the list shows; another view starts afresh
 */
export function useFreshIds(items: readonly Activity[] | undefined, view: string): ReadonlySet<string> {
  const seen = useRef<{ view: string; ids: Set<string> } | undefined>(undefined)
  const timers = useRef<ReturnType<typeof setTimeout>[]>([])
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => () => timers.current.forEach(clearTimeout), [])

  useEffect(() => {
    if (!items) return
    const before = seen.current?.view === view ? seen.current.ids : undefined
    seen.current = { view, ids: new Set(items.map((item) => item.id)) }
    if (!before) return
    const newest = newestKnown(items, before)
    const came = items.slice(0, newest).map((item) => item.id)
    if (came.length === 0) return
    setFresh((current) => new Set([...current, ...came]))
    const timer = setTimeout(() => {
      setFresh((current) => new Set([...current].filter((id) => !came.includes(id))))
    }, freshMs)
    timers.current.push(timer)
  }, [items, view])

  return fresh
}

/** Where the known entries begin; what stands before them is new, a further page below is not. */
function newestKnown(items: readonly Activity[], known: ReadonlySet<string>): number {
  const place = items.findIndex((item) => known.has(item.id))
  return place === -1 ? items.length : place
}
