import type { Database } from '../pools/open-database.ts'
import { type ChannelWatch, watchChannel } from '../pools/watch-channel.ts'

/** The channel of the triggers in database/migrations/0034_members.sql. */
const accessChannel = 'stella_access'

/** Whose way in changed: a person, the key of a program, or all of an organization. */
export type AccessChange = { readonly kind: 'person' | 'program' | 'organization'; readonly id: string }

/**
 * Tells at the commit whose way in changed, whoever changed it, and whether it would hear of one right now. Holds one
 * connection of its own.
 */
export function watchAccess(
  database: Pick<Database, 'url'>,
  listener: { onChange: (change: AccessChange) => void; onHearing: (hears: boolean) => void },
): ChannelWatch {
  return watchChannel(database, accessChannel, {
    onMessage: (payload) => {
      const [kind, id] = payload.split(' ')
      if (id !== undefined && (kind === 'person' || kind === 'program' || kind === 'organization'))
        listener.onChange({ kind, id })
    },
    onListening: () => listener.onHearing(true),
    onLost: () => listener.onHearing(false),
  })
}
