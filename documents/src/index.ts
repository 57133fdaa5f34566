export { renderInvoicePdf } from './pdf/render-invoice-pdf.ts'
export { writeInvoiceUbl } from './ubl/write-invoice-ubl.ts'
