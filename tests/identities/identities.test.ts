import { expect, test } from 'vitest'
import { checkHistory } from './check-history.ts'

/** A million take a quarter of an hour: `npm run documents -- --identities 1000000`. */
const histories = 400

test('invoices, their credits in parts, their bookings and their e-invoices are one', () => {
  const first = Math.floor(Math.random() * 1e9)
  let creditNotes = 0
  for (let seed = first; seed < first + histories; seed += 1) {
    try {
      creditNotes += checkHistory(seed).creditNotes
    } catch (error) {
      throw new Error(`Seed ${seed}: ${(error as Error).message}`, { cause: error })
    }
  }
  expect(creditNotes).toBeGreaterThan(histories)
})
