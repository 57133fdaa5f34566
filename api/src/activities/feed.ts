import { type Database, watchActivities } from '@stella/database'

/** Tells the open pages of an organization that its log grew. */
export type ActivityFeed = {
  /** Calls `onChange` whenever the log of the organization may have grown; returns how to stop. */
  subscribe(organizationId: string, onChange: () => void): () => void
  close(): Promise<void>
}

/**
 * One listening connection serves all pages of this process, however many there are.
 *
 * @param database role `stella_app`; the connection is one of its own, beside the pool
 */
export function openActivityFeed(database: Database): ActivityFeed {
  const subscribers = new Map<string, Set<() => void>>()
  const watch = watchActivities(database, (organizationId) => {
    const told =
      organizationId === null ? [...subscribers.values()] : [subscribers.get(organizationId) ?? new Set()]
    for (const onChanges of told) for (const onChange of onChanges) onChange()
  })
  return {
    subscribe: (organizationId, onChange) => {
      const ofOrganization = subscribers.get(organizationId) ?? new Set()
      subscribers.set(organizationId, ofOrganization.add(onChange))
      return () => {
        ofOrganization.delete(onChange)
        if (ofOrganization.size === 0) subscribers.delete(organizationId)
      }
    },
    close: () => watch.close(),
  }
}
