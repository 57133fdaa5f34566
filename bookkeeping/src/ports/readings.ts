import type { PayableInBooks, PaymentRecord, ReconciliationProgress, StrayPayment } from '@stella/database'
import type { Instant } from './clock.ts'

/** An open item as it stands in the books, with amounts in cents; null where one is not a whole number of them. */
export type FoundOpenItem = {
  readonly date: string
  readonly invoiceNumber: string
  readonly relationCode: string
  /** What was invoiced under this number. */
  readonly amount: bigint | null
  readonly outstanding: bigint | null
}

/** Kinds of mutations, in our words; `other` is what this version does not know. */
export type BookedKind =
  | 'invoice_sent'
  | 'invoice_received'
  | 'payment_received'
  | 'payment_sent'
  | 'money_received'
  | 'money_sent'
  | 'journal'
  | 'other'

/** Any mutation of the books, with amounts in cents. */
export type BookedMutation = {
  readonly number: number
  readonly kind: BookedKind
  readonly date: string
  /** Of the header. */
  readonly account: string
  readonly relationCode: string
  readonly invoiceNumber: string
  readonly document: string
  readonly description: string
  readonly lines: readonly BookedLine[]
}

export type BookedLine = {
  readonly account: string
  readonly vatCode: string
  /** The invoice that it settles, where that is not the one of the header. */
  readonly invoiceNumber: string
  readonly net: bigint | null
  readonly vat: bigint | null
}

/** Which mutations to read; all that is given holds at once, both ends of a range belong to it. */
export type MutationRange = {
  readonly from?: number
  readonly to?: number
  readonly dateFrom?: string
  readonly dateTo?: string
}

/** What of a mutation matters for sales: kept of what was read, with amounts as decimal texts of cents. */
export type SalesMutation = {
  readonly number: number
  readonly kind: BookedKind
  readonly date: string
  /** Of the header; absent in what was read before accounts were compared. */
  readonly account?: string
  readonly relationCode: string
  readonly invoiceNumber: string
  readonly document: string
  readonly description: string
  readonly lines: readonly SalesLine[]
}

export type SalesLine = {
  readonly vatCode: string
  readonly account: string
  /** Whole cents as text, since JSON has no larger integers; null where it is not a whole number of them. */
  readonly net: string | null
  readonly vat: string | null
}

/** How far the mutations of a period are read. What is read goes backwards, the newest first. */
export type ReadingProgress = {
  readonly from: string
  readonly until: string
  /** Mutations up to this number are read next; null at the beginning. */
  readonly upTo: number | null
  readonly isWhole: boolean
  readonly calls: number
  readonly mutationsRead: number
  readonly sales: readonly SalesMutation[]
}

/** What a reading of the open items leads to. */
export type PaymentsRead = {
  readonly records: readonly PaymentRecord[]
  readonly strays: readonly StrayPayment[]
  readonly readAt: Instant
}

/** When optional reading goes on; of the books that a commit is about. */
export type NextReading = { readonly of: 'payments' | 'reconciliation'; readonly at: Instant }

/** A period that is read for «Aansluiting», and how far that is. */
export type ReconciliationTask = {
  readonly id: string
  readonly from: string
  readonly until: string
  readonly requestedAt: Date
  readonly requestedBy: string | null
}

/** What one more page of it leads to; `isNew` where Stella begins it by itself. */
export type ReconciliationRead = {
  readonly task: ReconciliationTask
  readonly isNew: boolean
  readonly progress: Omit<ReconciliationProgress, 'id'>
}

/** What the readings remember, beside what booking does. */
export interface ReadingStore {
  /** The documents of the linked books that a reading of these numbers can say something new of. */
  payables(of: {
    organizationId: string
    booksId: string
    bookedBefore: Instant
    numbers: readonly string[]
  }): Promise<readonly PayableInBooks[]>
  /** What is to be read for «Aansluiting», if somebody asked or it was begun. */
  reconciliationUnderWay(of: {
    organizationId: string
    booksId: string
  }): Promise<{ task: ReconciliationTask; progress: ReadingProgress; beganAt: Instant | null } | null>
  /** How many calls of GetMutaties this Stella made for these books since then. */
  mutationReads(of: { organizationId: string; booksId: string; since: Instant }): Promise<number>
}
