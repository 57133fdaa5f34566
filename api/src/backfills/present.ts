import { type BackfillView, type FoundOne, netOf, type OldInvoice, vatOf } from '@stella/bookkeeping'
import type { BackfillState } from '@stella/database'
import { cents, formatAmount, quarterOf, todayInAmsterdam } from '@stella/invoicing'
import type { Language } from '@stella/texts'
import type { z } from 'zod'
import { causeSentences } from '../causes/present.ts'
import { type Backfill, mostNamed } from './contract.ts'

type Answer = z.infer<typeof Backfill>
type Found = NonNullable<Answer['backfill']>
type Planned = NonNullable<BackfillView['planned']>

/** Old invoices as the API answers them. */
export function presentBackfill(
  view: BackfillView | null,
  { isLinked, language, now }: { isLinked: boolean; language: Language; now: Date },
): Answer {
  const suggestedFrom = quarterOf(todayInAmsterdam(now)).from
  return { isLinked, suggestedFrom, backfill: view && presentView(view, language) }
}

function presentView(
  { backfill, isVoid, planned, progress, warning }: BackfillView,
  language: Language,
): Found {
  const isReading = backfill.state === 'reading'
  return {
    state: isVoid ? 'void' : (backfill.state as BackfillState),
    from: backfill.from_day,
    requestedAt: backfill.requested_at.toISOString(),
    requestedBy: backfill.requested_by,
    readAt: backfill.read_at?.toISOString() ?? null,
    calls: backfill.calls,
    mutationsRead: backfill.mutations_read,
    cause: causeSentences(backfill.cause, language)?.why ?? null,
    nextTryAt: isReading && backfill.cause !== null ? backfill.next_at.toISOString() : null,
    confirmedAt: backfill.confirmed_at?.toISOString() ?? null,
    confirmedBy: backfill.confirmed_by,
    stoppedBy: backfill.state === 'stopped' ? backfill.stopped_by : null,
    endedAt: backfill.ended_at?.toISOString() ?? null,
    warning,
    plan: planned && presentPlan(planned),
    progress,
  }
}

function presentPlan({ customers, plan, revision }: Planned): NonNullable<Found['plan']> {
  return {
    revision,
    relations: {
      sure: customersOf(customers, 'sure'),
      asked: customersOf(customers, 'asked'),
      isNew: customersOf(customers, 'new'),
    },
    book: groupOf(plan.book),
    adopt: foundGroupOf(plan.adopt),
    differing: foundGroupOf(plan.differing),
    ambiguous: groupOf(plan.ambiguous.map(({ invoice }) => invoice)),
    alone: groupOf(plan.alone),
    history: groupOf(plan.history),
  }
}

function customersOf(all: Planned['customers'], kind: 'sure' | 'asked' | 'new') {
  const customers = all.filter(({ match }) => match.kind === kind)
  return { count: customers.length, customers: customers.slice(0, mostNamed).map(presentCustomer) }
}

function presentCustomer({ customer, match }: Planned['customers'][number]) {
  const { address, customerId, email, kvkNumber, name, postalCode, vatNumber } = customer
  const candidates =
    match.kind === 'sure' ? [match.candidate] : match.kind === 'asked' ? match.candidates : []
  return {
    ...{ customerId, name, address, postalCode, email, kvkNumber, vatNumber },
    candidates: candidates.map(({ reasons, relation: { id, ...relation }, unlike }) => ({
      relationId: id,
      ...relation,
      reasons: [...reasons],
      unlike: [...unlike],
    })),
  }
}

function groupOf(invoices: readonly OldInvoice[]) {
  return { ...sumsOf(invoices), invoices: invoices.slice(0, mostNamed).map(presentInvoice) }
}

function foundGroupOf(found: readonly FoundOne[]) {
  return {
    ...sumsOf(found.map(({ invoice }) => invoice)),
    invoices: found.slice(0, mostNamed).map(({ invoice, mutation, unlike }) => ({
      ...presentInvoice(invoice),
      mutationNumber: mutation.number,
      inBooks: { number: mutation.invoiceNumber, date: mutation.date, total: grossOf(mutation) },
      unlike: [...unlike],
    })),
  }
}

function grossOf(mutation: FoundOne['mutation']): string | null {
  const [net, vat] = [netOf(mutation), vatOf(mutation)]
  return net === null || vat === null ? null : formatAmount(cents(net + vat))
}

function sumsOf(invoices: readonly OldInvoice[]) {
  const total = invoices.reduce((sum, { gross }) => sum + gross, 0n)
  return { count: invoices.length, total: formatAmount(cents(total)) }
}

function presentInvoice({ customer, date, gross, invoiceId, number }: OldInvoice) {
  return { invoiceId, number, customer, date, total: formatAmount(cents(gross)) }
}
