/** How often each fault and each point really came up: a simulation that never loses an answer proves nothing. */
export class Coverage {
  readonly counts = new Map<string, number>()

  count(what: string, times = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times)
  }

  add(other: Coverage): void {
    for (const [what, times] of other.counts) this.count(what, times)
  }
}
