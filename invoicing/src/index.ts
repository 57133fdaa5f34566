export {
  type Allowance,
  type AllowanceAmount,
  type AllowanceKind,
  allowanceKinds,
  type DocumentAllowance,
  percentageOf,
  signed,
  withAllowances,
  withoutAllowances,
} from './allowances/allowance.ts'
export {
  type AttachmentFormat,
  attachmentFormats,
  attachmentLimits,
  attachmentTypes,
} from './attachments/attachment.ts'
export type { ContactFields } from './customers/contact-fields.ts'
export { invoiceRecipients } from './customers/contacts.ts'
export { countryCodes, isCountryCode, isInEuropeanUnion } from './customers/countries.ts'
export {
  type Customer,
  type CustomerContent,
  type CustomerInput,
  customerKinds,
  type DocumentLanguage,
  documentLanguages,
} from './customers/customer.ts'
export { type ElectronicAddress, isOin, readPeppolId } from './customers/electronic-address.ts'
export { type Forgetting, forgettingOf, forgettings } from './customers/forgetting.ts'
export { mergeCustomers, mergedFields } from './customers/merge-customers.ts'
export type { PostalAddress } from './customers/postal-address.ts'
export { validateCustomer } from './customers/validate-customer.ts'
export { instantInAmsterdam } from './dates/instant-in-amsterdam.ts'
export { monthOf, quarterOf } from './dates/month-of.ts'
export {
  addDays,
  isBookableDate,
  type PlainDate,
  parsePlainDate,
  readPlainDate,
  yearOf,
} from './dates/plain-date.ts'
export { todayInAmsterdam } from './dates/today-in-amsterdam.ts'
export { convertPrices } from './invoices/convert-prices.ts'
export { type CreditedLine, creditContent } from './invoices/credit.ts'
export type { CreditContent } from './invoices/credit-totals.ts'
export { dueDate } from './invoices/due-date.ts'
export {
  type CreditedInvoice,
  type DraftInvoice,
  type FinalInvoice,
  type Invoice,
  type InvoiceContent,
  type InvoiceLine,
  invoiceStates,
  lineKinds,
  type SupplyPeriod,
} from './invoices/invoice.ts'
export { leftToCredit } from './invoices/left-to-credit.ts'
export { stillToPay } from './invoices/still-to-pay.ts'
export {
  type DraftInput,
  validateDraft,
} from './invoices/validate-draft.ts'
export { validateFinal } from './invoices/validate-final.ts'
export {
  type HistoricalInvoice,
  type HistoryInput,
  validateHistory,
} from './invoices/validate-history.ts'
export {
  type KeyScope,
  keyScopes,
  mayRole,
  type Permission,
  permissions,
  permissionsOf,
  permissionsOfKey,
  type Role,
  readRole,
  roles,
} from './members/permissions.ts'
export {
  dkimFindings,
  dmarcFindings,
  type MailSecurity,
  type MailServer,
  mailSecurities,
  type SenderDomain,
  spfFindings,
  validateMailServer,
} from './messages/mail-server.ts'
export {
  type MailSettings,
  validateMailSettings,
} from './messages/mail-settings.ts'
export {
  isMessageLanguage,
  type MessageContent,
  type MessageInput,
  type MessageKind,
  type MessageLanguage,
  messageKinds,
  messageLanguages,
  usualMessageLanguage,
} from './messages/message.ts'
export {
  type FilledPlaceholders,
  fillTemplate,
  type MessageTemplate,
  messagePlaceholders,
  validateTemplate,
} from './messages/template.ts'
export { validateMessage } from './messages/validate-message.ts'
export { allocate } from './money/allocate.ts'
export {
  type Cents,
  cents,
  formatAmount,
  isWithinBounds,
  negate,
  parseAmount,
  readAmount,
  sumOf,
  ZERO,
} from './money/cents.ts'
export { divideHalfUp } from './money/divide-half-up.ts'
export { closedTooLongAgo, daysToOpenAgain, keptUntil, openAgainUntil } from './organizations/closing.ts'
export {
  isComplete,
  missingLegalFields,
  type OrganizationProfile,
  validateOrganization,
  vatSchemes,
} from './organizations/organization-profile.ts'
export {
  type PaymentState,
  paymentStateOf,
  paymentStates,
  type SettledAs,
  settledAs,
} from './payments/payment-state.ts'
export { type Problem, problemCodes, type Validated } from './problems/problem.ts'
export type { Product, ProductContent } from './products/product.ts'
export { validateProduct } from './products/validate-product.ts'
export { lineAmount } from './quantities/line-amount.ts'
export { parseQuantity, type Quantity } from './quantities/quantity.ts'
export { parseUnitPrice, type UnitPrice } from './quantities/unit-price.ts'
export { type Unit, unitCode, units } from './quantities/units.ts'
export { formatNumber, MAXIMUM_PLACE, numberToCome, placeIn, shapeOf } from './series/pattern.ts'
export { type SeriesContent, usualPattern, yearInSeries } from './series/series.ts'
export { validateNextNumber, validateSeries } from './series/validate-series.ts'
export { onOneLine, plainText } from './texts/plain-text.ts'
export {
  type AllowancePart,
  computeTotals,
  type InvoiceTotals,
  type LineTotals,
  sumOfLines,
  totalsOf,
  type VatGroup,
} from './vat/compute-totals.ts'
export { distanceSalesThreshold, domesticTreatments, isConsumerElsewhere } from './vat/distance-sales.ts'
export { isWithoutAmount } from './vat/is-without-amount.ts'
export { type DatedRate, ratedTreatments, rateOn, statutoryRates } from './vat/rates.ts'
export { splitExactly } from './vat/split-exactly.ts'
export { suggestVatTreatment } from './vat/suggest-treatment.ts'
export {
  type OfferedVatTreatment,
  offeredVatTreatments,
  rateInHundredths,
  readVatRate,
  type VatCategory,
  type VatRate,
  type VatReturnBox,
  type VatTreatment,
  vatTreatmentCodes,
  vatTreatments,
} from './vat/treatments.ts'
export { netParts, shareVat, taxableOf } from './vat/vat-of-group.ts'
