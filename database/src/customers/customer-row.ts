import type { Customer, CustomerContent } from '@stella/invoicing'
import type { Selectable } from 'kysely'
import { searchable } from '../lists/search.ts'
import type { Customers } from '../schema/schema.generated.ts'

export type StoredCustomer = Customer & { readonly createdAt: Date; readonly updatedAt: Date }

export const customerColumns = [
  'id',
  'kind',
  'name',
  'contact_name',
  'address',
  'postal_code',
  'city',
  'country',
  'email',
  'phone',
  'kvk_number',
  'vat_number',
  'revision',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Customers)[]

export type CustomerRow = Pick<Selectable<Customers>, (typeof customerColumns)[number]>

export function customerOf(row: CustomerRow): StoredCustomer {
  return {
    id: row.id,
    ...customerContentOf(row),
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function customerContentOf(
  row: Omit<CustomerRow, 'id' | 'revision' | 'created_at' | 'updated_at'>,
): CustomerContent {
  return {
    kind: row.kind,
    name: row.name,
    contactName: row.contact_name,
    address: row.address,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    email: row.email,
    phone: row.phone,
    kvkNumber: row.kvk_number,
    vatNumber: row.vat_number,
  }
}

export function customerValues(content: CustomerContent) {
  return {
    kind: content.kind,
    name: content.name,
    contact_name: content.contactName,
    address: content.address,
    postal_code: content.postalCode,
    city: content.city,
    country: content.country,
    email: content.email,
    phone: content.phone,
    kvk_number: content.kvkNumber,
    vat_number: content.vatNumber,
    search_text: searchable(
      content.name,
      content.contactName,
      content.city,
      content.email,
      content.kvkNumber,
    ),
    sort_name: searchable(content.name),
  }
}
