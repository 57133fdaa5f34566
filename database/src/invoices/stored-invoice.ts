import {
  type Cents,
  type CreditedInvoice,
  type CustomerContent,
  cents,
  type DraftInvoice,
  type FinalInvoice,
  formatAmount,
  type InvoiceLine,
  type InvoiceTotals,
  type LineTotals,
  type OrganizationProfile,
  parseAmount,
  parsePlainDate,
  parseQuantity,
  parseUnitPrice,
  readVatRate,
  type SupplyPeriod,
  type Unit,
  units,
  type VatGroup,
  type VatRate,
  type VatTreatment,
  vatTreatmentCodes,
} from '@stella/invoicing'
import type { Selectable } from 'kysely'
import type { InvoiceLines, Invoices } from '../schema/schema.generated.ts'
import { documentAllowancesOf, lineAllowancesOf } from './stored-allowances.ts'

/** What a stored invoice has beyond the domain's. */
export interface StoredParts {
  /** Of a final invoice: as it was when it became final. Of a draft: as it is now. */
  readonly customer: CustomerContent
  /** The same of the organization that sends it. */
  readonly sender: OrganizationProfile
  /** The program or the file that it came from, where Stella did not make it, and whether that was a credit note, of what. */
  readonly origin: string | null
  readonly originIsCredit: boolean
  readonly originCredits: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

export type StoredDraft = DraftInvoice & StoredParts
export type StoredFinal = FinalInvoice & StoredParts
export type StoredInvoice = StoredDraft | StoredFinal

export interface Parties {
  readonly customer: CustomerContent
  readonly sender: OrganizationProfile
}

/** Puts an invoice together from its row, its lines in order, for a draft the parties of today, and what it credits. */
export function storedInvoiceOf(
  row: Selectable<Invoices>,
  lines: readonly Selectable<InvoiceLines>[],
  partiesOfDraft: Parties | null,
  credits: CreditedInvoice | null,
): StoredInvoice {
  const common = {
    id: row.id,
    customerId: row.customer_id,
    seriesId: row.series_id,
    invoiceDate: parsePlainDate(row.invoice_date),
    paymentTermDays: row.payment_term_days,
    description: row.description,
    pricesIncludeVat: row.prices_include_vat,
    supply: supplyOf(row),
    buyerReference: row.buyer_reference,
    orderNumber: row.order_number,
    projectNumber: row.project_number,
    closing: row.closing,
    lines: lines.map(lineOf),
    allowances: documentAllowancesOf(row.allowances).entered,
    totals: totalsOf(row, lines),
    revision: row.revision,
    origin: row.origin,
    originIsCredit: row.origin_is_credit ?? false,
    originCredits: row.origin_credits,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
  if (row.number === null || row.finalized_at === null) {
    if (partiesOfDraft === null) throw new RangeError(`The draft ${row.id} has no parties.`)
    return { ...common, ...partiesOfDraft, state: 'draft', number: null, finalizedAt: null }
  }
  const frozen = { customer: row.customer_snapshot, sender: row.sender_snapshot } as unknown as Parties
  return { ...common, ...frozen, state: 'final', number: row.number, finalizedAt: row.finalized_at, credits }
}

function lineOf(line: Selectable<InvoiceLines>): InvoiceLine {
  return {
    kind: line.kind,
    ...(line.product_id !== null && { productId: line.product_id }),
    description: line.description,
    unit: unitOf(line.unit),
    quantity: parseQuantity(line.quantity),
    unitPrice: parseUnitPrice(line.unit_price),
    vatTreatment: treatmentOf(line.vat_treatment),
    vatRate: rateOf(line.vat_rate),
    allowances: lineAllowancesOf(line.allowances).entered,
  }
}

function supplyOf({ supply_from, supply_until }: Selectable<Invoices>): SupplyPeriod | null {
  if (supply_from === null || supply_until === null) return null
  return { from: parsePlainDate(supply_from), until: parsePlainDate(supply_until) }
}

function unitOf(stored: string | null): Unit | null {
  const unit = units.find((known) => known === stored)
  if (stored !== null && unit === undefined) throw new RangeError(`Not a unit: ${JSON.stringify(stored)}.`)
  return unit ?? null
}

/** An unknown treatment is refused, never taken for another. */
function treatmentOf(code: string): VatTreatment {
  const treatment = vatTreatmentCodes.find((known) => known === code)
  if (treatment === undefined) throw new RangeError(`Not a VAT treatment: ${JSON.stringify(code)}.`)
  return treatment
}

/** The database may write zeros behind a percentage. */
function rateOf(stored: string): VatRate {
  const rate = readVatRate(stored)
  if (rate === null) throw new RangeError(`Not a VAT rate: ${JSON.stringify(stored)}.`)
  return rate
}

function totalsOf(row: Selectable<Invoices>, lines: readonly Selectable<InvoiceLines>[]): InvoiceTotals {
  const { parts } = documentAllowancesOf(row.allowances)
  return {
    lines: lines.map(lineTotalsOf),
    ...(parts.length > 0 && { allowances: parts }),
    vatGroups: (row.vat_groups as unknown as StoredVatGroup[]).map((group) => vatGroupOf(row, group)),
    net: cents(row.total_net),
    vat: cents(row.total_vat),
    gross: cents(row.total_gross),
  }
}

function lineTotalsOf(line: Selectable<InvoiceLines>): LineTotals {
  const { amounts } = lineAllowancesOf(line.allowances)
  return {
    amount: cents(line.amount),
    net: cents(line.net),
    ...(amounts.length > 0 && { allowances: amounts }),
  }
}

/** JSON has no whole numbers of any size, so amounts stand in it as decimal strings. */
type StoredVatGroup = {
  readonly [Key in keyof VatGroup]: VatGroup[Key] extends Cents | undefined ? string : VatGroup[Key]
}

/**
 * Where prices are without VAT it is stated over the net amount; credit notes for a part from before that was written
 * down do not say so.
 */
function vatGroupOf(
  { prices_include_vat }: Pick<Selectable<Invoices>, 'prices_include_vat'>,
  { treatment, rate, net, vat, gross, taxable = prices_include_vat ? undefined : net }: StoredVatGroup,
): VatGroup {
  return {
    treatment: treatmentOf(treatment),
    rate,
    net: parseAmount(net),
    vat: parseAmount(vat),
    gross: parseAmount(gross),
    ...(taxable !== undefined && { taxable: parseAmount(taxable) }),
  }
}

/** The text to store in `vat_groups`. */
export function vatGroupsJson(groups: readonly VatGroup[]): string {
  const stored: StoredVatGroup[] = groups.map(({ treatment, rate, net, vat, gross, taxable }) => ({
    treatment,
    rate,
    net: formatAmount(net),
    vat: formatAmount(vat),
    gross: formatAmount(gross),
    ...(taxable !== undefined && { taxable: formatAmount(taxable) }),
  }))
  return JSON.stringify(stored)
}
