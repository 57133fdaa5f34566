import type { NewActivity } from '@stella/database'
import type { CauseCode } from '../causes/causes.ts'
import type { Instant } from '../ports/clock.ts'

/**
 * Everything this package writes in the activity log. The sentences stand in `texts/src/<language>/activities.ts`
 * under the same names.
 */
export const activityKinds = [
  'connection_activated',
  'connection_codes_replaced',
  'connection_paused',
  'connection_resumed',
  'connection_disconnected',
  'relation_added',
  'relation_recognised',
  'relation_changed',
  'relation_waiting',
  'relation_outcome_unknown',
  'relation_not_added',
  'relation_not_changed',
  'relation_offered_again',
  'invoice_booked',
  'invoice_recognised',
  'invoice_waiting',
  'invoice_outcome_unknown',
  'invoice_not_booked',
  'invoice_offered_again',
  'invoice_verified',
] as const

export type ActivityKind = (typeof activityKinds)[number]
export type ActivityEntry = NewActivity & { readonly kind: ActivityKind }

/** What the log says of an invoice: its number, for whom, and for how much. */
export type InvoiceSubject = {
  readonly invoiceId: string
  readonly number: string
  readonly customer: string
  /** Euros with VAT, as a decimal string. */
  readonly amount: string
}

export type RelationSubject = {
  readonly customerId: string
  readonly customer: string
  readonly code: string
}

export type Reason = { readonly cause: CauseCode; readonly serviceCode: string | null }

export function invoiceEntry(
  kind: ActivityKind,
  outcome: ActivityEntry['outcome'],
  subject: InvoiceSubject,
  extra: {
    at: Instant
    reason?: Reason | null
    mutationNumber?: number | null
    /** Of the mutations that contradict each other. */
    mutationNumbers?: readonly number[]
    by?: string
  },
): ActivityEntry {
  return {
    kind,
    outcome,
    subjectType: 'invoice',
    subjectId: subject.invoiceId,
    at: new Date(extra.at),
    parameters: {
      number: subject.number,
      customer: subject.customer,
      amount: subject.amount,
      ...(extra.mutationNumber == null ? {} : { mutationNumber: extra.mutationNumber }),
      ...(extra.mutationNumbers === undefined || extra.mutationNumbers.length === 0
        ? {}
        : { mutationNumbers: extra.mutationNumbers.join(', ') }),
      ...reasonOf(extra.reason),
      ...(extra.by === undefined ? {} : { by: extra.by }),
    },
  }
}

export function relationEntry(
  kind: ActivityKind,
  outcome: ActivityEntry['outcome'],
  subject: RelationSubject,
  extra: { at: Instant; reason?: Reason | null; by?: string },
): ActivityEntry {
  return {
    kind,
    outcome,
    subjectType: 'relation',
    subjectId: subject.customerId,
    at: new Date(extra.at),
    parameters: {
      customer: subject.customer,
      code: subject.code,
      ...reasonOf(extra.reason),
      ...(extra.by === undefined ? {} : { by: extra.by }),
    },
  }
}

export function connectionEntry(
  kind: ActivityKind,
  outcome: ActivityEntry['outcome'],
  connectionId: string,
  extra: { at: Instant; reason?: Reason | null },
): ActivityEntry {
  return {
    kind,
    outcome,
    subjectType: 'connection',
    subjectId: connectionId,
    at: new Date(extra.at),
    parameters: reasonOf(extra.reason),
  }
}

function reasonOf(reason: Reason | null | undefined) {
  if (reason == null) return {}
  return { cause: reason.cause, ...(reason.serviceCode === null ? {} : { serviceCode: reason.serviceCode }) }
}
