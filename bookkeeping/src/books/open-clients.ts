import { type Client, createClient, type RedactedExchange } from '@stella/e-boekhouden'
import type { Codes } from '../encryption/seal.ts'
import type { Exchange } from '../ports/books.ts'
import { TOTAL_TIME_OUT_MS } from '../retries/absence.ts'
import { exchangeOf } from './exchange-of.ts'

/** Name under which the service may show who called; at most 15 characters. */
const SOURCE = 'Stella'
const CONNECT_TIME_OUT_MS = 5_000
/**
 * All relations come in one answer, whatever their number, and all articles too: a relation has 43 elements and some
 * 1.6 kB, so this is room for 16,000, where any other answer is bounded to what 500 mutations need.
 */
const WHOLE_LIST = { maxAnswerElements: 700_000, maxAnswerBytes: 32 * 1_024 * 1_024 } as const

export type ServiceOptions = {
  readonly totalTimeoutMs?: number
  /** Hears of every call of every organization, for figures. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined
}

export type Clients = {
  /** What was said since it was emptied; one call is made at a time, so what gathers during a call belongs to it. */
  readonly gathered: Exchange[]
  /** For ordinary answers. */
  open(): Client
  /** For answers that hold a whole list. */
  openForLists(): Client
}

/** Clients of e-Boekhouden.nl at this address, or at its own when none is given, for whoever has these codes. */
export function clientsFor(codes: Codes, url: string | undefined, options: ServiceOptions = {}): Clients {
  const gathered: Exchange[] = []
  const common = {
    url,
    credentials: codes,
    source: SOURCE,
    connectTimeoutMs: CONNECT_TIME_OUT_MS,
    totalTimeoutMs: options.totalTimeoutMs ?? TOTAL_TIME_OUT_MS,
    onExchange: (exchange: RedactedExchange) => {
      const told = exchangeOf(exchange)
      gathered.push(told)
      options.onExchange?.(told)
    },
  }
  return {
    gathered,
    open: () => createClient(common),
    openForLists: () => createClient({ ...common, ...WHOLE_LIST }),
  }
}
