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

/** Makes a draft final; gives its number. */
async function finalize({ api }: Business, invoiceId: string): Promise<string> {
  return (await api.post<{ number: string }>(`/api/invoices/${invoiceId}/finalization`)).number
}

/** A draft that is made final at once. */
export async function addInvoice(business: Business, paper: Paper): Promise<{ id: string; number: string }> {
  const id = await addDraft(business, paper)
  return { id, number: await finalize(business, id) }
}
