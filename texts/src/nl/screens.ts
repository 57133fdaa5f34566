import { permissions } from './permissions.ts'
import { account } from './screens-account.ts'
import { audit } from './screens-audit.ts'
import { cases, supportCases } from './screens-cases.ts'
import { customerForm, customerPage, customers, relationCard } from './screens-customers.ts'
import { exports } from './screens-exports.ts'
import { imports } from './screens-imports.ts'
import { bookingPreview, invoiceForm, invoicePage, invoices } from './screens-invoices.ts'
import { allowances, units, vat } from './screens-lines.ts'
import { members } from './screens-members.ts'
import { mailSettings, messages, shareLink } from './screens-messages.ts'
import { otherBooks } from './screens-other-books.ts'
import { activities, overview } from './screens-overview.ts'
import { payments } from './screens-payments.ts'
import { apiKeys, company, connect, integrations, preferences } from './screens-preferences.ts'
import { productForm, products } from './screens-products.ts'
import { reconciliation } from './screens-reconciliation.ts'
import { search } from './screens-search.ts'
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
  customers,
  customerForm,
  customerPage,
  relationCard,
  exports,
  imports,
  products,
  productForm,
  invoices,
  invoiceForm,
  bookingPreview,
  invoicePage,
  allowances,
  units,
  vat,
  members,
  messages,
  shareLink,
  mailSettings,
  otherBooks,
  payments,
  permissions,
  preferences,
  integrations,
  connect,
  company,
  apiKeys,
  audit,
  cases,
  reconciliation,
  search,
  series,
  askSupport,
  support,
  supportCases,
}
