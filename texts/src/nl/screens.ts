import { permissions } from './permissions.ts'
import { account } from './screens-account.ts'
import { attachments } from './screens-attachments.ts'
import { audit } from './screens-audit.ts'
import { backfills } from './screens-backfills.ts'
import { cases, supportCases } from './screens-cases.ts'
import { closing } from './screens-closing.ts'
import { customerForm, customerPage, customers, relationCard } from './screens-customers.ts'
import { exports } from './screens-exports.ts'
import { figures } from './screens-figures.ts'
import { imports } from './screens-imports.ts'
import { invoiceForm, invoicePage, invoices } from './screens-invoices.ts'
import { allowances, units, vat } from './screens-lines.ts'
import { mailServer, senderDomain } from './screens-mail-server.ts'
import { mapping } from './screens-mapping.ts'
import { members } from './screens-members.ts'
import { mailSettings, messages, shareLink } from './screens-messages.ts'
import { organizations } from './screens-organizations.ts'
import { otherBooks } from './screens-other-books.ts'
import { overrides } from './screens-overrides.ts'
import { activities, overview } from './screens-overview.ts'
import { payments } from './screens-payments.ts'
import { apiKeys, company, connect, integrations, preferences } from './screens-preferences.ts'
import { bookingPreview } from './screens-preview.ts'
import { productForm, products } from './screens-products.ts'
import { reconciliation } from './screens-reconciliation.ts'
import { search } from './screens-search.ts'
import { selection } from './screens-selection.ts'
import { series } from './screens-series.ts'
import { books, common, failures, mending, retry, shell, status } from './screens-shell.ts'
import { askSupport, support } from './screens-support.ts'

/** The words on the screens, one group a screen. */
export const screens = {
  shell,
  books,
  status,
  common,
  mending,
  retry,
  failures,
  account,
  overview,
  activities,
  attachments,
  backfills,
  closing,
  customers,
  customerForm,
  customerPage,
  relationCard,
  exports,
  figures,
  imports,
  products,
  productForm,
  invoices,
  invoiceForm,
  bookingPreview,
  invoicePage,
  overrides,
  allowances,
  units,
  vat,
  members,
  messages,
  shareLink,
  mailServer,
  senderDomain,
  mailSettings,
  organizations,
  otherBooks,
  payments,
  permissions,
  preferences,
  integrations,
  connect,
  company,
  apiKeys,
  audit,
  mapping,
  cases,
  reconciliation,
  search,
  selection,
  series,
  askSupport,
  support,
  supportCases,
}
