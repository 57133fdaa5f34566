/** How often each fault and each step really happened: a simulation that never loses an answer proves nothing. */
export class Coverage {
  readonly counts = new Map<string, number>()

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1)
  }

  add(other: Coverage): void {
    for (const [what, times] of other.counts) this.counts.set(what, (this.counts.get(what) ?? 0) + times)
  }
}
