import type * as dutch from '../nl/csv.ts'

export const csv = {
  invoices: {
    file: 'invoices',
    number: 'Number',
    kind: 'Kind',
    draft: 'Draft',
    invoice: 'Invoice',
    creditNote: 'Credit note',
    customer: 'Customer',
    date: 'Invoice date',
    due: 'Due date',
    description: 'Description',
    net: 'Amount without VAT',
    vat: 'VAT',
    gross: 'Total',
    books: 'In the books',
    payment: 'Payment',
    outstanding: 'Still open',
  },
} satisfies typeof dutch.csv
