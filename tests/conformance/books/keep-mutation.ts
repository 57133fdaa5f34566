import type { NewMutation } from '@stella/e-boekhouden'
import { keyOf } from './expected.ts'
import { centsOf, type KeptBooks, percentOf, rates, sumOf } from './kept-books.ts'

/** Keeps a mutation that the service has booked. */
export function keepMutation(books: KeptBooks, mutation: NewMutation): void {
  const { invoiceNumber = '', relationCode = '', document = '', paymentTermDays = '' } = mutation
  const { kind, date, account, description, amountsIncludeVat } = mutation
  const number = books.mutations.length + 1
  books.mutations.push({
    ...{ number, kind, date, account, relationCode, invoiceNumber, document, description },
    ...{ paymentTermDays, amountsIncludeVat },
    lines: mutation.lines.map((line) => ({ ...line, costCenterId: line.costCenterId ?? 0, invoiceNumber })),
  })
  const credits = kind === 'invoiceReceived' || kind === 'invoicePaymentSent' || kind === 'moneySent'
  const sign = credits ? -1 : 1
  const total = sumOf(mutation.lines.map(({ amountIncl }) => centsOf(amountIncl)))
  const keep = (code: string, cents: number, costCenterId: number) =>
    books.entries.push({
      ...{ date, account: code, cents, costCenterId },
      item: code === '1300' || code === '1600' ? itemOf(code, invoiceNumber, number) : null,
      pays: kind !== 'invoiceSent' && kind !== 'invoiceReceived',
    })
  keep(account, sign * total, 0)
  for (const line of mutation.lines) {
    keep(line.ledgerAccount, -sign * centsOf(line.amountExcl), line.costCenterId ?? 0)
    const rate = [...rates.sale, ...rates.purchase].find(({ code }) => code === line.vatCode)
    if (rate?.account) keep(rate.account, -sign * centsOf(line.amountVat), 0)
    const owed = percentOf(centsOf(line.amountExcl), rate?.owedByBuyer ?? 0)
    keep('1520', -sign * owed, 0)
    keep('1653', sign * owed, 0)
  }
}

/** An entry without an invoice is an item by itself, together with what else its mutation has on that side. */
function itemOf(code: string, invoiceNumber: string, mutation: number): string {
  if (invoiceNumber === '') return `mutation ${mutation}`
  return keyOf(code === '1300' ? 'sale' : 'purchase', invoiceNumber)
}

/** Where revenue and costs go. */
export function resultAccounts(books: KeptBooks) {
  return books.accounts.filter(({ category }) => category === 'VW' || category === 'BAL')
}
