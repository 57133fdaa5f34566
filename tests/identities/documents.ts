import { type MutationPlan, planMutation } from '@stella/bookkeeping'
import { type InvoiceDocument, writeInvoiceUbl } from '@stella/documents'
import type { CreditContent } from '@stella/invoicing'
import type { DrawnInvoice } from './draw-invoice.ts'

/** An invoice, or a credit note for part of one, as it is final. */
export type Final = Pick<DrawnInvoice, 'pricesIncludeVat' | 'paymentTermDays' | 'invoiceDate'> &
  Pick<CreditContent, 'totals' | 'lines' | 'allowances'> & {
    readonly number: string
    readonly description: string
    readonly state: 'final'
    readonly credits: { readonly number: string } | null
  }

export function planOf(final: Final): MutationPlan {
  return planMutation({
    invoice: final,
    accounts: { debtors: '1300', revenue: '8000' },
    customerName: 'Kroon Vastgoed B.V.',
    relationCode: 'S1',
    reference: 'STELLA-1',
  })
}

/** What its parties are makes no difference to any amount. */
function documentOf(final: Final) {
  const { credits, invoiceDate, totals } = final
  const credited = { number: '2026-0001', invoiceDate, dueDate: invoiceDate, gross: totals.gross }
  return {
    organization: { ...party, name: 'Van Dijk Installatie', kvkNumber: '12345678', ...account },
    customer: { ...party, ...customer, name: 'Kroon Vastgoed B.V.', kvkNumber: '87654321' },
    invoice: {
      ...final,
      kind: credits === null ? ('invoice' as const) : ('credit_note' as const),
      creditedInvoice: credits === null ? null : { ...credited, remaining: null },
    },
  } satisfies InvoiceDocument
}

export function ublOf(final: Final): string {
  return writeInvoiceUbl(documentOf(final))
}

const party = {
  address: 'Ambachtsweg 14',
  postalCode: '8011 AB',
  city: 'Zwolle',
  country: 'NL',
  email: null,
  phone: null,
  vatNumber: 'NL004495445B01',
}
const account = { iban: 'NL91ABNA0417164300', accountName: null, vatScheme: 'ordinary' } as const
const customer = {
  kind: 'company',
  language: 'nl',
  contactName: null,
  postalAddress: null,
  contacts: [],
  oin: null,
  peppolId: null,
  paymentTermDays: null,
  vatTreatment: null,
} as const
