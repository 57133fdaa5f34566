import {
  type ExchangeResult,
  executeTogether,
  finishExchangeStatement,
  insertExchangesStatement,
  type Statement,
  type Transaction,
} from '@stella/database'
import type { Exchange } from '../ports/books.ts'
import type { Commit } from '../ports/store.ts'

/**
 * What a decision writes of what was said: the call that is about to be made, the end of the one that was
 * announced, and the others. The last call of the announced operation is the one that was meant; before it a session
 * may have failed.
 */
export function exchangeStatements(tx: Transaction, commit: Commit): Statement[] {
  const { finishes, intent } = commit
  const about = {
    books_id: commit.booksId,
    booking_id: commit.about?.bookingId ?? null,
    relation_id: commit.about?.relationId ?? null,
  }
  const others = [...(commit.exchanges ?? [])]
  const last = others.findLastIndex((exchange) => exchange.operation === finishes?.operation)
  const [meant] = last < 0 ? [] : others.splice(last, 1)
  const begun =
    intent === undefined
      ? []
      : [
          {
            id: intent.exchangeId,
            operation: intent.operation,
            started_at: new Date(intent.startedAt),
            ...about,
          },
        ]
  const ended = others.map((exchange) => ({
    operation: exchange.operation,
    started_at: new Date(exchange.startedAt),
    ...resultOf(exchange),
    ...about,
  }))
  const inserted = [...begun, ...ended]
  const notSent = { finished_at: new Date(commit.at), outcome: 'not_sent' }
  return [
    ...(finishes === undefined
      ? []
      : [finishExchangeStatement(tx, finishes.exchangeId, meant === undefined ? notSent : resultOf(meant))]),
    ...(inserted.length === 0 ? [] : [insertExchangesStatement(tx, inserted)]),
  ]
}

/** Writes down what was said that belongs to no booking and no relation: what somebody had read. */
export async function keepExchanges(
  tx: Transaction,
  said: Pick<Commit, 'at' | 'booksId' | 'exchanges'>,
): Promise<void> {
  await executeTogether(tx, { statements: exchangeStatements(tx, { ...said, about: {} }), required: 0 })
}

function resultOf(exchange: Exchange): ExchangeResult {
  return {
    finished_at: new Date(exchange.finishedAt),
    outcome: exchange.outcome,
    code: exchange.code,
    http_status: exchange.httpStatus,
    request: exchange.request,
    response: exchange.response,
  }
}
