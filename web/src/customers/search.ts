import type { CustomerColumn, CustomerListSearch, CustomerSearch } from '../routing/paths.ts'
import { orderOf, type Raw, viewedSearch } from '../routing/search.ts'

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

const customerColumns: readonly CustomerColumn[] = ['naam', 'gefactureerd', 'open']

/** How the list stands where its address says nothing. */
export const usualOrder = 'naam'

/** The words a list is searched for, whether it is that of the archived ones, and its order. */
export function customersSearch(raw: Raw): CustomerListSearch {
  const order = orderOf(raw, customerColumns)
  return { ...viewedSearch(raw, ['archief']), ...(order && order !== usualOrder && { volgorde: order }) }
}
