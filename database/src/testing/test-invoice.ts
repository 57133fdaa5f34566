import {
  type CustomerContent,
  type InvoiceContent,
  parsePlainDate,
  parseQuantity,
  parseUnitPrice,
} from '@stella/invoicing'
import type { Transaction } from 'kysely'
import { saveCustomer } from '../customers/save-customer.ts'
import { saveDraft } from '../invoices/save-draft.ts'
import type { StoredDraft } from '../invoices/stored-invoice.ts'
import type { DB } from '../schema/schema.generated.ts'

/** The content of a customer to whom an invoice can be sent. */
export function customerContent(changes: Partial<CustomerContent> = {}): CustomerContent {
  return {
    kind: 'company',
    name: 'Café De Hoek',
    contactName: null,
    address: 'Dorpsstraat 1',
    postalCode: '1234 AB',
    city: 'Utrecht',
    country: 'NL',
    email: null,
    phone: null,
    kvkNumber: null,
    vatNumber: null,
    ...changes,
  }
}

/** The content of an invoice for € 121.00 that can be made final. */
export function invoiceContent(customerId: string, changes: Partial<InvoiceContent> = {}): InvoiceContent {
  return {
    customerId,
    seriesId: null,
    invoiceDate: parsePlainDate('2026-11-22'),
    paymentTermDays: 14,
    description: 'Werk van november',
    pricesIncludeVat: false,
    lines: [
      {
        description: 'Uren',
        quantity: parseQuantity('2'),
        unitPrice: parseUnitPrice('50.00'),
        vatTreatment: 'high',
        vatRate: '21',
      },
    ],
    ...changes,
  }
}

/** A draft for a customer of its own, in the transaction's organization. */
export async function testDraft(
  tx: Transaction<DB>,
  changes: Partial<InvoiceContent> = {},
): Promise<StoredDraft> {
  const customer = await saveCustomer(tx, customerContent())
  return saveDraft(tx, invoiceContent(customer.id, changes))
}
