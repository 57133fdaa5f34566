import type { Exchange, JournalFilter } from '../handle/journal.ts'

export interface Journal {
  /** Takes an exchange in when its request is there. The object may be filled further until it has ended. */
  open(exchange: Omit<Exchange, 'number'>): Exchange
  list(filter?: JournalFilter): Exchange[]
  find(number: number): Exchange | undefined
  clear(): void
}

/** The last exchanges, in memory only. */
export function createJournal(size: number): Journal {
  let kept: Exchange[] = []
  let last = 0
  return {
    open(exchange) {
      const entry: Exchange = { ...exchange, number: ++last }
      kept.push(entry)
      if (kept.length > size * 1.25) kept = kept.slice(-size)
      return entry
    },
    list(filter = {}) {
      const { operation, administration, after = 0, limit = size } = filter
      return kept
        .slice(-size)
        .filter((entry) => entry.number > after)
        .filter((entry) => operation === undefined || entry.operation === operation)
        .filter((entry) => administration === undefined || entry.administration === administration)
        .slice(-limit)
        .map((entry) => ({ ...entry, faults: [...entry.faults] }))
    },
    find: (number) => kept.find((entry) => entry.number === number),
    clear() {
      kept = []
      last = 0
    },
  }
}
