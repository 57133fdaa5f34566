/** A fingerprint of everything that happened, in order: equal for equal histories, and for hardly any others. */
export class Trace {
  #low = 0x811c9dc5
  #high = 0x1b873593

  note(time: number, what: string, number = 0): void {
    this.#mix(time >>> 0)
    this.#mix(number)
    for (let index = 0; index < what.length; index += 1) this.#mix(what.charCodeAt(index))
  }

  get hash(): string {
    return [this.#high, this.#low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
  }

  #mix(value: number): void {
    this.#low = Math.imul(this.#low ^ value, 0x01000193)
    this.#high = Math.imul((this.#high ^ value) + 0x27d4eb2f, 0x85ebca6b)
    this.#high ^= this.#high >>> 13
  }
}
