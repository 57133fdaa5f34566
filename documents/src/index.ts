export type {
  CreditedInvoice,
  DocumentAllowance,
  DocumentLanguage,
  DocumentLine,
  FinalInvoiceDocument,
  InvoiceDocument,
  ItemLine,
  LineAllowance,
  Logo,
  Recipient,
  Sender,
  TextLine,
} from './invoice-document.ts'
export { documentLanguages } from './invoice-document.ts'
export { type TypesettingLimits, typesettingLimits } from './typesetting/limits.ts'
export { openTypesetting, type Typesetting } from './typesetting/open-typesetting.ts'
export { TypesettingBusy, TypesettingError } from './typesetting/typesetting-error.ts'
export { profileOf, type UblProfile } from './ubl/profile.ts'
export type { EmbeddedPdf } from './ubl/references.ts'
export { writeInvoiceUbl } from './ubl/write-invoice-ubl.ts'
