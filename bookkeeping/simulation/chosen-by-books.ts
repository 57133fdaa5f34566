import { accountsOfInvoice, putOnAccounts } from '../src/mappings/accounts-of-booking.ts'
import type { SalesAccounts } from '../src/mappings/sales-accounts.ts'
import { type Chosen, usualAccounts } from './chosen-accounts.ts'
import type { BookingRecord } from './memory-records.ts'

type Planned = Pick<BookingRecord, 'booksId' | 'credits'>

/** What people chose in each of the books of an organization, and what is planned with it. */
export class ChosenByBooks {
  readonly #chosen = new Map<string, Chosen>()

  ofBooks(booksId: string): Chosen {
    return this.#chosen.get(booksId) ?? usualAccounts
  }

  choose(booksId: string, accounts: Chosen): void {
    this.#chosen.set(booksId, accounts)
  }

  /** As accountsToPlanWith() does. */
  planWith({ booksId, credits }: Planned): SalesAccounts {
    const today = this.ofBooks(booksId)
    return credits?.booksId === booksId ? accountsOfInvoice(credits, today, () => true) : today
  }

  /** What the books must show, by other means: of a credit note what its invoice stands on there. */
  expectedFor({ booksId, credits }: Planned): Chosen {
    return credits?.booksId === booksId ? credits.on : this.ofBooks(booksId)
  }

  /** As planForBooks() does with what was taken along. */
  putOn(booking: BookingRecord): void {
    const { mutation, parts } = putOnAccounts(booking, this.planWith(booking))
    booking.mutation = mutation
    booking.parts = parts ?? []
    booking.on = this.expectedFor(booking)
  }
}
