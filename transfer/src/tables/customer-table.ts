import type { CustomerContent, CustomerInput } from '@stella/invoicing'
import { contactsCell, readContactsCell } from './contacts-cell.ts'

/** The fields of a customer as columns of a table, in the order in which a file has them. */
export const customerFields = [
  'name',
  'kind',
  'contactName',
  'address',
  'postalCode',
  'city',
  'country',
  'email',
  'phone',
  'kvkNumber',
  'vatNumber',
  'paymentTermDays',
  'language',
  'vatTreatment',
  'attachUbl',
  'postalAddress',
  'postalPostalCode',
  'postalCity',
  'postalCountry',
  'contacts',
  'oin',
  'peppolId',
] as const

export type CustomerField = (typeof customerFields)[number]

/** What stands in each column: codes and machine notation, an empty text where there is nothing. */
export type CustomerCells = Readonly<Record<CustomerField, string>>

export function customerCells(customer: CustomerContent): CustomerCells {
  const { postalAddress } = customer
  return {
    name: customer.name,
    kind: customer.kind,
    contactName: customer.contactName ?? '',
    address: customer.address ?? '',
    postalCode: customer.postalCode ?? '',
    city: customer.city ?? '',
    country: customer.country,
    email: customer.email ?? '',
    phone: customer.phone ?? '',
    kvkNumber: customer.kvkNumber ?? '',
    vatNumber: customer.vatNumber ?? '',
    paymentTermDays: customer.paymentTermDays?.toString() ?? '',
    language: customer.language ?? '',
    vatTreatment: customer.vatTreatment ?? '',
    attachUbl: customer.attachUbl?.toString() ?? '',
    postalAddress: postalAddress?.address ?? '',
    postalPostalCode: postalAddress?.postalCode ?? '',
    postalCity: postalAddress?.city ?? '',
    postalCountry: postalAddress?.country ?? '',
    contacts: contactsCell(customer.contacts ?? []),
    oin: customer.oin ?? '',
    peppolId: customer.peppolId ?? '',
  }
}

/** What a person would have entered of the same customer; the domain judges it. */
export function customerInput(cells: Partial<CustomerCells>): CustomerInput {
  const days = cells.paymentTermDays ?? ''
  return {
    kind: cells.kind || 'company',
    name: cells.name,
    contactName: cells.contactName,
    address: cells.address,
    postalCode: cells.postalCode,
    city: cells.city,
    country: cells.country,
    email: cells.email,
    phone: cells.phone,
    kvkNumber: cells.kvkNumber,
    vatNumber: cells.vatNumber,
    // What is no number is one that the domain refuses.
    paymentTermDays: days === '' ? null : Number(days),
    language: cells.language,
    vatTreatment: cells.vatTreatment,
    attachUbl: cells.attachUbl,
    postalAddress: {
      address: cells.postalAddress,
      postalCode: cells.postalPostalCode,
      city: cells.postalCity,
      country: cells.postalCountry,
    },
    contacts: readContactsCell(cells.contacts ?? ''),
    oin: cells.oin,
    peppolId: cells.peppolId,
  }
}
