import {
  type Cents,
  cents,
  divideHalfUp,
  documentLanguages,
  isWithinBounds,
  lineAmount,
  parsePlainDate,
  parseQuantity,
  parseUnitPrice,
  plainText,
  ratedTreatments,
  rateOn,
  statutoryRates,
  sumOf,
  totalsOfAmounts,
  units,
  type VatRate,
  type VatTreatment,
  vatTreatments,
} from '@stella/invoicing'
import fc from 'fast-check'
import {
  type DocumentAllowance,
  type DocumentLine,
  type FinalInvoiceDocument,
  type ItemLine,
  isItem,
  type Recipient,
  type Sender,
} from '../invoice-document.ts'
import { anyRecipient } from './any-recipient.ts'
import { exampleOrganization } from './example-documents.ts'

/** What people write, in any script, with what they paste along. */
const text = fc.oneof(
  fc.constantFrom('Arbeid monteur', 'Expansievat 80 l\ngeplaatst', 'week 12\t8 uur', 'Łódź & <b>"Brood"</b>'),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((it) => /[\p{L}\p{N}]/u.test(plainText(it))),
)
const hundredths = fc.integer({ min: -99_999, max: 99_999 }).filter((it) => it !== 0)
const decimals = hundredths.map((it) => `${it < 0 ? '-' : ''}${Math.abs(it / 100).toFixed(2)}`)
const percentages = fc.constantFrom('2', '10', '12.5', '33.33')

const lineShape = fc.record({
  isText: fc.boolean(),
  description: text,
  quantity: decimals,
  unitPrice: decimals,
  unit: fc.option(fc.constantFrom(...units)),
  pick: fc.nat(99),
  rate: fc.constantFrom('19', '5.5', '25'),
  discount: fc.option(percentages, { freq: 3 }),
})
type LineShape = typeof lineShape extends fc.Arbitrary<infer T> ? T : never

const complete = exampleOrganization()
const senders: readonly Sender[] = [
  complete,
  complete,
  { ...complete, accountName: 'Van Dijk Installatie B.V.', terms: 'Onze voorwaarden: vandijk.example.' },
  { ...complete, iban: null },
  { ...complete, kvkNumber: null, phone: null },
  { ...complete, country: 'BE', vatNumber: 'BE0403170701', kvkNumber: null },
]

const shape = fc.record({
  organization: fc.constantFrom(...senders),
  customer: anyRecipient,
  language: fc.constantFrom(...documentLanguages),
  isCredit: fc.boolean(),
  pricesIncludeVat: fc.boolean(),
  paymentTermDays: fc.nat(60),
  description: fc.oneof(fc.constant(''), text),
  closing: fc.option(text),
  discount: fc.option(percentages, { freq: 2 }),
  charge: fc.option(fc.integer({ min: 1, max: 9_999 }), { freq: 3 }),
  supplied: fc.option(fc.tuple(fc.nat(20), fc.nat(20))),
  buyerReference: fc.option(fc.constant('Afdeling 4')),
  orderNumber: fc.option(fc.constant('PO 26-0457')),
  projectNumber: fc.option(fc.constant('KMP-IJK')),
  contractNumber: fc.option(fc.constant('RO-9')),
})
type Shape = (typeof shape extends fc.Arbitrary<infer T> ? T : never) & {
  readonly lines: readonly LineShape[]
}

/**
 * Final invoices and credit notes of every kind that a document can be: to any recipient, in any language, with
 * every VAT treatment the recipient can have, discounts and charges, both manners of prices, any characters, and
 * as many lines as asked for.
 */
export function documentsOf(lines: { minimum: number; maximum: number }): fc.Arbitrary<FinalInvoiceDocument> {
  const shapes = fc.array(lineShape, { minLength: lines.minimum, maxLength: lines.maximum, size: 'max' })
  return fc
    .tuple(shape, shapes)
    .map(([rest, drawn]) => documentOf({ ...rest, lines: drawn }))
    .filter(({ invoice }) => isWithinBounds(invoice.totals.net) && isWithinBounds(invoice.totals.gross))
}

/** The same, as short as most are. */
export const anyFinalDocument: fc.Arbitrary<FinalInvoiceDocument> = documentsOf({ minimum: 1, maximum: 8 })

function documentOf(it: Shape): FinalInvoiceDocument {
  const lines = it.lines.map((line, index) => lineOf(line, index, it))
  const amounts = lines.map((line) => (isItem(line) ? amountOf(line) : cents(0n)))
  const allowances = [...discountOf(it, lines, amounts), ...chargeOf(it, lines)]
  return {
    organization: it.organization,
    customer: { language: it.language, ...it.customer },
    invoice: {
      ...it,
      kind: it.isCredit ? 'credit_note' : 'invoice',
      invoiceDate: parsePlainDate('2026-11-23'),
      supply: supplyOf(it.supplied),
      lines,
      allowances,
      totals: totalsOf(it, lines, amounts, allowances),
      creditedInvoice: it.isCredit ? credited : null,
      state: 'final',
      number: it.isCredit ? 'C2026-0003' : '2026-0216',
    },
  }
}

