import {
  type Allowance,
  cents,
  creditContent,
  type DocumentAllowance,
  documentLanguages,
  type InvoiceLine,
  type InvoiceTotals,
  isWithinBounds,
  parsePlainDate,
  parseQuantity,
  parseUnitPrice,
  plainText,
  ratedTreatments,
  rateOn,
  statutoryRates,
  totalsOf,
  units,
  type VatRate,
  type VatTreatment,
  vatTreatments,
} from '@stella/invoicing'
import fc from 'fast-check'
import type { FinalInvoiceDocument, Recipient, Sender } from '../invoice-document.ts'
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
  charge: fc.option(fc.constantFrom('0.01', '12.50', '80.00'), { freq: 3 }),
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
  ownRate: fc.boolean(),
  creditedBefore: fc.array(fc.constantFrom(0, 0, 0.5, 0.13), { minLength: 1, maxLength: 5 }),
  credited: fc.array(fc.constantFrom(1, 1, 0.5, 0.37, 0.1, 0), { minLength: 1, maxLength: 5 }),
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
  const content = {
    pricesIncludeVat: it.pricesIncludeVat,
    lines: it.lines.map((line, index) => lineOf(line, index, it)),
    allowances: [...discountsOf(it), ...chargesOf(it)],
  }
  const invoice = { ...content, totals: totalsOf(content) }
  return {
    organization: it.organization,
    customer: { language: it.language, ...it.customer },
    invoice: {
      ...it,
      kind: it.isCredit ? 'credit_note' : 'invoice',
      invoiceDate: parsePlainDate('2026-11-23'),
      supply: supplyOf(it.supplied),
      ...(it.isCredit ? creditOf(invoice, it) : invoice),
      creditedInvoice: it.isCredit ? credited : null,
      state: 'final',
      number: it.isCredit ? 'C2026-0003' : '2026-0216',
    },
  }
}

/** As much of each line as was drawn, after what was credited before; the whole where that cannot be. */
function creditOf(invoice: Drawn, { creditedBefore, credited }: Shape) {
  const share = (shares: readonly number[], position: number) => shares[position % shares.length] ?? 1
  const before = new Map<number, string>()
  const wanted = invoice.lines.map(({ quantity }, position) => {
    const taken = (Number(quantity) * share(creditedBefore, position)).toFixed(2)
    before.set(position, taken)
    const left = Number(quantity) - Number(taken)
    return { position, quantity: (left * share(credited, position)).toFixed(2) }
  })
  const part = creditContent(invoice, before, wanted)
  const credit = part.ok ? part : creditContent(invoice, new Map(), null)
  return credit.ok ? credit.value : invoice
}

type Drawn = {
  readonly pricesIncludeVat: boolean
  readonly lines: readonly InvoiceLine[]
  readonly allowances: readonly DocumentAllowance[]
  readonly totals: InvoiceTotals
}

const credited = {
  number: '2026-0211',
  invoiceDate: parsePlainDate('2026-11-02'),
  dueDate: parsePlainDate('2026-12-02'),
  gross: cents(718_664n),
  remaining: cents(500_000n),
}

function lineOf(shape: LineShape, index: number, { customer }: Shape): InvoiceLine {
  // The first line is never a text, since an invoice is about something.
  if (shape.isText && index > 0) return { ...textOnly, description: shape.description }
  const treatments = treatmentsFor(customer)
  const vatTreatment = treatments[shape.pick % treatments.length] ?? 'high'
  return {
    description: shape.description,
    quantity: parseQuantity(shape.quantity),
    unitPrice: parseUnitPrice(shape.unitPrice),
    vatTreatment,
    unit: shape.unit,
    vatRate: rateOf(vatTreatment, shape),
    allowances: [
      ...(shape.discount === null ? [] : [allowance('allowance', { percentage: shape.discount })]),
      ...(shape.charge === null
        ? []
        : [allowance('charge', { amount: shape.charge, reason: 'Toeslag avond' })]),
    ],
  }
}

const textOnly = {
  kind: 'text',
  quantity: parseQuantity('0'),
  unitPrice: parseUnitPrice('0'),
  vatTreatment: 'zero',
  vatRate: '0',
} as const

function allowance(kind: Allowance['kind'], figures: Partial<Allowance>): Allowance {
  return { kind, reason: null, percentage: null, amount: null, ...figures }
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

/** A discount in per cent over all lines. */
function discountsOf({ discount }: Shape): DocumentAllowance[] {
  if (discount === null) return []
  const figures = { percentage: discount, reason: 'raamovereenkomst' }
  return [{ ...allowance('allowance', figures), vatTreatment: null, vatRate: null }]
}

/** A charge of an amount, over all lines or under a rate of its own. */
function chargesOf({ charge, ownRate }: Shape): DocumentAllowance[] {
  if (charge === null) return []
  const entered = allowance('charge', { amount: (charge / 100).toFixed(2), reason: 'Verzendkosten' })
  return [{ ...entered, vatTreatment: ownRate ? 'high' : null, vatRate: ownRate ? '21' : null }]
}

function supplyOf(supplied: Shape['supplied']) {
  if (supplied === null) return null
  const [from, days] = supplied
  const day = (number: number) => parsePlainDate(`2026-10-${String(number).padStart(2, '0')}`)
  return { from: day(1 + from), until: day(Math.min(31, 1 + from + days)) }
}
