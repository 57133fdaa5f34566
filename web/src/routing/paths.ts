import type { Schemas } from '../api/client.ts'

/** What is open by how many days it is late, as it stands in the URL. */
export type OpenView = 'niet-vervallen' | '1-30-dagen' | '31-60-dagen' | 'meer-dan-60-dagen'
/** The filters of the list of invoices, as they stand in the URL. */
export type InvoiceView =
  | 'concept'
  | 'definitief'
  | 'wacht'
  | 'mislukt'
  | 'niet-geboekt'
  | 'te-laat'
  | 'betaald'
  | 'niet-verzonden'
  | 'mail-mislukt'
  | 'overgenomen'
  | 'open'
  | 'in-de-boeken'
  | 'verzonden'
  | OpenView
/** The filters of the activity log, as they stand in the URL. */
export type LogView =
  | 'mislukt'
  | 'wacht'
  | 'facturen'
  | 'relaties'
  | 'koppeling'
  | 'importen'
  | 'mails'
  | 'betalingen'
  | 'exporten'
  | 'instellingen'
  | 'hulp'

/** Of «Inloggen», as it stands in the URL. */
export type SignInSearch = { terug?: string; uitgelogd?: true; gewijzigd?: true; code?: true }

/** The view of «Postvak», as it stands in the URL. */
export type OutboxSearch = { toon?: 'mislukt' }
/** The filter of the list of products, as it stands in the URL. */
export type ProductView = 'archief'
/** The other list of customers, as it stands in the URL. */
export type CustomerView = 'archief'

/** What help is asked with, as it stands in the URL: an invoice, a customer, or the connection when left out. */
export type CaseSearch = { factuur?: string; klant?: string }

/** What a new import is of, as it stands in the URL; customers when left out. */
export type NewImportSearch = { soort?: 'producten' | 'facturen' }
/** Which rows of an import are shown, as it stands in the URL. */
export type ImportSearch = ListSearch & { rijen?: 'fout' | 'gewijzigd' | 'nieuw' | 'hetzelfde' }

/** The field of a customer's form that is to be filled in anew. */
export type CustomerSearch = { veld?: Schemas['CustomerField'] }

/** The columns that the list of invoices can be sorted by, as they stand in the URL. */
export type InvoiceColumn = 'datum' | 'nummer' | 'klant' | 'vervalt' | 'bedrag' | 'open' | 'status'
/** The columns that the list of customers can be sorted by. */
export type CustomerColumn = 'naam' | 'gefactureerd' | 'open'

/**
 * What stands in the URL of the list of invoices; `periode` as `2026-11`, `2026-K4` or `2026`, amounts as `1234.56`, and
 * `volgorde` with a `-` before it where the largest stands first.
 */
export type InvoiceListSearch = ListSearch<InvoiceView> & {
  periode?: string
  klant?: string
  vanaf?: string
  tot?: string
  volgorde?: InvoiceColumn | `-${InvoiceColumn}`
}

/** What stands in the URL of the list of customers. */
export type CustomerListSearch = ListSearch<CustomerView> & {
  volgorde?: CustomerColumn | `-${CustomerColumn}`
}

/** What stands in the URL of «Overzicht»: how the log is narrowed. */
export type LogSearch = ListSearch<LogView> & {
  periode?: string
  klant?: string
  factuur?: string
  door?: string
}

/** A month, quarter or year, as it stands in the URL of «Aansluiting» and of «Administraties». */
export type PeriodSearch = { periode?: string }

export type ListSearch<View extends string = never> = { toon?: View; zoek?: string }

