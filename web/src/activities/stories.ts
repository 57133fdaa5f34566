import type { Activity } from './queries.ts'

/** One entry, or what one cause did to several: as many as are in it, the newest first. */
export type Story = { readonly newest: Activity; readonly others: readonly Activity[] }

/** Two beside each other are read as fast as their number. */
const fewestTogether = 3

/**
 * The entries of a day, in which what failed or waits for the same reason is told once, where the newest of it stands.
 */
export function storiesOf(entries: readonly Activity[]): Story[] {
  const groups = Map.groupBy(entries, reasonOf)
  const told = new Set<Activity>()
  return entries.flatMap((entry) => {
    if (told.has(entry)) return []
    const group = groups.get(reasonOf(entry)) ?? [entry]
    if (group.length < fewestTogether) return [{ newest: entry, others: [] }]
    for (const one of group) told.add(one)
    return [{ newest: entry, others: group.slice(1) }]
  })
}

/** What makes two entries the same story; an entry without a reason is a story of its own. */
function reasonOf({ detail, id, kind, outcome, superseded }: Activity): string {
  const isTogether = (outcome === 'failure' || outcome === 'waiting') && detail !== ''
  return isTogether ? JSON.stringify([kind, outcome, superseded, detail]) : id
}
