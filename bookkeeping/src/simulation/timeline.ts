import type { Instant } from '../ports/clock.ts'

type Event = { readonly at: Instant; readonly order: number; readonly act: () => void }

/**
 * Time that passes only from event to event. Between two of them everything that can go on does: promises that
 * settled run to the end before the next event, so that the order is the same every time.
 */
export class Timeline {
  now: Instant
  events = 0
  #order = 0
  readonly #heap: Event[] = []

  constructor(start: Instant) {
    this.now = start
  }

  after(milliseconds: number, act: () => void): void {
    this.#push({ at: this.now + Math.max(0, milliseconds), order: this.#order++, act })
  }

  /** Runs until `isOver` says so, nothing is left, or `until` has come. */
  async run(until: Instant, isOver: () => boolean): Promise<void> {
    await settled()
    for (;;) {
      const event = this.#heap[0]
      if (event === undefined || event.at > until || isOver()) return
      this.#pop()
      this.now = event.at
      this.events += 1
      event.act()
      await settled()
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

/** A turn of Node's own loop: every promise that could settle has, when it comes round. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
