/** How long a look-up may be believed: a session or key that is withdrawn elsewhere works this much longer. */
const lifeMs = 30_000

/** Each is a few hundred bytes. */
const maxEntries = 10_000

type Entry<Value> = { value: Value; until: number }

/** Look-ups of sessions and API keys, remembered for half a minute, so that a request costs no query for it. */
export class Remembered<Value> {
  readonly #entries = new Map<string, Entry<Value>>()
  /** Goes up with everything that is withdrawn: what was being looked up meanwhile is not remembered. */
  #withdrawn = 0

  async get(key: string, lookUp: () => Promise<Value | null>): Promise<Value | null> {
    const known = this.#entries.get(key)
    if (known !== undefined && known.until > performance.now()) return known.value
    const before = this.#withdrawn
    const value = await lookUp()
    this.#entries.delete(key)
    if (value !== null && this.#withdrawn === before) this.#put(key, value)
    return value
  }

  delete(key: string): void {
    this.#withdrawn += 1
    this.#entries.delete(key)
  }

  forget(matches: (value: Value) => boolean): void {
    this.#withdrawn += 1
    for (const [key, { value }] of this.#entries) if (matches(value)) this.#entries.delete(key)
  }

  #put(key: string, value: Value): void {
    const [oldest] = this.#entries.keys()
    if (this.#entries.size >= maxEntries && oldest !== undefined) this.#entries.delete(oldest)
    this.#entries.set(key, { value, until: performance.now() + lifeMs })
  }
}
