import {
  type AllowanceAmount,
  type Cents,
  formatAmount,
  lineAmount,
  plainText,
  unitCode,
} from '@stella/invoicing'
import type { NetLine } from '../amounts/document-amounts.ts'
import { type ItemLine, isItem } from '../invoice-document.ts'
import { lineAllowances } from './allowances.ts'
import { taxCategory } from './tax.ts'
import { amount, type Writing } from './writing.ts'
import { type Element, group, leaf } from './xml.ts'

/**
 * The lines. A text between them has no place of its own in UBL: it is a note of the line it stands above, and
 * what stands below the last line a note of that.
 */
export function lineElements(writing: Writing): (Element | null)[] {
  return itemsWithNotes(writing).map((item, index) => lineElement(writing, item, index + 1))
}

type NotedLine = {
  readonly line: ItemLine
  readonly amounts: NetLine
  readonly allowances: readonly AllowanceAmount[]
  readonly notes: string[]
}

function itemsWithNotes({ document, amounts }: Writing): NotedLine[] {
  const items: NotedLine[] = []
  let notes: string[] = []
  for (const [index, line] of document.invoice.lines.entries()) {
    const net = amounts.lines[index]
    if (!isItem(line)) notes.push(line.description)
    else if (net !== undefined) {
      const { allowances = [] } = document.invoice.totals.lines[index] ?? {}
      items.push({ line, amounts: net, allowances, notes })
      notes = []
    }
  }
  items.at(-1)?.notes.push(...notes)
  return items
}

function lineElement(
  writing: Writing,
  { line, amounts, allowances, notes }: NotedLine,
  position: number,
): Element | null {
  const names = writing.isCreditNote ? creditNoteNames : invoiceNames
  const [name = '', ...further] = plainText(line.description).trim().split('\n')
  const unit = { unitCode: unitCode(line.unit ?? null) }
  return group(names.line, [
    leaf('cbc:ID', String(position)),
    leaf('cbc:Note', notes.join('\n')),
    leaf(names.quantity, signedQuantity(writing, line), unit),
    amount(writing, 'cbc:LineExtensionAmount', amounts.net),
    ...lineAllowances(writing, line.allowances ?? [], { of: allowances, nets: amounts.allowances }),
    group('cac:Item', [
      leaf('cbc:Description', further.join('\n').trim()),
      leaf('cbc:Name', name),
      taxCategory('cac:ClassifiedTaxCategory', { treatment: line.vatTreatment, rate: line.vatRate }),
    ]),
    priceElement(line, amounts.full, unit),
  ])
}

const invoiceNames = { line: 'cac:InvoiceLine', quantity: 'cbc:InvoicedQuantity' }
const creditNoteNames = { line: 'cac:CreditNoteLine', quantity: 'cbc:CreditedQuantity' }

/** UBL allows no negative price, so that its sign goes to the quantity (BR-27). */
function signedQuantity({ isCreditNote }: Writing, line: ItemLine): string {
  const quantity = unsigned(line.quantity)
  const isNegative = line.quantity.startsWith('-') !== line.unitPrice.startsWith('-')
  return isNegative !== isCreditNote && quantity !== '0' ? `-${quantity}` : quantity
}

/**
 * A price without VAT of something priced with VAT has no end of decimals, and a part of a line that is credited can
 * come to a cent beside its price. The whole line has an exact one, so the price is stated for as many units as the
 * line has.
 */
function priceElement(line: ItemLine, full: Cents, unit: Readonly<Record<string, string>>): Element | null {
  const quantity = unsigned(line.quantity)
  const isOfWholeLine = lineAmount(line) !== full && quantity !== '0'
  const price = isOfWholeLine ? formatAmount(full) : line.unitPrice
  return group('cac:Price', [
    leaf('cbc:PriceAmount', unsigned(price), { currencyID: 'EUR' }),
    leaf('cbc:BaseQuantity', isOfWholeLine ? quantity : null, unit),
  ])
}

function unsigned(number: string): string {
  return number.startsWith('-') ? number.slice(1) : number
}