/** Every address of Stella is made here, and nowhere else. */
export const paths = {
  signIn: (search: SignInSearch = {}) => ({ to: '/inloggen', search }) as const,
  signUp: () => ({ to: '/account-aanmaken' }) as const,
  forgotPassword: () => ({ to: '/wachtwoord-vergeten' }) as const,
  newPassword: () => ({ to: '/nieuw-wachtwoord' }) as const,
  invitation: () => ({ to: '/uitnodiging' }) as const,
  noOrganization: () => ({ to: '/geen-administratie' }) as const,
  newOrganization: () => ({ to: '/nieuwe-administratie' }) as const,
  organizations: (search: PeriodSearch = {}) => ({ to: '/administraties', search }) as const,
  account: () => ({ to: '/voorkeuren/account' }) as const,
  overview: (search: LogSearch = {}) => ({ to: '/overzicht', search }) as const,
  invoices: (search: InvoiceListSearch = {}) => ({ to: '/facturen', search }) as const,
  newInvoice: (search: { klant?: string } = {}) =>
    ({ to: '/facturen/$invoiceId', params: { invoiceId: 'nieuw' }, search }) as const,
  invoice: (invoiceId: string) =>
    ({ to: '/facturen/$invoiceId', params: { invoiceId }, search: {} }) as const,
  outbox: (search: OutboxSearch = {}) => ({ to: '/postvak', search }) as const,
  message: (messageId: string) => ({ to: '/postvak/$messageId', params: { messageId } }) as const,
  reconciliation: (search: PeriodSearch = {}) => ({ to: '/aansluiting', search }) as const,
  callBudget: () => ({ to: '/aansluiting/aanroepen' }) as const,
  customers: (search: CustomerListSearch = {}) => ({ to: '/klanten', search }) as const,
  newCustomer: () => ({ to: '/klanten/nieuw' }) as const,
  products: (search: ListSearch<ProductView> = {}) => ({ to: '/producten', search }) as const,
  newProduct: () => ({ to: '/producten/nieuw' }) as const,
  product: (productId: string) => ({ to: '/producten/$productId', params: { productId } }) as const,
  customer: (customerId: string) => ({ to: '/klanten/$customerId', params: { customerId } }) as const,
  changeCustomer: (customerId: string, search: CustomerSearch = {}) =>
    ({ to: '/klanten/$customerId/wijzigen', params: { customerId }, search }) as const,
  imports: () => ({ to: '/importen' }) as const,
  newImport: (search: NewImportSearch = {}) => ({ to: '/importen/nieuw', search }) as const,
  import: (importId: string, search: ImportSearch = {}) =>
    ({ to: '/importen/$importId', params: { importId }, search }) as const,
  preferences: () => ({ to: '/voorkeuren' }) as const,
  company: () => ({ to: '/voorkeuren/bedrijf' }) as const,
  numbering: () => ({ to: '/voorkeuren/nummering' }) as const,
  mail: () => ({ to: '/voorkeuren/mail' }) as const,
  exports: () => ({ to: '/voorkeuren/exporteren' }) as const,
  integrations: (search: { gelukt?: 'koppeling' | 'codes' | 'boeken' } = {}) =>
    ({ to: '/voorkeuren/integraties', search }) as const,
  connect: () => ({ to: '/voorkeuren/integraties/e-boekhouden' }) as const,
  backfill: () => ({ to: '/voorkeuren/integraties/eerdere-facturen' }) as const,
  mapping: () => ({ to: '/voorkeuren/rekeningen' }) as const,
  audit: () => ({ to: '/voorkeuren/wijzigingen' }) as const,
  members: () => ({ to: '/voorkeuren/gebruikers' }) as const,
  api: () => ({ to: '/voorkeuren/api' }) as const,
  askSupport: (search: { over?: string } = {}) => ({ to: '/hulp', search }) as const,
  askHelp: (search: CaseSearch = {}) => ({ to: '/hulp/vraag', search }) as const,
  case: (caseId: string) => ({ to: '/hulp/zaken/$caseId', params: { caseId } }) as const,
  support: (search: { zoek?: string } = {}) => ({ to: '/support', search }) as const,
  supportBooking: (bookingId: string) => ({ to: '/support/$bookingId', params: { bookingId } }) as const,
  supportCases: (search: { toon?: 'alle' } = {}) => ({ to: '/support/zaken', search }) as const,
  supportCase: (caseId: string) => ({ to: '/support/zaken/$caseId', params: { caseId } }) as const,
  supportRelation: (relationId: string) =>
    ({ to: '/support/relaties/$relationId', params: { relationId } }) as const,
}

/** The whole address of an invitation, to hand over where no mail leaves. */
export function addressOfInvitation(token: string): string {
  return `${location.origin}${paths.invitation().to}#${token}`
}

/** Addresses that the API serves and a browser follows by itself. */
export const files = {
  logo: (logoId: string) => `/api/organization/logo?${logoId}`,
  invoicePdf: (invoiceId: string) => `/api/invoices/${invoiceId}/pdf`,
  invoiceUbl: (invoiceId: string) => `/api/invoices/${invoiceId}/ubl`,
  invoiceAttachment: (invoiceId: string, id: string) => `/api/invoices/${invoiceId}/attachments/${id}/file`,
  attachment: (id: string) => `/api/attachments/${id}/file`,
  messagePdf: (messageId: string) => `/api/messages/${messageId}/pdf`,
  messageUbl: (messageId: string) => `/api/messages/${messageId}/ubl`,
  export: (exportId: string) => `/api/exports/${exportId}/file`,
  customersCsv: (filter: Record<string, string>) => `/api/customers/csv?${new URLSearchParams(filter)}`,
  productsCsv: (filter: Record<string, string>) => `/api/products/csv?${new URLSearchParams(filter)}`,
  auditCsv: (language: string) => `/api/audit/csv?language=${language}`,
  activitiesCsv: (filter: Record<string, string>) => `/api/activities/csv?${new URLSearchParams(filter)}`,
  invoicesCsv: (filter: Record<string, string>) => `/api/invoices/csv?${new URLSearchParams(filter)}`,
  reconciliationPdf: (asked: Record<string, string>) =>
    `/api/reconciliation/pdf?${new URLSearchParams(asked)}`,
  reconciliationCsv: (asked: Record<string, string>) =>
    `/api/reconciliation/csv?${new URLSearchParams(asked)}`,
  apiDocumentation: () => '/api/docs',
  cause: (code: string, language: string) => `/meer-hierover?taal=${language}#${code}`,
  activityStream: () => '/api/activities/stream',
}