const credited = {
  number: '2026-0211',
  invoiceDate: parsePlainDate('2026-11-02'),
  dueDate: parsePlainDate('2026-12-02'),
  gross: cents(718_664n),
  remaining: cents(500_000n),
}

function lineOf(shape: LineShape, index: number, { customer, isCredit }: Shape): DocumentLine {
  // The first line is never a text, since an invoice is about something.
  if (shape.isText && index > 0) return { kind: 'text', description: shape.description }
  const treatments = treatmentsFor(customer)
  const vatTreatment = treatments[shape.pick % treatments.length] ?? 'high'
  const quantity = isCredit ? negated(shape.quantity) : shape.quantity
  const line: ItemLine = {
    description: shape.description,
    quantity: parseQuantity(quantity),
    unitPrice: parseUnitPrice(shape.unitPrice),
    vatTreatment,
    unit: shape.unit,
    vatRate: rateOf(vatTreatment, shape),
  }
  if (shape.discount === null) return line
  const base = lineAmount(line)
  const amount = shareOf(base, shape.discount)
  return { ...line, allowance: { percentage: shape.discount, base, amount, reason: null } }
}

function rateOf(vatTreatment: VatTreatment, { rate }: LineShape): VatRate {
  const ofDay = ratedTreatments.find((rated) => rated === vatTreatment)
  const own = ofDay === undefined ? null : rateOn(statutoryRates, ofDay, parsePlainDate('2026-11-23'))
  return own ?? vatTreatments[vatTreatment].rate ?? rate
}

/** Those that can be charged to a customer: without a VAT number nothing is reverse charged. */
function treatmentsFor({ vatNumber, country }: Recipient): VatTreatment[] {
  const domestic = ['high', 'low', 'other_rate', 'zero', 'exempt', 'small_business_scheme'] as const
  if (country === 'US') return [...domestic, 'outside_eu']
  if (vatNumber === null) return [...domestic, 'distance_sale']
  if (country === 'NL') return [...domestic, 'reverse_charge', 'reverse_charge_low']
  return [...domestic, 'eu_goods', 'eu_services', 'distance_sale']
}

function amountOf(line: ItemLine): Cents {
  return cents(lineAmount(line) - (line.allowance?.amount ?? 0n))
}

/** A discount in per cent over all lines, divided over their rates. */
function discountOf({ discount }: Shape, lines: readonly DocumentLine[], amounts: readonly Cents[]) {
  if (discount === null) return []
  const bases = new Map<string, { treatment: VatTreatment; rate: string; base: Cents }>()
  for (const [index, line] of lines.entries()) {
    if (!isItem(line)) continue
    const [treatment, rate] = [line.vatTreatment, line.vatRate]
    const base = sumOf([bases.get(`${treatment} ${rate}`)?.base ?? cents(0n), amounts[index] ?? cents(0n)])
    bases.set(`${treatment} ${rate}`, { treatment, rate, base })
  }
  const parts = [...bases.values()].map((part) => ({ ...part, amount: shareOf(part.base, discount) }))
  return [{ kind: 'allowance', reason: 'raamovereenkomst', percentage: discount, parts } as DocumentAllowance]
}

/** A charge of an amount, on the rate of the first line. */
function chargeOf({ charge, isCredit }: Shape, lines: readonly DocumentLine[]): DocumentAllowance[] {
  const [line] = lines.filter(isItem)
  if (charge === null || line === undefined) return []
  const amount = cents(BigInt(isCredit ? -charge : charge))
  const part = { treatment: line.vatTreatment, rate: line.vatRate, base: amount, amount }
  return [{ kind: 'charge', reason: 'Verzendkosten', percentage: null, parts: [part] }]
}

function totalsOf(
  { pricesIncludeVat }: Shape,
  lines: readonly DocumentLine[],
  amounts: readonly Cents[],
  allowances: readonly DocumentAllowance[],
) {
  const items = [...lines.entries()].flatMap(([index, line]) =>
    isItem(line)
      ? [{ index, amount: amounts[index] ?? cents(0n), treatment: line.vatTreatment, rate: line.vatRate }]
      : [],
  )
  const parts = allowances.flatMap(({ kind, parts }) =>
    parts.map((part) => ({ ...part, amount: cents(kind === 'charge' ? part.amount : -part.amount) })),
  )
  const totals = totalsOfAmounts([...items, ...parts], pricesIncludeVat)
  const ofLine = lines.map((_line, index) => {
    const position = items.findIndex((item) => item.index === index)
    return totals.lines[position] ?? { amount: cents(0n), net: cents(0n) }
  })
  return { ...totals, lines: ofLine }
}

function supplyOf(supplied: Shape['supplied']) {
  if (supplied === null) return null
  const [from, days] = supplied
  const day = (number: number) => parsePlainDate(`2026-10-${String(number).padStart(2, '0')}`)
  return { from: day(1 + from), until: day(Math.min(31, 1 + from + days)) }
}

/** A percentage of an amount, rounded to cents. */
function shareOf(amount: Cents, percentage: string): Cents {
  return cents(divideHalfUp(amount * BigInt(Math.round(Number(percentage) * 100)), 10_000n))
}

function negated(decimal: string): string {
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`
}
