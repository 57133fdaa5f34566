/** How something stood until it was changed; `was` is null before it was there. */
export interface Past<T> {
  id: number
  /** Instant, ISO. */
  until: string
  was: T | null
}

/** Stale reads go back a day at most, so nothing older is kept. */
const keptMs = 86_400_000

export function keepPast<T>(kept: Past<T>[], past: Past<T>): void {
  const oldest = new Date(Date.parse(past.until) - keptMs).toISOString()
  while (kept[0] && kept[0].until < oldest) kept.shift()
  kept.push(past)
}
