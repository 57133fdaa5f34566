import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, draftFor, signUp, type TestApi, testApi } from '../testing/test-api.ts'

// Official invoices (CEN, Peppol, SI-UBL), entered as a person would, whose totals must come out to the cent. They are
// not part of the project; where they are not at hand, these tests are skipped.
const file = new URL('../../../../shared/vat-oracle.json', import.meta.url)
const atHand = existsSync(file)
if (!atHand) console.warn('Notice: the official invoices are not at hand; entering them is skipped.')

type Adjustment = {
  charge: boolean
  amount: string
  base: string | null
  percent: string | null
  category: string
  rate: string | null
}
type Line = {
  id: string
  qty: string
  price: string
  baseQty: string
  allowancesCharges: Adjustment[]
  net: string
  category: string
  rate: string | null
}
type OfficialInvoice = {
  source: string
  lines: Line[]
  allowancesCharges: Adjustment[]
  expected: {
    subtotals: { taxable: string; tax: string; rate: string | null }[]
    taxTotal: string
    totals: Record<'LineExtensionAmount' | 'TaxExclusiveAmount' | 'TaxInclusiveAmount', string>
  }
  deviatesFromExactRule: string[]
}

/** Not subject to VAT (O) is reckoned as exempt is. */
const treatmentOf: Record<string, string> = {
  S: 'other_rate',
  Z: 'zero',
  AE: 'reverse_charge',
  K: 'eu_goods',
  G: 'outside_eu',
  E: 'exempt',
  O: 'exempt',
}

describe.runIf(atHand)('the official invoices, entered through the API', () => {
  const invoices: OfficialInvoice[] = atHand ? JSON.parse(readFileSync(file, 'utf8')) : []
  let api: TestApi
  let person: Awaited<ReturnType<typeof signUp>>
  let customerId: string
  beforeAll(async () => {
    api = await testApi()
    person = await signUp(api.app)
    customerId = (await person.as('POST', '/api/customers', company)).json().id
  })
  afterAll(() => api.close())

  test('have discounts and charges of every kind', () => {
    expect(
      invoices.filter((it) => it.lines.some((line) => line.allowancesCharges.length > 0)).length,
    ).toBeGreaterThan(5)
    expect(invoices.filter((it) => it.allowancesCharges.length > 0).length).toBeGreaterThan(8)
  })

  test.each(invoices.map((it) => [it.source, it] as const))('%s', async (_source, invoice) => {
    const sum = invoice.expected.totals.LineExtensionAmount
    const answer = await person.as('POST', '/api/invoices', {
      ...draftFor(customerId),
      pricesIncludeVat: false,
      lines: invoice.lines.map((line) => lineOf(line, invoice)),
      allowances: invoice.allowancesCharges
        .filter(comesToSomething)
        .map((it) => ({ ...adjustmentOf(it, sum), ...vatOf(it) })),
    })
    expect(answer.statusCode, answer.body).toBe(201)
    const { totals } = answer.json()
    const { expected } = invoice
    expect([totals.lines, totals.net, totals.vat, totals.gross].map(Number)).toEqual(
      [sum, expected.totals.TaxExclusiveAmount, expected.taxTotal, expected.totals.TaxInclusiveAmount].map(
        Number,
      ),
    )
    const groups = totals.perTreatment.filter((it: { net: string }) => Number(it.net) !== 0)
    expect(groups.map((it: Group) => keyOf(it.rate, it.net, it.vat)).sort()).toEqual(
      expected.subtotals
        .filter((it) => Number(it.taxable) !== 0)
        .map((it) => keyOf(it.rate, it.taxable, it.tax))
        .sort(),
    )
  })
})

type Group = { rate: string; net: string; vat: string }

function keyOf(rate: string | null, net: string, vat: string): string {
  return [rate ?? 0, net, vat].map(Number).join(' ')
}

/** As it is printed; where the example contradicts itself, or its price has no end of decimals, by what it comes to. */
function lineOf(line: Line, { deviatesFromExactRule }: OfficialInvoice) {
  const price = Number(line.price) / Number(line.baseQty)
  const contradicts = deviatesFromExactRule.some((it) => it.startsWith(`line ${line.id}:`))
  const isWritten = !contradicts && [price, Number(line.qty)].every((it) => Number(it.toFixed(4)) === it)
  const vat = vatOf(line)
  if (!isWritten) return { description: line.id, quantity: '1', unitPrice: line.net, ...vat }
  const amount = String(Number(line.qty) * price)
  return {
    description: line.id,
    quantity: line.qty,
    unitPrice: price.toFixed(4),
    ...vat,
    allowances: line.allowancesCharges.filter(comesToSomething).map((it) => adjustmentOf(it, amount)),
  }
}

function vatOf({ category, rate }: { category: string; rate: string | null }) {
  const vatTreatment = treatmentOf[category]
  if (vatTreatment === undefined) throw new Error(`No treatment stands for category ${category}.`)
  return { vatTreatment, vatRate: vatTreatment === 'other_rate' ? rate : null }
}

const comesToSomething = ({ amount }: Adjustment) => Number(amount) !== 0

/** By its percentage where that is of the whole, else by its amount. */
function adjustmentOf({ charge, amount, base, percent }: Adjustment, whole: string) {
  const isOfWhole = percent !== null && Number(base) === Number(whole)
  return {
    kind: charge ? 'charge' : 'allowance',
    reason: null,
    percentage: isOfWhole ? percent : null,
    amount: isOfWhole ? null : String(Math.abs(Number(amount))),
  }
}
