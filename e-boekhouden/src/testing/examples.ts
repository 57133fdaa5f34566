import type { NewInvoice } from '../invoices/invoice.ts'
import type { NewMutation } from '../mutations/mutation.ts'
import type { NewRelation } from '../relations/relation.ts'

export const exampleMutation: NewMutation = {
  kind: 'invoiceSent',
  date: '2026-01-01',
  account: '1300',
  relationCode: 'K00001',
  invoiceNumber: '2026-0001',
  document: 'ref-1',
  description: 'Levering <kaas> & "wijn" €',
  paymentTermDays: '14',
  amountsIncludeVat: false,
  lines: [
    {
      amountEntered: '100.00',
      amountExcl: '100.00',
      amountVat: '21.00',
      amountIncl: '121.00',
      vatCode: 'HOOG_VERK_21',
      vatPercentage: '21',
      ledgerAccount: '8000',
    },
  ],
}

export const exampleRelation: NewRelation = {
  code: 'K00001',
  kind: 'company',
  name: 'Bakkerij De Korst & Zn.',
  contactPerson: 'A. de Vries',
  address: 'Dorpsstraat 1',
  postalCode: '1234 AB',
  city: 'Utrecht',
  country: 'Nederland',
  email: 'info@example.nl',
}

export const exampleInvoice: NewInvoice = {
  relationCode: 'K00001',
  date: '2026-01-01',
  paymentTermDays: 14,
  template: 'Standaard',
  bookingDescription: 'Factuur januari',
  email: { subject: 'Uw factuur', body: 'Zie bijlage', fromAddress: 'a@example.nl', fromName: 'A' },
  directDebit: {
    iban: 'NL91ABNA0417164300',
    mandateKind: 'recurring',
    mandateId: 'M1',
    mandateSignedOn: '2025-12-01',
    firstCollection: true,
    accountNumber: 'NL91ABNA0417164300',
    accountName: 'De Korst',
    city: 'Utrecht',
    descriptionLines: ['Factuur'],
  },
  lines: [
    {
      quantity: '1.5',
      unit: 'uur',
      code: 'UUR',
      description: 'Advies',
      pricePerUnit: '80.00',
      vatCode: 'HOOG_VERK_21',
      ledgerAccount: '8000',
    },
  ],
}
