import {
  type Cents,
  cents,
  exactVatBase,
  formatAmount,
  type InvoiceLine,
  type InvoiceTotals,
  netParts,
  rateOfLine,
} from '@stella/invoicing'
import { amount, taxCategory } from './tax.ts'
import { type Element, group, leaf } from './xml.ts'

/** «One», the unit of measure for what has no other (UN/ECE recommendation 20). */
const UNIT_ONE = 'C62'

/** What the lines come to without VAT, adding up to the bases of the VAT subtotals exactly (BR-CO-10). */
export function lineBases(
  lines: readonly InvoiceLine[],
  totals: InvoiceTotals,
  pricesIncludeVat: boolean,
): Cents[] {
  if (!pricesIncludeVat) return totals.lines.map((line) => line.net)
  const bases = new Map<number, Cents>()
  for (const { treatment, rate, ...amounts } of totals.vatGroups) {
    const indexes = [...lines.keys()].filter((index) => belongsTo(lines[index], treatment, rate))
    const entered = indexes.map((index) => totals.lines[index]?.amount ?? cents(0n))
    const parts = netParts(entered, rate, exactVatBase(amounts, rate))
    for (const [position, index] of indexes.entries()) bases.set(index, parts[position] ?? cents(0n))
  }
  return lines.map((_line, index) => bases.get(index) ?? cents(0n))
}

function belongsTo(line: InvoiceLine | undefined, treatment: string, rate: string): boolean {
  return line !== undefined && line.vatTreatment === treatment && rateOfLine(line) === rate
}

/** One invoice line. UBL allows no negative price, so that its sign goes to the quantity (BR-27). */
export function lineElement(
  line: InvoiceLine,
  position: number,
  base: Cents,
  pricesIncludeVat: boolean,
): Element | null {
  const [name = '', ...further] = line.description.split('\n')
  const rate = rateOfLine(line)
  return group('cac:InvoiceLine', [
    leaf('cbc:ID', String(position)),
    leaf('cbc:InvoicedQuantity', signedQuantity(line), { unitCode: UNIT_ONE }),
    amount('cbc:LineExtensionAmount', base),
    group('cac:Item', [
      leaf('cbc:Description', further.join('\n').trim()),
      leaf('cbc:Name', name),
      taxCategory('cac:ClassifiedTaxCategory', { treatment: line.vatTreatment, rate }, false),
    ]),
    pricesIncludeVat ? priceOfWholeLine(line, base) : priceOfOne(line),
  ])
}

function signedQuantity(line: InvoiceLine): string {
  const quantity = unsigned(line.quantity)
  const negative = line.quantity.startsWith('-') !== line.unitPrice.startsWith('-')
  return negative ? `-${quantity}` : quantity
}

function priceOfOne(line: InvoiceLine): Element | null {
  return group('cac:Price', [leaf('cbc:PriceAmount', unsigned(line.unitPrice), { currencyID: 'EUR' })])
}

/**
 * A price without VAT of something priced with VAT has no end of decimals. The whole line has an exact one, so
 * the price is stated for as many units as the line has.
 */
function priceOfWholeLine(line: InvoiceLine, base: Cents): Element | null {
  return group('cac:Price', [
    leaf('cbc:PriceAmount', unsigned(formatAmount(base)), { currencyID: 'EUR' }),
    leaf('cbc:BaseQuantity', unsigned(line.quantity), { unitCode: UNIT_ONE }),
  ])
}

function unsigned(number: string): string {
  return number.startsWith('-') ? number.slice(1) : number
}
