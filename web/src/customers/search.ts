import type { CustomerSearch, CustomerView, ListSearch } from '../routing/paths.ts'
import { type Raw, viewedSearch } from '../routing/search.ts'

/** Those that an address can lead to. */
export const customerFields: readonly NonNullable<CustomerSearch['veld']>[] = [
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
  'postalAddress',
  'contacts',
  'oin',
  'peppolId',
  'paymentTermDays',
  'language',
  'vatTreatment',
  'attachUbl',
]

/** The field that is to be filled in anew. */
export function customerSearch(raw: Raw): CustomerSearch {
  const field = customerFields.find((known) => known === raw.veld)
  return field ? { veld: field } : {}
}

/** The words a list is searched for, and whether it is that of the archived ones. */
export function customersSearch(raw: Raw): ListSearch<CustomerView> {
  return viewedSearch(raw, ['archief'])
}
