import { amountOf, type KeptBooks, type KeptEntry, sumOf } from './kept-books.ts'

/** What the entries on an account come to. */
export function balanceOf(
  books: KeptBooks,
  account: string,
  within: (entry: KeptEntry) => boolean = () => true,
): string {
  const found = books.entries.filter((entry) => entry.account === account && within(entry))
  return amountOf(sumOf(found.map(({ cents }) => cents)))
}

/** An item of debtors or creditors that is not settled, in the order they came up. */
export interface ExpectedItem {
  date: string
  invoiceNumber: string
  relationCode: string
  relationName: string
  amount: string
  paid: string
  outstanding: string
}

export function openItems(books: KeptBooks, side: 'sale' | 'purchase'): ExpectedItem[] {
  const account = side === 'sale' ? '1300' : '1600'
  const sign = side === 'sale' ? 1 : -1
  const entries = books.entries.filter((entry) => entry.account === account)
  const names = [...new Set(entries.map(({ item }) => item))]
  return names.flatMap((item) => {
    const own = entries.filter((entry) => entry.item === item)
    const amount = sign * sumOf(own.filter(({ pays }) => !pays).map(({ cents }) => cents))
    const paid = -sign * sumOf(own.filter(({ pays }) => pays).map(({ cents }) => cents))
    if (amount === paid) return []
    const invoice = books.invoices.find((each) => keyOf(each.side, each.number) === item)
    return [
      {
        date: own[0]?.date ?? '',
        invoiceNumber: invoice?.number ?? '',
        relationCode: invoice?.relation.code ?? '',
        relationName: invoice?.relation.name ?? '',
        amount: amountOf(amount),
        paid: amountOf(paid === 0 ? 0 : paid),
        outstanding: amountOf(amount - paid),
      },
    ]
  })
}

/** What is left of an invoice that the service wrote: all of it when it was not booked. */
export function outstandingOf(books: KeptBooks, written: KeptBooks['written'][number]): string {
  if (!written.booked) return written.totalIncl
  const key = keyOf('sale', written.invoiceNumber)
  const own = books.entries.filter(({ item, account }) => item === key && account === '1300')
  return amountOf(sumOf(own.map(({ cents }) => cents)))
}

export function keyOf(side: 'sale' | 'purchase', number: string): string {
  return `${side} ${number}`
}
