import type { Administration, Mutation } from '../books/administration.ts'
import { comparable } from '../books/indexes.ts'
import { indexOf } from '../books/world.ts'
import { SandboxError } from '../errors.ts'
import type { NewPayment } from '../handle/bookkeeper.ts'
import { newPayment } from '../inputs/bookkeeper.ts'
import { check } from '../inputs/check.ts'
import type { Service } from '../operations/service.ts'
import { bookMutation } from './mutations.ts'

/** Between a bank account and the debtors or creditors account that the invoice stands on; without such an invoice
 * the first debtors account. @returns the number of its mutation @throws SandboxError payment_invalid,
 * mutation_invalid */
export function bookPayment(service: Service, books: Administration, given: NewPayment): number {
  const payment = check(newPayment, given, 'payment_invalid')
  const { invoiceNumber, amount, date, description = `Betaling ${invoiceNumber}` } = payment
  const invoice = invoiceWith(service, books, payment)
  const { relationCode = invoice && relationCodeOf(service, books, invoice) } = payment
  if (relationCode === undefined)
    throw new SandboxError('payment_invalid', 'relationCode: no invoice has this number')
  const { account = accountOf(books, 'FIN') } = payment
  return bookMutation(service, books, {
    kind: invoice?.kind === 'FactuurOntvangen' ? 'FactuurbetalingVerstuurd' : 'FactuurbetalingOntvangen',
    ...(date === undefined ? {} : { date }),
    account,
    relationCode,
    invoiceNumber,
    description,
    lines: [
      {
        amountExcl: amount,
        ledgerAccount: invoice ? codeOf(books, invoice.accountId) : accountOf(books, 'DEB'),
      },
    ],
  })
}

/** Of several with the number, the first that is the relation's. */
function invoiceWith(
  service: Service,
  books: Administration,
  { invoiceNumber, relationCode }: NewPayment,
): Mutation | undefined {
  const { mutationsByInvoiceNumber } = indexOf(service.store.world, books.guid)
  const same = mutationsByInvoiceNumber.get(comparable(invoiceNumber)) ?? []
  return same
    .filter(({ kind }) => kind === 'FactuurVerstuurd' || kind === 'FactuurOntvangen')
    .find(
      (invoice) =>
        relationCode === undefined ||
        comparable(relationCodeOf(service, books, invoice)) === comparable(relationCode),
    )
}

function relationCodeOf(service: Service, books: Administration, { relationId }: Mutation): string {
  const { relationsById } = indexOf(service.store.world, books.guid)
  return relationsById.get(relationId ?? 0)?.fields.Code ?? ''
}

function accountOf(books: Administration, wanted: 'FIN' | 'DEB'): string {
  // The bank, not the till.
  const found = books.ledger
    .filter(({ category, removed }) => category === wanted && !removed)
    .sort((one, other) => Number(other.code === '1010') - Number(one.code === '1010'))
  return found[0]?.code ?? ''
}

function codeOf(books: Administration, accountId: number): string {
  return books.ledger.find(({ id }) => id === accountId)?.code ?? ''
}
