import type { BookedMutation, SalesMutation } from '../ports/readings.ts'

/**
 * The VAT codes of sales, as e-Boekhouden.nl calls them (BTWCode, manual 5.5 and the REST API's list; both spellings
 * of the reverse charge at the low rate), with the box of the VAT return that they count in.
 */
const salesVatCodes = {
  HOOG_VERK: '1a',
  HOOG_VERK_21: '1a',
  LAAG_VERK: '1b',
  LAAG_VERK_9: '1b',
  AFW_VERK: '1c',
  VERL_VERK: '1e',
  VERL_VERK_L9: '1e',
  LAAG_VERK_L9: '1e',
  BU_EU_VERK: '3a',
  BI_EU_VERK: '3b',
  BI_EU_VERK_D: '3b',
  AFST_VERK: '3c',
} as const satisfies Record<string, string>

/** Which box a code counts in; null of what stands outside VAT. */
export function boxOfCode(vatCode: string): string | null {
  return (salesVatCodes as Readonly<Record<string, string>>)[vatCode] ?? null
}

/**
 * What of a mutation is about sales: a sales invoice whole, and of any other its lines under a code of sales, such as
 * a cash sale or a journal entry. Null when nothing of it is.
 */
export function salesOf(mutation: BookedMutation): SalesMutation | null {
  const isInvoice = mutation.kind === 'invoice_sent'
  const lines = mutation.lines.filter(({ vatCode }) => isInvoice || boxOfCode(vatCode) !== null)
  if (lines.length === 0) return null
  return {
    ...mutation,
    lines: lines.map(({ account, net, vat, vatCode }) => ({
      account,
      vatCode,
      net: net?.toString() ?? null,
      vat: vat?.toString() ?? null,
    })),
  }
}
