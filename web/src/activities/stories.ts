import type { Activity } from './queries.ts'

/** One thing as it went on, or what one cause did to several. */
export type Story = {
  /** Of the thing, so that a story that goes on stays the same one. */
  readonly key: string
  readonly newest: Activity
  /** What came before it of the same thing, the newest first. */
  readonly earlier: readonly Activity[]
  /** The same of other things. */
  readonly others: readonly Story[]
}

/** Two beside each other are read as fast as their number. */
const fewestTogether = 3

/**
 * The entries of a day as stories: what happened to one thing is told once, where its newest entry stands, and so is what
 * failed or waits for one reason. What needs somebody stands in sight, whatever came after it.
 */
export function storiesOf(entries: readonly Activity[]): Story[] {
  return together(threadsOf(entries))
}

/** The same thing has one story; an entry that is not about one thing has its own. */
function threadsOf(entries: readonly Activity[]): Story[] {
  const threads: { key: string; newest: Activity; earlier: Activity[] }[] = []
  const known = new Map<string, (typeof threads)[number]>()
  const saidOf = new Set<string>()
  for (const entry of entries) {
    const key = thingOf(entry)
    const thread = key === null ? undefined : known.get(key)
    const isLast = !saidOf.has(subjectOf(entry))
    saidOf.add(subjectOf(entry))
    if (thread !== undefined && !needsSomebody(entry, isLast)) {
      thread.earlier.push(entry)
      continue
    }
    const begun = { key: thread === undefined ? (key ?? entry.id) : entry.id, newest: entry, earlier: [] }
    threads.push(begun)
    if (key !== null && thread === undefined) known.set(key, begun)
  }
  return threads.map((thread) => ({ ...thread, others: [] }))
}

/** What failed or waits for the same reason is told once. */
function together(threads: readonly Story[]): Story[] {
  const groups = Map.groupBy(threads, ({ newest }) => reasonOf(newest))
  const told = new Set<Story>()
  return threads.flatMap((thread) => {
    if (told.has(thread)) return []
    const group = groups.get(reasonOf(thread.newest)) ?? [thread]
    if (group.length < fewestTogether) return [thread]
    for (const one of group) told.add(one)
    return [{ ...thread, others: group.slice(1) }]
  })
}

/** An invoice with its mails and its payment, a customer with its relation, an import, a case. */
function thingOf({ subject: { id, type } }: Activity): string | null {
  return id === null || type === 'connection' || type === 'organization' || type === 'export' ? null : id
}

function subjectOf({ subject: { id, type } }: Activity): string {
  return `${type} ${id}`
}

/** Whether it fails still, or waits and nothing was said of it since. */
function needsSomebody({ outcome, superseded }: Activity, isLast: boolean): boolean {
  return (outcome === 'failure' && !superseded) || (outcome === 'waiting' && isLast)
}

/** What makes two entries the same story; an entry without a reason is a story of its own. */
function reasonOf({ detail, id, kind, outcome, superseded }: Activity): string {
  const isTogether = (outcome === 'failure' || outcome === 'waiting') && detail !== ''
  return isTogether ? JSON.stringify([kind, outcome, superseded, detail]) : id
}
