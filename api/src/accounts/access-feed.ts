import { type AccessChange, type Database, watchAccess } from '@stella/database'
import type { Callers } from '../http/caller.ts'

/** Tells what is open that somebody's way in changed, so that it looks at once whether its reader still may. */
export type AccessFeed = {
  subscribe(onChange: () => void): () => void
  close(): Promise<void>
}

/**
 * Has a change of anybody's access forgotten in this process at once, wherever it was made: in another process, by a
 * command, or by hand in the database.
 *
 * @param database role `stella_app`; the connection is one of its own, beside the pool
 */
export function openAccessFeed(database: Database, callers: Callers): AccessFeed {
  const subscribers = new Set<() => void>()
  const tell = () => {
    for (const onChange of subscribers) onChange()
  }
  const forget: Record<AccessChange['kind'], (id: string) => void> = {
    person: callers.forgetPerson,
    program: callers.forgetProgram,
    organization: callers.forgetOrganization,
  }
  callers.trust(false)
  const watch = watchAccess(database, {
    onChange: ({ kind, id }) => {
      forget[kind](id)
      tell()
    },
    onHearing: (hears) => {
      callers.trust(hears)
      if (hears) tell()
    },
  })
  return {
    subscribe: (onChange) => {
      subscribers.add(onChange)
      return () => subscribers.delete(onChange)
    },
    close: () => watch.close(),
  }
}
