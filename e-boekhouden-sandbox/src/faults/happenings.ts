import { removeRelation } from '../bookkeeper/relations.ts'
import type { Administration, Mutation } from '../books/administration.ts'
import { book } from '../books/booking.ts'
import { comparable } from '../books/indexes.ts'
import { numberTaken } from '../invoices/invoice-number-rules.ts'
import { findRelation } from '../mutations/mutation-rules.ts'
import type { Service } from '../operations/service.ts'

/** The invoice a call is about to book or to write. */
export interface Arriving {
  /** `null` when it is none: a payment, a journal entry. */
  kind: 'FactuurVerstuurd' | 'FactuurOntvangen' | null
  number: string
  relationCode: string
}

/** How someone else books an invoice of each kind. */
const byHand = {
  FactuurVerstuurd: { account: 'DEB', contra: '8000', vatCode: 'HOOG_VERK_21' },
  FactuurOntvangen: { account: 'CRED', contra: '7000', vatCode: 'HOOG_INK_21' },
} as const

/** Someone else books another invoice with the number that is about to arrive: a purchase with the same supplier, as
 * its number is taken there only. */
export function bookNumberByHand(service: Service, books: Administration, arriving: Arriving): void {
  const { kind } = arriving
  const relation = findRelation(service, books, arriving.relationCode) ?? books.relations[0]
  if (kind === null || comparable(arriving.number) === '' || !relation) return
  if (numberTaken(service, books, { kind, relationId: relation.id, number: arriving.number })) return
  const { account, contra, vatCode } = byHand[kind]
  const header = books.ledger.find(({ category }) => category === account)
  const counter =
    books.ledger.find(({ code }) => code === contra) ?? books.ledger.find(({ category }) => category === 'VW')
  if (!header || !counter) return
  const mutation = book(books, {
    kind,
    date: service.clock.today(),
    accountId: header.id,
    relationId: relation.id,
    invoiceNumber: arriving.number.trim(),
    document: '',
    description: 'Met de hand geboekt',
    paymentTerm: '30',
    paymentReference: '',
    inExVat: 'EX',
    lines: [
      {
        entered: 100,
        excl: 100,
        vat: 21,
        incl: 121,
        vatCode,
        vatPercentage: '21',
        accountId: counter.id,
        costCenterId: 0,
      },
    ],
    bookedAt: service.clock.now().toISOString(),
    origin: 'hand',
  })
  service.store.commit([{ kind: 'mutation_booked', guid: books.guid, mutation }])
}

/** The service itself books what it just booked once more, under the next number. */
export function bookAgain(service: Service, books: Administration, number: number): void {
  const first = books.mutations.find((mutation) => mutation.number === number)
  if (!first) return
  const again: Mutation = { ...structuredClone(first), number: books.lastMutationNumber + 1 }
  service.store.commit([{ kind: 'mutation_booked', guid: books.guid, mutation: again }])
}

/** Someone takes a relation out of the books. */
export function removeRelationWith(service: Service, books: Administration, code: string): void {
  const relation = findRelation(service, books, code)
  if (relation) removeRelation(service, books, relation.id)
}
