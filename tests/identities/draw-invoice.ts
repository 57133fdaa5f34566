import {
  type DraftInput,
  type InvoiceContent,
  type InvoiceTotals,
  offeredVatTreatments,
  statutoryRates,
  totalsOf,
  units,
  validateDraft,
} from '@stella/invoicing'
import type { Chance } from './chance.ts'

export type DrawnInvoice = InvoiceContent & { readonly totals: InvoiceTotals }

/** Days of today's rates and of rates before, and one on either side of a change. */
const days = [
  '2026-11-22',
  '2026-11-22',
  '2026-11-22',
  '2018-12-31',
  '2019-01-01',
  '2012-09-30',
  '2012-10-01',
]
const quantities = ['1', '2', '3', '8', '12', '0.5', '2.75', '0.3333', '100', '1000', '-1', '17.5', '0']
const reductions = ['5', '10', '12.5', '33.3333', '2', '100']

/** An invoice as people make them: any treatment and rate, both manners of prices, discounts, one line or hundreds. */
export function drawInvoice(chance: Chance): DrawnInvoice {
  for (;;) {
    const draft = validateDraft(drawInput(chance), statutoryRates)
    // What takes off more than there is, or comes to too much, is refused in a draft already; texts alone are never final.
    if (draft.ok && draft.value.lines.some(({ kind }) => kind !== 'text'))
      return { ...draft.value, totals: totalsOf(draft.value) }
  }
}

function drawInput(chance: Chance): DraftInput {
  return {
    customerId: 'klant',
    invoiceDate: chance.of(days),
    paymentTermDays: 14,
    pricesIncludeVat: chance.happens(0.4),
    lines: Array.from({ length: drawLength(chance) }, () => drawLine(chance)),
    allowances: chance.happens(0.2) ? [drawOnWhole(chance)] : [],
  }
}

function drawLength(chance: Chance): number {
  if (chance.happens(0.005)) return chance.between(100, 400)
  return chance.happens(0.1) ? chance.between(6, 30) : chance.between(1, 5)
}

function drawLine(chance: Chance) {
  if (chance.happens(0.03)) return { kind: 'text', description: 'Begane grond' }
  const vatTreatment = chance.happens(0.6) ? chance.of(['high', 'low']) : chance.of(offeredVatTreatments)
  return {
    description: 'Werk',
    quantity: chance.of(quantities),
    unit: chance.of([...units, null]),
    unitPrice: drawPrice(chance),
    vatTreatment,
    vatRate: vatTreatment === 'other_rate' ? chance.of(['5.5', '13', '19', '0.5', '12.34']) : null,
    allowances: chance.happens(0.1) ? [drawAllowance(chance)] : [],
  }
}

/** Mostly two decimals, now and then as many as a price may have, and sometimes less than nothing. */
function drawPrice(chance: Chance): string {
  const decimals = chance.of([0, 2, 2, 2, 2, 3, 4])
  const size = chance.next() ** 3 * chance.of([10, 100, 5_000])
  return `${chance.happens(0.05) ? '-' : ''}${size.toFixed(decimals)}`
}

function drawAllowance(chance: Chance) {
  const kind = chance.of(['allowance', 'charge'])
  return chance.happens(0.6)
    ? { kind, reason: 'afspraak', percentage: chance.of(reductions), amount: null }
    : { kind, reason: null, percentage: null, amount: (0.01 + chance.next() * 20).toFixed(2) }
}

function drawOnWhole(chance: Chance) {
  const isOfRate = chance.happens(0.2)
  return { ...drawAllowance(chance), vatTreatment: isOfRate ? 'high' : null, vatRate: null }
}
