import type { Language } from '@stella/texts/screens'
import { isVatTreatment } from '../api/vat.ts'
import { formatEuro, formatQuantity } from '../format/amounts.ts'
import { readDecimal } from '../format/decimal.ts'
import {
  type AllowanceFields,
  allowanceFieldsOf,
  figurePath,
  filledAllowances,
  lacksFigure,
  ofLine,
} from './allowances.ts'
import type { Invoice, InvoiceContent } from './queries.ts'
import { isDay } from './read-day.ts'
import { isUnit } from './units.ts'

/** A line as it stands in the form: numbers are kept as they were typed. */
export type LineFields = {
  key: string
  /** A text has a description and nothing else. */
  kind: 'item' | 'text'
  /** The product that it began with, which may have an account of its own in the books. */
  productId: string | null
  description: string
  quantity: string
  /** Empty for ones. */
  unit: string
  unitPrice: string
  /** One of vatTreatments, or what was pasted and is none of them. */
  vatTreatment: string
  /** The percentage as it was typed; it counts where the treatment leaves the rate to the line. */
  vatRate: string
  /** Whether a person chose the treatment; else it follows the customer. */
  vatIsChosen: boolean
  /** Discounts and charges on this line alone. */
  allowances: AllowanceFields[]
}

/** A draft as it stands in the form. */
export type DraftFields = {
  customerId: string | null
  /** Null for the usual series of numbers. */
  seriesId: string | null
  /** YYYY-MM-DD, or what was typed when that is no day. */
  invoiceDate: string
  paymentTermDays: number
  description: string
  pricesIncludeVat: boolean
  /** Days as invoiceDate; empty for the day of the invoice. */
  supplyFrom: string
  supplyUntil: string
  buyerReference: string
  orderNumber: string
  projectNumber: string
  closing: string
  lines: LineFields[]
  /** Discounts and charges on the whole. */
  allowances: AllowanceFields[]
}

export type LineField = 'description' | 'quantity' | 'unit' | 'unitPrice' | 'vatTreatment' | 'vatRate'

/** What the form says to the API, and how the API's paths lead back to the form. */
export type ReadDraft = {
  content: Omit<InvoiceContent, 'customerId'> & { customerId: string | null }
  /**
   * Paths of fields that hold no number, no day or no VAT rate of ours, or nothing where a number is needed; with any
   * of them nothing is saved.
   */
  unreadable: string[]
  /** Those of them that are merely empty: what has been typed so far can be reckoned, as if nothing stood on that line. */
  empty: string[]
  /** The place in the form of every line that is sent; an empty line is not. */
  places: number[]
  /** The same of discounts and charges, by the path under which they are sent: `allowances`, `lines.0.allowances`. */
  allowancePlaces: Record<string, number[]>
}

/** @param like a line whose VAT it has too */
export function emptyLine(like?: LineFields): LineFields {
  return {
    key: crypto.randomUUID(),
    kind: 'item',
    productId: null,
    description: '',
    quantity: '1',
    unit: like?.unit ?? '',
    unitPrice: '',
    vatTreatment: like?.vatTreatment ?? 'high',
    vatRate: like?.vatRate ?? '',
    vatIsChosen: like?.vatIsChosen ?? false,
    allowances: [],
  }
}

/** The lines with the treatment that goes with the customer, where no person chose another. */
export function withSuggestedVat(lines: readonly LineFields[], suggested: string): LineFields[] {
  return lines.map((line) => (line.vatIsChosen ? line : { ...line, vatTreatment: suggested }))
}

/** What is rarely filled in. */
export const nothingMore = {
  supplyFrom: '',
  supplyUntil: '',
  buyerReference: '',
  orderNumber: '',
  projectNumber: '',
  closing: '',
}

/** Where nothing else is agreed with a customer. */
export const usualTermDays = 30

export function emptyDraft(today: string, customerId: string | null): DraftFields {
  return {
    customerId,
    seriesId: null,
    invoiceDate: today,
    paymentTermDays: usualTermDays,
    description: '',
    pricesIncludeVat: false,
    ...nothingMore,
    lines: [emptyLine()],
    allowances: [],
  }
}

/** A saved draft as fields, its numbers written in the language of the screens. */
export function fieldsOf(invoice: Invoice, language: Language): DraftFields {
  const lines = invoice.lines.map((line) => ({
    key: crypto.randomUUID(),
    kind: line.kind,
    productId: line.productId,
    description: line.description,
    quantity: formatQuantity(line.quantity, language),
    unit: line.unit ?? '',
    unitPrice: formatEuro(line.unitPrice, language),
    vatTreatment: line.vatTreatment,
    vatRate: hasOwnRate(line.vatTreatment) ? formatQuantity(line.vatRate, language) : '',
    vatIsChosen: true,
    allowances: allowanceFieldsOf(line.allowances, language),
  }))
  return {
    customerId: invoice.customerId,
    seriesId: invoice.seriesId,
    invoiceDate: invoice.invoiceDate,
    paymentTermDays: invoice.paymentTermDays,
    description: invoice.description,
    pricesIncludeVat: invoice.pricesIncludeVat,
    supplyFrom: invoice.supply?.from ?? '',
    supplyUntil: untilOf(invoice.supply),
    buyerReference: invoice.buyerReference ?? '',
    orderNumber: invoice.orderNumber ?? '',
    projectNumber: invoice.projectNumber ?? '',
    closing: invoice.closing ?? '',
    lines: lines.length > 0 ? lines : [emptyLine()],
    allowances: allowanceFieldsOf(invoice.allowances, language),
  }
}

