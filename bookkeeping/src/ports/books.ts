import type { PlannedMutation } from '../bookings/planned-mutation.ts'
import type { RemoteFailure } from '../causes/remote-failure.ts'
import type { RelationContent } from '../relations/relation-content.ts'
import type { Instant } from './clock.ts'
import type { BookedMutation, FoundOpenItem, MutationRange } from './readings.ts'

/** One request and its answer as support may see it: without the codes and the session. */
export type Exchange = {
  readonly operation: string
  readonly startedAt: Instant
  readonly finishedAt: Instant
  /** `ok`, or the kind of failure. */
  readonly outcome: string
  readonly code: string | null
  readonly httpStatus: number | null
  readonly request: string
  readonly response: string | null
}

/** What came of a call, with everything that was said for it (opening a session included). */
export type Said<T> = (
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: RemoteFailure }
) & { readonly exchanges: readonly Exchange[] }

/** A mutation as it stands in the books, with amounts in cents. */
export type FoundMutation = {
  readonly number: number
  readonly isSalesInvoice: boolean
  readonly date: string
  readonly account: string
  readonly relationCode: string
  readonly invoiceNumber: string
  readonly document: string
  readonly lines: readonly FoundLine[]
}

export type FoundLine = {
  readonly account: string
  readonly vatCode: string
  /** In cents; null when it is not a whole number of them. */
  readonly net: bigint | null
  readonly vat: bigint | null
  readonly gross: bigint | null
}

export type FoundRelation = { readonly id: number; readonly code: string }

/** A relation with what tells it from others. */
export type RelationDetails = FoundRelation &
  Pick<RelationContent, 'name' | 'address' | 'postalCode' | 'city' | 'email' | 'kvkNumber' | 'vatNumber'>

/** By what a relation is known: its id, which stays; and the code that it has, as far as we know. */
export type KnownRelation = { readonly id: number | null; readonly code: string }

/** An administration that the codes can reach: one, unless they are an accountant's. */
export type FoundAdministration = { readonly name: string; readonly guid: string }

export type FoundAccount = { readonly code: string; readonly name: string; readonly category: string }

/**
 * The administration at the other side, as the engine may use it. No method throws: a failure is an answer too.
 * `signal` aborts when the caller may no longer call; from then on no byte is sent.
 */
export interface Books {
  /** Makes sure that there is a session, so that the next call is one request. */
  open(signal: AbortSignal): Promise<Said<null>>
  /** Which administrations the codes reach; the service need not allow us to ask. */
  administrations(signal: AbortSignal): Promise<Said<readonly FoundAdministration[]>>
  ledgerAccounts(signal: AbortSignal): Promise<Said<readonly FoundAccount[]>>
  addRelation(code: string, content: RelationContent, signal: AbortSignal): Promise<Said<{ id: number }>>
  /** The relation with this id, whichever code it has by now; where there is none, those with exactly this code. */
  findRelations(known: KnownRelation, signal: AbortSignal): Promise<Said<readonly FoundRelation[]>>
  /** All that are there, in one call. */
  allRelations(signal: AbortSignal): Promise<Said<readonly RelationDetails[]>>
  /**
   * Gives a relation these details and leaves every other field of it as it is, its code included. `not_found` when
   * it is gone.
   */
  changeRelation(
    known: KnownRelation,
    changes: Partial<RelationContent>,
    signal: AbortSignal,
  ): Promise<Said<FoundRelation>>
  addMutation(mutation: PlannedMutation, signal: AbortSignal): Promise<Said<{ mutationNumber: number }>>
  /** Mutations with exactly this invoice number. */
  findMutations(invoiceNumber: string, signal: AbortSignal): Promise<Said<readonly FoundMutation[]>>
  /** Mutations numbered from and up to, at most 500 apart. */
  findMutationsNumbered(
    from: number,
    to: number,
    signal: AbortSignal,
  ): Promise<Said<readonly FoundMutation[]>>
  /** The newest mutations from this day on: as many as the service gives in one answer, 500. */
  findMutationsSince(date: string, signal: AbortSignal): Promise<Said<readonly FoundMutation[]>>
  /** Sales invoices that are not paid in full, and money under numbers that nobody invoiced: all, in one call. */
  openItems(signal: AbortSignal): Promise<Said<readonly FoundOpenItem[]>>
  /** Mutations of every kind: the newest that are asked for, as many as the service gives in one answer, 500. */
  readMutations(range: MutationRange, signal: AbortSignal): Promise<Said<readonly BookedMutation[]>>
  close(): Promise<void>
}
