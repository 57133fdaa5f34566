import type { Asker } from './asker.ts'

/** What people ask by looking at a screen, or a program asks. */
export interface Question {
  name: string
  /** The address; it may have to be found first. */
  path: (asker: Asker) => Promise<string>
}

const always = (path: string) => async () => path

/** The page after so many of fifty. */
const pageOf = (list: string, pages: number) => async (asker: Asker) => {
  const first = `${list}${list.includes('?') ? '&' : '?'}limit=50`
  let path = first
  for (let page = 0; page < pages; page += 1) {
    const { nextCursor } = await asker.get<{ nextCursor: string | null }>(path)
    if (nextCursor === null) return path
    path = `${first}&cursor=${encodeURIComponent(nextCursor)}`
  }
  return path
}

const idOfFirst = async (asker: Asker, list: string) =>
  (await asker.get<{ items: { id: string }[] }>(list)).items[0]?.id ?? ''

export const questions: readonly Question[] = [
  { name: 'overview', path: always('/api/overview') },
  { name: 'invoices', path: always('/api/invoices?limit=50') },
  { name: 'invoices, far down', path: pageOf('/api/invoices', 40) },
  { name: 'invoices, drafts', path: always('/api/invoices?limit=50&state=draft') },
  ...['waiting', 'booked', 'verified', 'failed', 'not_connected'].map((books) => ({
    name: `invoices, books ${books}`,
    path: always(`/api/invoices?limit=50&books=${books}`),
  })),
  ...['open', 'overdue', 'paid'].map((payment) => ({
    name: `invoices, payment ${payment}`,
    path: always(`/api/invoices?limit=50&payment=${payment}`),
  })),
  ...['number', 'customer', 'due', 'total', 'outstanding', 'status'].flatMap((sort) =>
    ['ascending', 'descending'].map((direction) => ({
      name: `invoices by ${sort}, ${direction}`,
      path: always(`/api/invoices?limit=50&sort=${sort}&direction=${direction}`),
    })),
  ),
  { name: 'invoices by customer, far down', path: pageOf('/api/invoices?sort=customer', 40) },
  { name: 'invoices by what is open, far down', path: pageOf('/api/invoices?sort=outstanding', 40) },
  { name: 'invoices, payment unpaid', path: always('/api/invoices?limit=50&payment=unpaid') },
  { name: 'invoices, books in_books', path: always('/api/invoices?limit=50&books=in_books') },
  { name: 'invoices between amounts', path: always('/api/invoices?limit=50&least=100&most=101') },
  { name: 'invoices, mail failed', path: always('/api/invoices?limit=50&mail=failed') },
  { name: 'invoices, search common', path: always('/api/invoices?limit=50&search=bestelling') },
  { name: 'invoices, search rare', path: always('/api/invoices?limit=50&search=2026-0007') },
  { name: 'invoices, search nothing', path: always('/api/invoices?limit=50&search=xyzzyx') },
  { name: 'invoices, search short', path: always('/api/invoices?limit=50&search=zz') },
  {
    name: 'invoices of a customer',
    path: async (asker) =>
      `/api/invoices?limit=50&customerId=${await idOfFirst(asker, '/api/customers?limit=1')}`,
  },
  {
    name: 'invoices, sums of a quarter',
    path: always('/api/invoices/sums?from=2026-07-01&until=2026-09-30'),
  },
  { name: 'invoices, sums', path: always('/api/invoices/sums') },
  {
    name: 'one invoice',
    path: async (asker) => `/api/invoices/${await idOfFirst(asker, '/api/invoices?limit=1&state=final')}`,
  },
  { name: 'invoices as CSV, first byte', path: always('/api/invoices/csv?from=2026-07-01&until=2026-07-31') },
  { name: 'customers', path: always('/api/customers?limit=50') },
  { name: 'customers, far down', path: pageOf('/api/customers', 20) },
  ...['invoiced', 'outstanding'].map((sort) => ({
    name: `customers by ${sort}`,
    path: always(`/api/customers?limit=50&sort=${sort}&direction=descending`),
  })),
  { name: 'customers, search', path: always('/api/customers?limit=50&search=bakker') },
  {
    name: 'one customer',
    path: async (asker) => `/api/customers/${await idOfFirst(asker, '/api/customers?limit=1')}`,
  },
  { name: 'customers as CSV, first byte', path: always('/api/customers/csv') },
  { name: 'products', path: always('/api/products?limit=50') },
  { name: 'log', path: always('/api/activities?limit=50') },
  { name: 'log, far down', path: pageOf('/api/activities', 40) },
  { name: 'log, failed', path: always('/api/activities?limit=50&filter=failed') },
  { name: 'log, relations', path: always('/api/activities?limit=50&filter=relations') },
  ...['waiting', 'invoices', 'connection', 'payments', 'settings'].map((filter) => ({
    name: `log, ${filter}`,
    path: always(`/api/activities?limit=50&filter=${filter}`),
  })),
  ...[
    ['nothing', 'xyzzyx'],
    ['rare', '2023-00077'],
    ['common', 'bakker'],
    ['short', 'zz'],
    ['long ago', '2022-0'],
  ].map(([name, words]) => ({
    name: `log, search ${name}`,
    path: always(`/api/activities?limit=50&search=${words}`),
  })),
  {
    name: 'log, a month long ago',
    path: always('/api/activities?limit=50&from=2022-03-01&until=2022-03-31'),
  },
  {
    name: 'log, failed in a year',
    path: always('/api/activities?limit=50&filter=failed&from=2023-01-01&until=2023-12-31'),
  },
  { name: 'log, by a person', path: always('/api/activities?limit=50&by=Yara%20Bos') },
  { name: 'log, people', path: always('/api/activities/people') },
  {
    name: 'log of a customer',
    path: async (asker) =>
      `/api/activities?limit=50&customerId=${await idOfFirst(asker, '/api/customers?limit=1')}`,
  },
  {
    name: 'log of an invoice',
    path: async (asker) =>
      `/api/activities?limit=50&invoiceId=${await idOfFirst(asker, '/api/invoices?limit=1&state=final')}`,
  },
  { name: 'mails', path: always('/api/messages?limit=50') },
  { name: 'numbering', path: always('/api/series') },
  { name: 'changes', path: always('/api/audit?limit=50') },
  { name: 'link', path: always('/api/connection') },
]
