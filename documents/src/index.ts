export { type AttachmentProblem, readAttachment } from './attachments/read-attachment.ts'
export { missingForEInvoice, unprintableFields } from './checks/document-checks.ts'
export { readLogo } from './checks/read-logo.ts'
export { invoicePage } from './customer-page/invoice-page.ts'
export { revokedPage, unknownPage } from './customer-page/page.ts'
export { finalDocumentOf, shownOf } from './document-of.ts'
export type { InvoiceDocument } from './invoice-document.ts'
export { fileNameOf } from './letters/file-name.ts'
export { letterLogo } from './letters/letter-logo.ts'
export {
  LOGO_ID,
  logoInMail,
  logoOnPage,
  placeholdersOf,
  usualTemplate,
  writeLetter,
} from './letters/write-letter.ts'
export { joinPdfs } from './pdf/join-pdfs.ts'
export type { Report } from './reports/report.ts'
export { openTypesetting, type Typesetting } from './typesetting/open-typesetting.ts'
export { TypesettingBusy } from './typesetting/typesetting-error.ts'
export { writeInvoiceUbl } from './ubl/write-invoice-ubl.ts'
