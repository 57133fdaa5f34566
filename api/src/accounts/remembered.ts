/** How long a look-up may be believed, should word of a withdrawal ever be lost. */
const lifeMs = 30_000

/** Each is a few hundred bytes. */
const maxEntries = 10_000

type Entry<Value> = { value: Value; until: number }

/** Look-ups of sessions and API keys, remembered for half a minute, so that a request costs no query for it. */
export class Remembered<Value> {
  readonly #entries = new Map<string, Entry<Value>>()
  /** Goes up with everything that is withdrawn: what was being looked up meanwhile is not remembered. */
  #withdrawn = 0
  #isTrusted = true

  async get(key: string, lookUp: () => Promise<Value | null>): Promise<Value | null> {
    const known = this.#entries.get(key)
    if (this.#isTrusted && known !== undefined && known.until > performance.now()) return known.value
    const before = this.#withdrawn
    const value = await lookUp()
    this.#entries.delete(key)
    if (this.#isTrusted && value !== null && this.#withdrawn === before) this.#put(key, value)
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

  /** Without word of what is withdrawn elsewhere nothing is believed unseen, and nothing from before either. */
  trust(hears: boolean): void {
    this.#isTrusted = hears
    this.forget(() => true)
  }

  #put(key: string, value: Value): void {
    const [oldest] = this.#entries.keys()
    if (this.#entries.size >= maxEntries && oldest !== undefined) this.#entries.delete(oldest)
    this.#entries.set(key, { value, until: performance.now() + lifeMs })
  }
}
