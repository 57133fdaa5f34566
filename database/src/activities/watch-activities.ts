import type { Database } from '../pools/open-database.ts'
import { type ChannelWatch, watchChannel } from '../pools/watch-channel.ts'
import { activityChannel } from './announce-activities.ts'

/**
 * Calls `onChange` with an organization's id whenever its log grew, and with null after a lost connection came
 * back, when any log may have. Holds one connection of its own.
 */
export function watchActivities(
  database: Pick<Database, 'url'>,
  onChange: (organizationId: string | null) => void,
): ChannelWatch {
  return watchChannel(database, activityChannel, {
    onMessage: (payload) => onChange(payload === '' ? null : payload),
    onListening: () => onChange(null),
  })
}
