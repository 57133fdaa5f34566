import type { ActivityKindOf, NewActivity } from '@stella/database'
import type { CauseCode } from '../causes/causes.ts'
import type { Instant } from '../ports/clock.ts'

export type ActivityEntry = NewActivity

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
  kind: ActivityKindOf<'invoice'>,
  subject: InvoiceSubject,
  extra: {
    at: Instant
    reason?: Reason | null
    mutationNumber?: number | null
    /** Of the mutations that contradict each other. */
    mutationNumbers?: readonly number[]
    by?: string
    /** Why, as whoever decided it said. */
    said?: string
  },
): ActivityEntry {
  return {
    kind,
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
      ...(extra.said === undefined ? {} : { said: extra.said }),
    },
  }
}

export function relationEntry(
  kind: ActivityKindOf<'relation'>,
  subject: RelationSubject,
  extra: { at: Instant; reason?: Reason | null; by?: string },
): ActivityEntry {
  return {
    kind,
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
  kind: ActivityKindOf<'connection'>,
  connectionId: string,
  extra: {
    at: Instant
    reason?: Reason | null
    /** What the linked books are called, and those that were linked before. */
    books?: string
    former?: string
    /** Invoices that went along to other books. */
    moved?: number
    by?: string | null
  },
): ActivityEntry {
  const { books, by, former, moved, reason } = extra
  return {
    kind,
    subjectId: connectionId,
    at: new Date(extra.at),
    parameters: {
      ...reasonOf(reason),
      ...(books === undefined ? {} : { books }),
      ...(former === undefined ? {} : { former }),
      ...(moved === undefined ? {} : { moved }),
      ...(by == null ? {} : { by }),
    },
  }
}

function reasonOf(reason: Reason | null | undefined) {
  if (reason == null) return {}
  return { cause: reason.cause, ...(reason.serviceCode === null ? {} : { serviceCode: reason.serviceCode }) }
}
