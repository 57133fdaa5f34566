export { openTypesetting, type Typesetting } from './typesetting/open-typesetting.ts'
export { TypesettingBusy } from './typesetting/typesetting-error.ts'
export { writeInvoiceUbl } from './ubl/write-invoice-ubl.ts'
