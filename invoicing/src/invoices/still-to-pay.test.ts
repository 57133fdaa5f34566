import { expect, test } from 'vitest'
import { cents, ZERO } from '../money/cents.ts'
import { stillToPay } from './still-to-pay.ts'

const invoice = (gross: bigint) => ({ totals: { gross: cents(gross) }, credits: null })
const notes = (...amounts: bigint[]) => amounts.map((gross) => ({ gross: cents(gross) }))

test('is the whole, and what its credit notes leave of it', () => {
  expect(stillToPay(invoice(12_100n), [])).toBe(12_100n)
  expect(stillToPay(invoice(12_100n), notes(-2_100n, -500n))).toBe(9_500n)
  expect(stillToPay(invoice(12_100n), notes(-12_100n))).toBe(ZERO)
})

test('is nothing of a credit note, nor where the sender pays', () => {
  expect(stillToPay({ ...invoice(12_100n), credits: { number: '2026-0001' } }, [])).toBe(ZERO)
  expect(stillToPay(invoice(-12_100n), [])).toBe(ZERO)
})

test('is less what is paid, and nothing where more came in', () => {
  expect(stillToPay(invoice(12_100n), notes(-2_100n), cents(4_000n))).toBe(6_000n)
  expect(stillToPay(invoice(12_100n), [], cents(13_000n))).toBe(ZERO)
})
