import type { PlainDate } from '@stella/invoicing'
import type { Business } from './business.ts'
import type { Payment } from './practice-books.ts'

/** What customers are going to pay, and what of it has come in. */
export interface IncomingPayments {
  expect(payments: readonly Payment[]): void
  /** Enters in the books what came in by that day; the invoices it pays must stand there. */
  enterUntil(day: PlainDate): Promise<void>
}

export function incomingPayments({ books }: Pick<Business, 'books'>): IncomingPayments {
  let expected: Payment[] = []
  return {
    expect(payments) {
      expected.push(...payments)
    },
    async enterUntil(day) {
      const come = expected.filter(({ date }) => date <= day)
      expected = expected.filter(({ date }) => date > day)
      for (const payment of come) await books.receivePayment(payment)
    },
  }
}