/**
 * Reads the fields as content for the API. A text that is no number, or no day, is told, and so is a number that is
 * missing; zero stands in for it.
 */
export function readDraft(fields: DraftFields, language: Language): ReadDraft {
  const places: number[] = []
  const unreadable: string[] = []
  const empty: string[] = []
  const allowancePlaces: Record<string, number[]> = {}
  const lines = fields.lines.flatMap((line, place): InvoiceContent['lines'] => {
    if (isEmptyLine(line)) return []
    places.push(place)
    if (line.kind === 'text') return [{ ...textOnly, description: line.description }]
    return [
      {
        kind: line.kind,
        // Whoever emptied a line began another.
        productId: line.description.trim() === '' ? null : line.productId,
        description: line.description,
        quantity: readNumber(line.quantity, `lines.${place}.quantity`),
        unit: readUnit(line.unit, `lines.${place}.unit`),
        unitPrice: readNumber(line.unitPrice, `lines.${place}.unitPrice`),
        vatTreatment: readTreatment(line.vatTreatment, `lines.${place}.vatTreatment`),
        vatRate: hasOwnRate(line.vatTreatment) ? readRate(line.vatRate, `lines.${place}.vatRate`) : null,
        allowances: readAllowances(line.allowances, {
          at: `lines.${place}.allowances`,
          sentAs: `lines.${places.length - 1}.allowances`,
        }).map(ofLine),
      },
    ]
  })
  const { customerId, seriesId, invoiceDate, paymentTermDays, description, pricesIncludeVat } = fields
  if (!isDay(invoiceDate)) unreadable.unshift('invoiceDate')
  for (const end of ['From', 'Until'] as const) {
    const day = fields[`supply${end}`]
    if (day !== '' && !isDay(day)) unreadable.push(`supply.${end.toLowerCase()}`)
  }
  return {
    content: {
      customerId,
      seriesId,
      invoiceDate,
      paymentTermDays,
      description,
      pricesIncludeVat,
      supply: supplyOf(fields),
      buyerReference: orNull(fields.buyerReference),
      orderNumber: orNull(fields.orderNumber),
      projectNumber: orNull(fields.projectNumber),
      closing: orNull(fields.closing),
      lines,
      allowances: readAllowances(fields.allowances, { at: 'allowances', sentAs: 'allowances' }),
    },
    places,
    allowancePlaces,
    unreadable,
    empty,
  }

  function readAllowances(given: readonly AllowanceFields[], { at, sentAs }: { at: string; sentAs: string }) {
    const filled = filledAllowances(given, language)
    allowancePlaces[sentAs] = filled.map(({ place }) => place)
    for (const { place, isRead, field } of filled) if (!isRead) unreadable.push(`${at}.${place}.${field}`)
    given.forEach((allowance, place) => {
      if (lacksFigure(allowance)) miss(figurePath(`${at}.${place}`, allowance))
    })
    return filled.map(({ content }) => content)
  }

  function readTreatment(given: string, path: string): string {
    if (!isVatTreatment(given)) unreadable.push(path)
    return given
  }

  function readUnit(given: string, path: string) {
    if (given === '') return null
    if (!isUnit(given)) unreadable.push(path)
    return isUnit(given) ? given : null
  }

  function readRate(typed: string, path: string): string | null {
    const percentage = typed.replace('%', '').trim()
    return percentage === '' ? null : readNumber(percentage, path)
  }

  function readNumber(typed: string, path: string): string {
    if (typed.trim() === '') return miss(path)
    const read = readDecimal(typed, language)
    if (read === undefined) unreadable.push(path)
    return read ?? '0'
  }

  function miss(path: string): string {
    unreadable.push(path)
    empty.push(path)
    return '0'
  }
}

const textOnly = {
  kind: 'text' as const,
  productId: null,
  quantity: null,
  unit: null,
  unitPrice: null,
  vatTreatment: null,
  vatRate: null,
  allowances: [],
}

/** One day has no other end in the form. */
function untilOf(supply: Invoice['supply']): string {
  return supply && supply.until !== supply.from ? supply.until : ''
}

function supplyOf({ supplyFrom, supplyUntil }: DraftFields) {
  return supplyFrom === '' && supplyUntil === '' ? null : { from: supplyFrom, until: orNull(supplyUntil) }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text
}

/** Whether a treatment leaves the rate to the line. */
export function hasOwnRate(vatTreatment: string): boolean {
  return vatTreatment === 'other_rate'
}

/**
 * Whether there is an invoice to save: a customer and something on a line. Before that a draft would send the
 * relation of a customer who was only picked by mistake.
 */
export function isWorthSaving(content: ReadDraft['content']): content is InvoiceContent {
  return content.customerId !== null && content.lines.length > 0
}

export function isEmptyLine(line: LineFields): boolean {
  return line.description.trim() === '' && (line.kind === 'text' || line.unitPrice.trim() === '')
}
