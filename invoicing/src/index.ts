export { type ContactFields, type ContactInput, contactLengths } from './customers/contact-fields.ts'
export { countryCodes, isCountryCode } from './customers/countries.ts'
export {
  type Customer,
  type CustomerContent,
  type CustomerInput,
  type CustomerKind,
  customerKinds,
} from './customers/customer.ts'
export { validateCustomer } from './customers/validate-customer.ts'
export {
  addDays,
  isBookableDate,
  type PlainDate,
  parsePlainDate,
  readPlainDate,
  yearOf,
} from './dates/plain-date.ts'
export { todayInAmsterdam } from './dates/today-in-amsterdam.ts'
export { dueDate } from './invoices/due-date.ts'
export {
  type DraftInvoice,
  type FinalInvoice,
  type Invoice,
  type InvoiceContent,
  type InvoiceLine,
  type InvoiceState,
  invoiceStates,
} from './invoices/invoice.ts'
export { formatInvoiceNumber, seriesOf } from './invoices/invoice-number.ts'
export { type InvoiceLineInput, LINE_DESCRIPTION_LENGTH, MAXIMUM_LINES } from './invoices/read-line.ts'
export {
  DESCRIPTION_LENGTH,
  type DraftInput,
  MAXIMUM_PAYMENT_TERM_DAYS,
  validateDraft,
} from './invoices/validate-draft.ts'
export { type FinalizableInvoice, validateFinal } from './invoices/validate-final.ts'
export { allocate, roundToTotal } from './money/allocate.ts'
export {
  type Cents,
  cents,
  formatAmount,
  isWithinBounds,
  MAXIMUM_AMOUNT,
  negate,
  parseAmount,
  readAmount,
  sumOf,
  ZERO,
} from './money/cents.ts'
export { divideHalfUp } from './money/divide-half-up.ts'
export {
  type LegallyRequiredField,
  missingLegalFields,
  type OrganizationInput,
  type OrganizationProfile,
  validateOrganization,
} from './organizations/organization-profile.ts'
export { type Problem, type ProblemCode, problemCodes, type Validated } from './problems/problem.ts'
export { lineAmount } from './quantities/line-amount.ts'
export { parseQuantity, type Quantity, readQuantity } from './quantities/quantity.ts'
export { parseUnitPrice, readUnitPrice, type UnitPrice } from './quantities/unit-price.ts'
export { onOneLine, plainText } from './texts/plain-text.ts'
export {
  computeTotals,
  type InvoiceTotals,
  type LineTotals,
  rateOfLine,
  type TaxableAmount,
  type TaxableLine,
  totalsOfAmounts,
  type VatGroup,
} from './vat/compute-totals.ts'
export {
  isOfferedVatTreatment,
  type OfferedVatTreatment,
  offeredVatTreatments,
  rateInHundredths,
  type VatCategory,
  type VatRate,
  type VatReturnBox,
  type VatTreatment,
  type VatTreatmentRules,
  vatTreatmentCodes,
  vatTreatments,
} from './vat/treatments.ts'
export { exactVatBase, netParts, shareVat, type VatAmounts, vatOverNet } from './vat/vat-of-group.ts'
