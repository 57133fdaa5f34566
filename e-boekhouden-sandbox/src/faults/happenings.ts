import type { Administration, Mutation } from '../books/administration.ts'
import { book } from '../books/booking.ts'
import { comparable, indexOf } from '../books/world.ts'
import { findRelation } from '../operations/mutation-rules.ts'
import type { Service } from '../operations/service.ts'

/** Someone else books another sales invoice with the number that is about to arrive. */
export function bookNumberByHand(
  service: Service,
  books: Administration,
  arriving: { number: string; relationCode: string },
): void {
  const number = comparable(arriving.number)
  const { mutationsByInvoiceNumber } = indexOf(service.store.world, books.guid)
  if (number === '' || mutationsByInvoiceNumber.has(number)) return
  const debtors = books.ledger.find(({ category }) => category === 'DEB')
  const revenue = books.ledger.find(({ code }) => code === '8000')
  const relation = findRelation(service, books, arriving.relationCode) ?? books.relations[0]
  if (!debtors || !revenue || !relation) return
  const mutation = book(books, {
    kind: 'FactuurVerstuurd',
    date: service.clock.today(),
    accountId: debtors.id,
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
        vatCode: 'HOOG_VERK_21',
        vatPercentage: '21',
        accountId: revenue.id,
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
  const again: Mutation = { ...structuredClone(first), number: number + 1 }
  service.store.commit([{ kind: 'mutation_booked', guid: books.guid, mutation: again }])
}

/** Someone takes a relation out of the books. */
export function removeRelation(service: Service, books: Administration, code: string): void {
  const relation = findRelation(service, books, code)
  if (!relation) return
  const at = service.clock.now().toISOString()
  service.store.commit([{ kind: 'relation_removed', guid: books.guid, relationId: relation.id, at }])
}
