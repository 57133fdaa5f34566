import type { Instant } from '../src/ports/clock.ts'

type Event = { readonly at: Instant; readonly order: number; readonly act: () => void }

/**
 * More turns of promises than the engine takes from one event to its next wait. Fewer would not be wrong: what is
 * left would go on at the next event, and the same way every time.
 */
const TURNS = 24

/**
 * Time that passes only from event to event. After an event that settled a promise everything that waited for it
 * goes on before the next event, so that the order is the same every time.
 */
export class Timeline {
  now: Instant
  events = 0
  /** Set by whoever settles a promise of the engine. */
  stirred = false
  isOver = false
  #order = 0
  readonly #heap: Event[] = []

  constructor(start: Instant) {
    this.now = start
  }

  after(milliseconds: number, act: () => void): void {
    this.#push({ at: this.now + Math.max(0, milliseconds), order: this.#order++, act })
  }

  /** Runs until it is over, nothing is left, or `until` has come. */
  async run(until: Instant): Promise<void> {
    await turns(TURNS)
    while (!this.isOver) {
      const event = this.#heap[0]
      if (event === undefined || event.at > until) return
      this.#pop()
      this.now = event.at
      this.events += 1
      event.act()
      if (!this.stirred) continue
      this.stirred = false
      await turns(TURNS)
    }
  }

  #push(event: Event): void {
    const heap = this.#heap
    let index = heap.push(event) - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (!isBefore(event, at(heap, parent))) break
      heap[index] = at(heap, parent)
      index = parent
    }
    heap[index] = event
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isBefore(at(heap, child + 1), at(heap, child))) child += 1
      if (!isBefore(at(heap, child), last)) break
      heap[index] = at(heap, child)
      index = child
    }
    heap[index] = last
  }
}

function at(heap: readonly Event[], index: number): Event {
  const event = heap[index]
  if (event === undefined) throw new RangeError('No such event.')
  return event
}

function isBefore(left: Event, right: Event): boolean {
  return left.at < right.at || (left.at === right.at && left.order < right.order)
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await null
}
