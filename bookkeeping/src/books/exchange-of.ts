import type { RedactedExchange } from '@stella/e-boekhouden'
import type { Exchange } from '../ports/books.ts'

/** So much of a text is kept. A list of 500 mutations is 300 kB, and its beginning says enough. */
const KEPT_CHARACTERS = 20_000

/** What the client shows of a call, as it is stored. The client has cut out the codes and the session already. */
export function exchangeOf(exchange: RedactedExchange): Exchange {
  const startedAt = exchange.startedAt.getTime()
  return {
    operation: exchange.operation,
    startedAt,
    finishedAt: startedAt + Math.round(exchange.durationMs),
    outcome: exchange.error?.kind ?? 'ok',
    code: exchange.error?.code ?? exchange.error?.reason ?? null,
    httpStatus: exchange.httpStatus,
    request: shorten(exchange.request),
    response: exchange.answer === null ? null : shorten(exchange.answer),
  }
}

function shorten(text: string): string {
  const kept = text.replaceAll('\u0000', '\ufffd')
  if (kept.length <= KEPT_CHARACTERS) return kept
  return `${kept.slice(0, KEPT_CHARACTERS)}… (${kept.length} characters)`
}
