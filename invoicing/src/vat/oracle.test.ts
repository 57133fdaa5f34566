import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cents, formatAmount, parseAmount, roundToCents, sumOf } from '../money/cents.ts'
import { multiply, parseDecimal, powerOfTen } from '../money/decimal.ts'
import { divideHalfUp } from '../money/divide-half-up.ts'
import { type TaxableAmount, totalsOfAmounts } from './compute-totals.ts'
import { rateInHundredths, type VatTreatment } from './treatments.ts'

// Official invoices (CEN, Peppol, SI-UBL) whose totals must come out to the cent. They are not part of the
// project; where they are not at hand, these tests are skipped.
const folder = new URL('../../../../shared/', import.meta.url)
const oracleFile = new URL('vat-oracle.json', folder)
const workedFile = new URL('vat-worked.json', folder)
const atHand = existsSync(oracleFile) && existsSync(workedFile)
if (!atHand)
  console.warn('Notice: the official invoices are not at hand; the oracle tests of VAT are skipped.')

type Adjustment = { charge: boolean; amount: string; category: string | null; rate: string | null }
type OracleLine = {
  id: string
  qty: string
  price: string
  baseQty: string
  allowancesCharges: Adjustment[]
  net: string
  category: string
  rate: string | null
}
type OracleInvoice = {
  source: string
  lines: OracleLine[]
  allowancesCharges: Adjustment[]
  expected: {
    subtotals: { taxable: string; tax: string; category: string; rate: string | null }[]
    taxTotal: string
    totals: { TaxExclusiveAmount: string; TaxInclusiveAmount: string }
  }
  deviatesFromExactRule: string[]
}
type Worked = {
  source: string
  round?: [string, string][]
  lines?: string[]
  rate?: string
  vatPerRate?: string
  totalInclVat?: string
}

/** The treatment that stands for a category here; O (not subject to VAT) is reckoned as exempt is. */
const treatmentOf: Record<string, VatTreatment> = {
  S: 'other_rate',
  Z: 'zero',
  AE: 'reverse_charge',
  K: 'eu_goods',
  G: 'outside_eu',
  E: 'exempt',
  O: 'exempt',
}

describe.runIf(atHand)('the official invoices', () => {
  const invoices: OracleInvoice[] = atHand ? JSON.parse(readFileSync(oracleFile, 'utf8')) : []

  test('are there', () => {
    expect(invoices.length).toBeGreaterThan(20)
  })

  test.each(invoices.map((invoice) => [invoice.source, invoice] as const))('%s', (_source, invoice) => {
    for (const line of invoice.lines) {
      const contradictsItself = invoice.deviatesFromExactRule.some((it) => it.startsWith(`line ${line.id}:`))
      if (!contradictsItself) expect(lineNet(line)).toBe(parseAmount(line.net))
    }
    const totals = totalsOfAmounts(
      [...invoice.lines.map(entryOfLine), ...invoice.allowancesCharges.map(entryOf)],
      false,
    )
    // One invoice has a charge of zero at a rate that its subtotals leave out.
    const groups = totals.vatGroups.filter((group) => group.net !== 0n)
    expect(groups.map((group) => keyOf(group.treatment, group.rate, group.net, group.vat)).sort()).toEqual(
      invoice.expected.subtotals
        .filter((it) => parseAmount(it.taxable) !== 0n)
        .map((it) =>
          keyOf(treatmentFor(it.category), it.rate ?? '0', parseAmount(it.taxable), parseAmount(it.tax)),
        )
        .sort(),
    )
    expect(formatAmount(totals.vat)).toBe(formatAmount(parseAmount(invoice.expected.taxTotal)))
    expect(totals.net).toBe(parseAmount(invoice.expected.totals.TaxExclusiveAmount))
    expect(totals.gross).toBe(parseAmount(invoice.expected.totals.TaxInclusiveAmount))
  })
})

describe.runIf(atHand)('the worked examples', () => {
  const examples: Worked[] = atHand ? JSON.parse(readFileSync(workedFile, 'utf8')).examples : []
  const roundings = examples.flatMap((example) => example.round ?? [])
  const sums = examples.filter((example) => example.lines !== undefined)

  test('are there', () => {
    expect(roundings.length).toBeGreaterThan(5)
    expect(sums.length).toBeGreaterThan(2)
  })

  test.each(roundings)('%s is rounded to %s', (exact, rounded) => {
    expect(formatAmount(roundToCents(decimalOf(exact)))).toBe(rounded)
  })

  test.each(sums.map((example) => [example.source, example] as const))('%s', (_source, example) => {
    const entries = (example.lines ?? []).map((amount) => ({
      amount: parseAmount(amount),
      treatment: 'other_rate' as const,
      rate: example.rate ?? '',
    }))
    const totals = totalsOfAmounts(entries, false)
    expect(formatAmount(totals.vat)).toBe(example.vatPerRate)
    if (example.totalInclVat !== undefined) expect(formatAmount(totals.gross)).toBe(example.totalInclVat)
  })
})

/** Quantity × price / base quantity, rounded, with its own allowances and charges. */
function lineNet(line: OracleLine): bigint {
  const { units, scale } = multiply(decimalOf(line.qty), decimalOf(line.price))
  const base = decimalOf(line.baseQty)
  const exact = units * 100n * powerOfTen(base.scale)
  const rounded = cents(divideHalfUp(exact, powerOfTen(scale) * base.units))
  return sumOf([rounded, ...line.allowancesCharges.map(signedAmount)])
}

function entryOfLine(line: OracleLine): TaxableAmount {
  return { amount: parseAmount(line.net), treatment: treatmentFor(line.category), rate: line.rate ?? '0' }
}

function entryOf(adjustment: Adjustment): TaxableAmount {
  const treatment = treatmentFor(adjustment.category ?? '')
  return { amount: signedAmount(adjustment), treatment, rate: adjustment.rate ?? '0' }
}

function signedAmount({ charge, amount }: Adjustment) {
  const value = parseAmount(amount)
  return charge ? value : cents(-value)
}

function treatmentFor(category: string): VatTreatment {
  const treatment = treatmentOf[category]
  if (treatment === undefined) throw new Error(`No treatment stands for category ${category}.`)
  return treatment
}

function keyOf(treatment: VatTreatment, rate: string, net: bigint, vat: bigint): string {
  return `${treatment} ${rateInHundredths(rate)}: ${net} + ${vat}`
}

function decimalOf(text: string) {
  const decimal = parseDecimal(text, 10)
  if (decimal === null) throw new Error(`Not a decimal: ${text}`)
  return decimal
}
