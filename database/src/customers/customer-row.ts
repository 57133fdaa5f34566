import type {
  Customer,
  CustomerContent,
  DocumentLanguage,
  OfferedVatTreatment,
  PostalAddress,
} from '@stella/invoicing'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import { searchable } from '../lists/search.ts'
import type { Customers } from '../schema/schema.generated.ts'
import { searchedIn } from './searched-in.ts'

export type StoredCustomer = Customer & {
  /** Since when it is out of the list; null while it stands there. */
  readonly archivedAt: Date | null
  /** The customer that it was made one with, and that stayed. */
  readonly mergedInto: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

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
  'postal_address',
  'contacts',
  'oin',
  'peppol_id',
  'payment_term_days',
  'document_language',
  'vat_treatment',
  'attach_ubl',
  'archived_at',
  'merged_into',
  'revision',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Customers)[]

export type CustomerRow = Pick<Selectable<Customers>, (typeof customerColumns)[number]>

export function customerOf(row: CustomerRow): StoredCustomer {
  return {
    id: row.id,
    ...customerContentOf(row),
    archivedAt: row.archived_at,
    mergedInto: row.merged_into,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function customerContentOf(
  row: Omit<CustomerRow, 'id' | 'archived_at' | 'merged_into' | 'revision' | 'created_at' | 'updated_at'>,
): Required<CustomerContent> {
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
    // Written by customerValues() below and by nobody else.
    postalAddress: row.postal_address as PostalAddress | null,
    contacts: row.contacts as unknown as Required<CustomerContent>['contacts'],
    oin: row.oin,
    peppolId: row.peppol_id,
    paymentTermDays: row.payment_term_days,
    language: row.document_language as DocumentLanguage | null,
    vatTreatment: row.vat_treatment as OfferedVatTreatment | null,
    attachUbl: row.attach_ubl,
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
    postal_address: content.postalAddress ? json(content.postalAddress) : null,
    contacts: json(content.contacts ?? []),
    oin: content.oin ?? null,
    peppol_id: content.peppolId ?? null,
    payment_term_days: content.paymentTermDays ?? null,
    document_language: content.language ?? null,
    vat_treatment: content.vatTreatment ?? null,
    attach_ubl: content.attachUbl ?? null,
    search_text: searchedIn(content),
    sort_name: searchable(content.name),
  }
}

/** As text, as a list would be taken for one of PostgreSQL's own. */
function json(value: unknown): RawBuilder<string> {
  return sql<string>`${JSON.stringify(value)}::jsonb`
}
