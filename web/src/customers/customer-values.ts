import type { Customer, CustomerContent } from './queries.ts'

/** A foreign company is a company in another country; on the screen it is a choice of its own. */
export type KindValue = 'company' | 'person' | 'foreign'

export type ContactValues = { name: string; email: string; phone: string; receivesInvoices: boolean }

export type CustomerValues = {
  kind: KindValue
  name: string
  contactName: string
  address: string
  postalCode: string
  city: string
  country: string
  email: string
  phone: string
  kvkNumber: string
  vatNumber: string
  postalAddress: { address: string; postalCode: string; city: string; country: string }
  contacts: ContactValues[]
  oin: string
  peppolId: string
  /** A number of days; empty for what is usual. */
  paymentTermDays: string
  language: string
  vatTreatment: string
  /** `true` or `false`; empty for what is usual. */
  attachUbl: string
}

export const noContact: ContactValues = { name: '', email: '', phone: '', receivesInvoices: false }

/** A customer as its form shows it. */
export function valuesOf(known: Partial<Customer> | undefined): CustomerValues {
  const country = known?.country ?? 'NL'
  const kind = known?.kind ?? 'company'
  const postal = known?.postalAddress
  return {
    kind: kind === 'company' && country !== 'NL' ? 'foreign' : kind,
    name: known?.name ?? '',
    contactName: known?.contactName ?? '',
    address: known?.address ?? '',
    postalCode: known?.postalCode ?? '',
    city: known?.city ?? '',
    country,
    email: known?.email ?? '',
    phone: known?.phone ?? '',
    kvkNumber: known?.kvkNumber ?? '',
    vatNumber: known?.vatNumber ?? '',
    postalAddress: {
      address: postal?.address ?? '',
      postalCode: postal?.postalCode ?? '',
      city: postal?.city ?? '',
      country: postal?.country ?? country,
    },
    contacts: (known?.contacts ?? []).map(({ name, email, phone, receivesInvoices }) => ({
      name: name ?? '',
      email: email ?? '',
      phone: phone ?? '',
      receivesInvoices,
    })),
    oin: known?.oin ?? '',
    peppolId: known?.peppolId ?? '',
    paymentTermDays: known?.paymentTermDays?.toString() ?? '',
    language: known?.language ?? '',
    vatTreatment: known?.vatTreatment ?? '',
    attachUbl: known?.attachUbl?.toString() ?? '',
  }
}

/** What a form says, as the API takes it. What is a company's alone goes with the company. */
export function contentOf(values: CustomerValues): CustomerContent {
  const company = values.kind !== 'person'
  const ofCompany = (text: string) => (company ? orNull(text) : null)
  return {
    kind: company ? 'company' : 'person',
    name: values.name,
    contactName: ofCompany(values.contactName),
    address: orNull(values.address),
    postalCode: orNull(values.postalCode),
    city: orNull(values.city),
    country: values.country,
    email: orNull(values.email),
    phone: orNull(values.phone),
    kvkNumber: ofCompany(values.kvkNumber),
    vatNumber: ofCompany(values.vatNumber),
    postalAddress: hasPostalAddress(values) ? values.postalAddress : null,
    contacts: values.contacts.map(({ name, email, phone, receivesInvoices }) => ({
      name: orNull(name),
      email: orNull(email),
      phone: orNull(phone),
      receivesInvoices,
    })),
    oin: values.kind === 'company' ? orNull(values.oin) : null,
    peppolId: orNull(values.peppolId),
    paymentTermDays: values.paymentTermDays.trim() === '' ? null : Number(values.paymentTermDays),
    language: languages.find((known) => known === values.language) ?? null,
    vatTreatment: (orNull(values.vatTreatment) ?? null) as CustomerContent['vatTreatment'],
    attachUbl: values.attachUbl === '' ? null : values.attachUbl === 'true',
  }
}

/** The languages a document can be in. */
export const languages = ['nl', 'en', 'de'] as const

export function hasPostalAddress({ postalAddress }: CustomerValues): boolean {
  const { address, postalCode, city } = postalAddress
  return [address, postalCode, city].some((text) => text.trim() !== '')
}

/** What another kind or another country brings along: a foreign company is in another country, and a Dutch one is not. */
export function withKind(values: CustomerValues, kind: KindValue): Partial<CustomerValues> {
  const isDutch = values.country === 'NL'
  if (kind === 'foreign') return { kind, country: isDutch ? '' : values.country }
  return { kind, country: kind === 'company' || values.country === '' ? 'NL' : values.country }
}

export function withCountry({ kind }: CustomerValues, country: string): Partial<CustomerValues> {
  if (kind === 'person') return { country }
  return { country, kind: country === 'NL' ? 'company' : 'foreign' }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text
}
