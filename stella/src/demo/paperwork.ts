import { type PlainDate, todayInAmsterdam } from '@stella/invoicing'
import type { Business } from './business.ts'

// What people do at their desk, each thing as one request of the API.

export interface CustomerDetails {
  kind: 'company' | 'person'
  name: string
  address: string
  postalCode: string
  city: string
  email?: string
  contactName?: string
  phone?: string
}

export interface Line {
  description: string
  quantity: string
  unitPrice: string
  vatTreatment: 'high' | 'low' | 'zero'
}

export interface Paper {
  customerId: string
  description: string
  lines: Line[]
  paymentTermDays?: number
  pricesIncludeVat?: boolean
  /** Default: the day it is for the business. */
  invoiceDate?: PlainDate
}

/** Fills in who the business is; an invoice of one without an address cannot be made final. */
export async function fillInProfile(
  { api }: Business,
  profile: { name: string; address: string; postalCode: string; city: string; email: string; phone: string },
): Promise<void> {
  const registered = { kvkNumber: '12345678', vatNumber: 'NL123456782B90', iban: 'NL91ABNA0417164300' }
  await api.put('/api/organization', {
    ...profile,
    ...registered,
    accountName: profile.name,
    country: 'NL',
  })
}

export async function addCustomer({ api }: Business, customer: CustomerDetails): Promise<string> {
  return (await api.post<{ id: string }>('/api/customers', { ...customer, country: 'NL' })).id
}

export interface SoldOften {
  code: string
  description: string
  unit: string
  unitPrice: string
  vatTreatment: Line['vatTreatment']
}

export async function addProduct({ api }: Business, product: SoldOften): Promise<void> {
  await api.post('/api/products', { ...product, priceIncludesVat: false })
}

/** Changes some of what is known of a customer, as of the customer's own page. */
export async function changeCustomer(
  { api }: Business,
  id: string,
  change: Partial<CustomerDetails>,
): Promise<void> {
  const {
    kind,
    name,
    contactName,
    address,
    postalCode,
    city,
    country,
    email,
    phone,
    kvkNumber,
    vatNumber,
    revision,
  } = await api.get<Record<string, unknown>>(`/api/customers/${id}`)
  const known = {
    kind,
    name,
    contactName,
    address,
    postalCode,
    city,
    country,
    email,
    phone,
    kvkNumber,
    vatNumber,
  }
  await api.put(`/api/customers/${id}`, { ...known, ...change, revision })
}

export async function addDraft({ api, clock }: Business, paper: Paper): Promise<string> {
  const content = {
    invoiceDate: todayInAmsterdam(new Date(clock.now())),
    paymentTermDays: 14,
    pricesIncludeVat: false,
    ...paper,
  }
  return (await api.post<{ id: string }>('/api/invoices', content)).id
}

/** A final invoice, as far as it matters to whoever pays it. */
export interface FinalPaper {
  id: string
  number: string
  /** With VAT, in euros, such as `121.00`. */
  total: string
  dueDate: PlainDate
}

/** A draft that is made final at once. */
export async function addInvoice(business: Business, paper: Paper): Promise<FinalPaper> {
  const id = await addDraft(business, paper)
  const { dueDate, number, totals } = await business.api.post<
    Pick<FinalPaper, 'number' | 'dueDate'> & { totals: { gross: string } }
  >(`/api/invoices/${id}/finalization`)
  return { id, number, total: totals.gross, dueDate }
}

/** Lets the usual series go on where another program stopped, in a pattern of its own. */
export async function goOnWithNumbers(
  { api }: Business,
  { pattern, place }: { pattern: string; place: number },
): Promise<void> {
  type Series = { id: string; name: string; isDefault: boolean; restartsYearly: boolean; revision: number }
  const { items } = await api.get<{ items: Series[] }>('/api/series')
  const usual = items.find(({ isDefault }) => isDefault)
  if (usual === undefined) throw new Error('There is no usual series.')
  const { id, name, restartsYearly, isDefault, revision } = usual
  await api.put(`/api/series/${id}`, { name, restartsYearly, isDefault, revision, pattern })
  await api.put(`/api/series/${id}/next-number`, { place })
}

/** The customers there are, the first page of them. */
export async function listCustomerIds({ api }: Business): Promise<string[]> {
  const { items } = await api.get<{ items: { id: string }[] }>('/api/customers')
  return items.map(({ id }) => id)
}
