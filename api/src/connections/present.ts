import type { BooksQuestion, ConnectionView, KnownBooks } from '@stella/bookkeeping'
import { cents, formatAmount } from '@stella/invoicing'
import { type Language, textsIn } from '@stella/texts'
import type { z } from 'zod'
import { mendingOf } from '../causes/mending.ts'
import { causeSentences } from '../causes/present.ts'
import type * as books from './books-contract.ts'
import { booksName } from './books-name.ts'
import type { Connection } from './contract.ts'

/** The connection of an organization, without its codes; null is none. */
export function presentConnection(
  connection: ConnectionView | null,
  language: Language,
): z.infer<typeof Connection> {
  return {
    state: connection?.state ?? 'none',
    pausedReason: pausedReason(connection?.pausedCause ?? null, language),
    books: connection === null ? null : { name: booksName(connection.books.name, language) },
    username: connection?.usernameHint ?? null,
    activatedAt: connection?.activatedAt.toISOString() ?? null,
    lastTestedAt: connection?.lastTestedAt?.toISOString() ?? null,
    nextTestAt: connection?.nextTestAt?.toISOString() ?? null,
    relationsFrom: connection?.relationsFrom ?? 'draft',
    testProblem: reason(connection?.testCause ?? null, language),
    debtorsAccount: connection?.debtorsAccount ?? null,
    revenueAccount: connection?.revenueAccount ?? null,
  }
}

function pausedReason(cause: string | null, language: Language) {
  const given = reason(cause, language)
  return given && { ...given, mending: mendingOf({ cause }, {}) }
}

function reason(cause: string | null, language: Language) {
  const sentences = causeSentences(cause, language)
  if (cause === null || sentences === null) return null
  const { why, next } = sentences
  const here = Object.entries(textsIn(language).nextAtConnection).find(([code]) => code === cause)?.[1]
  return { code: cause, message: `${why} ${here ?? next}` }
}

/** What there is to decide about codes. */
export function presentQuestion(question: BooksQuestion): z.infer<typeof books.BooksQuestion> {
  const { comparison, current, offered, verdict, warnings } = question
  return {
    verdict,
    warnings: [...warnings],
    facts: comparison,
    current: current === null ? null : { ...knownBooks(current), isLinked: current.isLinked },
    offered: {
      name: offered.name,
      username: offered.usernameHint,
      administrations: [...offered.administrations],
      before: offered.before === null ? null : knownBooks(offered.before),
    },
  }
}

function knownBooks({ id, name, usernameHint, linkedAt, facts }: KnownBooks) {
  const { booked, mark, numbers } = facts
  return {
    id,
    name,
    username: usernameHint,
    linkedAt: linkedAt.toISOString(),
    booked: {
      count: booked.count,
      total: formatAmount(cents(booked.gross)),
      lastAt: booked.lastAt?.toISOString() ?? null,
      firstNumber: numbers?.first ?? null,
      lastNumber: numbers?.last ?? null,
    },
    waiting: {
      count: facts.waitingCount,
      total: formatAmount(cents(facts.waitingGross)),
      invoices: facts.waiting.map(openInvoice),
    },
    unknown: { count: facts.unknownCount, invoices: facts.unknown.map(openInvoice) },
    mark: mark === null ? null : { number: mark.invoiceNumber, mutationNumber: mark.mutationNumber },
  }
}

function openInvoice(invoice: KnownBooks['facts']['waiting'][number]) {
  return {
    id: invoice.invoiceId,
    number: invoice.number,
    customer: invoice.customer,
    total: formatAmount(cents(invoice.gross)),
    state: invoice.state,
    nextAt: invoice.nextAt?.toISOString() ?? null,
    since: invoice.changedAt.toISOString(),
  }
}
