import { expect } from '@playwright/test'
import type { MutationLineSnapshot } from '@stella/e-boekhouden-sandbox'
import { readAmounts } from '../../identities/read-amounts.ts'
import type { Paper } from './paper.ts'

/** A final invoice or credit note, as far as it is compared. */
export type Final = {
  id: string
  number: string
  customerId: string
  invoiceDate: string
  paymentTermDays: number
  revision: number
  credits: { id: string } | null
  creditNotes: { id: string }[]
  lines: {
    description: string
    amount: string
    left: string
    allowances: unknown[]
    quantity: string
    vatRate: string
  }[]
  totals: {
    gross: string
    perTreatment: { vatTreatment: string; rate: string; taxable: string; vat: string; gross: string }[]
  }
}

/** Under which code each treatment of the week is booked. */
const codes: Readonly<Record<string, string>> = {
  high: 'HOOG_VERK_21',
  low: 'LAAG_VERK_9',
  reverse_charge: 'VERL_VERK',
  eu_goods: 'BI_EU_VERK',
}

type Documents = {
  readonly ubl: string
  readonly paper: Paper
  readonly booked: readonly Pick<
    MutationLineSnapshot,
    'vatCode' | 'amountExcl' | 'amountVat' | 'amountIncl'
  >[]
}

/** What the law wants said on paper where no VAT is charged. */
const statements: Readonly<Record<string, string>> = {
  reverse_charge: 'Btw verlegd',
  eu_goods: 'Intracommunautaire levering, btw 0%',
}

/**
 * The same cent in the e-invoice, on paper and in the books: what each line comes to, what is due, and by rate what is
 * taxed and the VAT. And the number, and why no VAT is charged.
 */
export function compareDocuments(
  { credits, lines, number, totals }: Final,
  { booked, paper, ubl }: Documents,
): void {
  const sign = credits === null ? 1n : -1n
  const stated = readAmounts(ubl)
  const gross = centsOf(totals.gross)
  expect(sign * stated.payable, `amount due of ${number}`).toBe(gross)
  const isOnPaper = (amount: bigint) => paper.amounts.has(amount) || paper.amounts.has(-amount)
  expect(paper.text).toContain(number)
  for (const amount of [gross, ...lines.map((line) => centsOf(line.amount))])
    expect(isOnPaper(amount), `${amount} on the paper of ${number}`).toBe(true)
  expect(sumOf(booked.map((it) => it.amountIncl)), `booked of ${number}`).toBe(gross)
  for (const { rate, taxable, vat, vatTreatment } of totals.perTreatment) {
    const subtotal = [...stated.subtotals].find(([key]) => key.endsWith(` ${rate}`))?.[1]
    const ofCode = booked.filter(({ vatCode }) => vatCode === codes[vatTreatment])
    const said = { taxable: centsOf(taxable), vat: centsOf(vat) }
    expect({ taxable: sign * (subtotal?.taxable ?? 0n), vat: sign * (subtotal?.vat ?? 0n) }, number).toEqual(
      said,
    )
    const inBooks = {
      taxable: sumOf(ofCode.map((it) => it.amountExcl)),
      vat: sumOf(ofCode.map((it) => it.amountVat)),
    }
    expect(inBooks, `${vatTreatment} booked of ${number}`).toEqual(said)
    for (const amount of Object.values(said).filter((it) => it !== 0n))
      expect(isOnPaper(amount), `${amount} on the paper of ${number}`).toBe(true)
    expect(paper.text).toContain(statements[vatTreatment] ?? '')
  }
}

function sumOf(amounts: readonly string[]): bigint {
  return amounts.reduce((sum, amount) => sum + centsOf(amount), 0n)
}

function centsOf(amount: string): bigint {
  const [euros = '0', decimals = ''] = amount.replace('-', '').split('.')
  const cents = BigInt(euros + decimals.padEnd(2, '0').slice(0, 2))
  return amount.startsWith('-') ? -cents : cents
}
