import type { CustomerSearch, InvoiceView, ListSearch, LogView } from './paths.ts'

type Raw = Record<string, unknown>

const invoiceViews: readonly InvoiceView[] = ['concept', 'definitief', 'wacht', 'mislukt', 'niet-geboekt']
const logViews: readonly LogView[] = ['mislukt', 'facturen', 'relaties']
const customerFields: readonly NonNullable<CustomerSearch['veld']>[] = [
  'name',
  'contactName',
  'address',
  'postalCode',
  'city',
  'country',
  'email',
  'phone',
  'kvkNumber',
  'vatNumber',
]

/** What the addresses carry behind the question mark. Anything unknown is left out, never an error. */
export function signInSearch(raw: Raw): { terug?: string; uitgelogd?: true } {
  // Only an address of our own: a link from elsewhere must not send a fresh session away.
  const back = text(raw.terug)
  const ours = back?.startsWith('/') && !back.startsWith('//') && !back.startsWith('/\\')
  return { ...(ours && { terug: back }), ...(raw.uitgelogd === true && { uitgelogd: true }) }
}

export function listSearch(raw: Raw): ListSearch {
  return searched(raw)
}

export function invoiceSearch(raw: Raw): ListSearch<InvoiceView> {
  return { ...searched(raw), ...viewed(raw, invoiceViews) }
}

export function logSearch(raw: Raw): ListSearch<LogView> {
  return { ...searched(raw), ...viewed(raw, logViews) }
}

export function newInvoiceSearch(raw: Raw): { klant?: string } {
  const customer = text(raw.klant)
  return customer ? { klant: customer } : {}
}

export function customerSearch(raw: Raw): CustomerSearch {
  const field = customerFields.find((known) => known === raw.veld)
  return field ? { veld: field } : {}
}

export function savedSearch(raw: Raw): { gelukt?: 'koppeling' | 'codes' } {
  return raw.gelukt === 'koppeling' || raw.gelukt === 'codes' ? { gelukt: raw.gelukt } : {}
}

function searched(raw: Raw): { zoek?: string } {
  const words = text(raw.zoek)
  return words ? { zoek: words } : {}
}

function viewed<View extends string>(raw: Raw, views: readonly View[]): { toon?: View } {
  const view = views.find((known) => known === raw.toon)
  return view ? { toon: view } : {}
}

function text(value: unknown): string | undefined {
  // The router reads a bare number in an address as a number: `?zoek=2026` is a text to us.
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}
