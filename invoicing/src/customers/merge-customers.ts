import { type Contact, MAXIMUM_CONTACTS } from './contacts.ts'
import type { CustomerContent } from './customer.ts'

/** What goes along when a customer goes up in another; each is taken only where the one that stays has none. */
export const mergedFields = [
  'contactName',
  'address',
  'email',
  'phone',
  'kvkNumber',
  'vatNumber',
  'postalAddress',
  'oin',
  'peppolId',
  'contacts',
] as const
export type MergedField = (typeof mergedFields)[number]

export type MergedCustomer = {
  readonly content: CustomerContent
  /** The fields that the one that stays has from the other. */
  readonly taken: readonly MergedField[]
}

/**
 * The customer that stays, when another goes up in it: its own details, with what it lacks from the other. An address is
 * taken whole or not at all, and numbers only within one country. People of the other are added; who was its own contact
 * or address for mail and is not known here becomes one of them, without receiving invoices.
 */
export function mergeCustomers(kept: CustomerContent, gone: CustomerContent): MergedCustomer {
  const isAlike = kept.country === gone.country && kept.kind === gone.kind
  const lacksAddress = kept.address === null && kept.postalCode === null && kept.city === null
  const additions: Partial<Record<MergedField, Partial<CustomerContent>>> = {
    ...(kept.kind === 'company' ? lacking(kept, gone, ['contactName']) : {}),
    ...lacking(kept, gone, ['email', 'phone', 'peppolId', 'postalAddress']),
    ...(isAlike ? lacking(kept, gone, ['kvkNumber', 'vatNumber', 'oin']) : {}),
    ...(lacksAddress && gone.address !== null && kept.country === gone.country
      ? { address: { address: gone.address, postalCode: gone.postalCode, city: gone.city } }
      : {}),
  }
  const filled: CustomerContent = Object.assign({ ...kept }, ...Object.values(additions))
  const contacts = contactsOfBoth(filled, gone)
  return {
    content: { ...filled, contacts },
    taken: mergedFields.filter((field) =>
      field === 'contacts' ? contacts.length > (kept.contacts ?? []).length : field in additions,
    ),
  }
}

function lacking<Field extends MergedField & keyof CustomerContent>(
  kept: CustomerContent,
  gone: CustomerContent,
  fields: readonly Field[],
): Partial<Record<MergedField, Partial<CustomerContent>>> {
  const taken = fields.filter((field) => (kept[field] ?? null) === null && (gone[field] ?? null) !== null)
  return Object.fromEntries(taken.map((field) => [field, { [field]: gone[field] }]))
}

function contactsOfBoth(kept: CustomerContent, gone: CustomerContent): readonly Contact[] {
  const own = {
    name: gone.contactName ?? gone.name,
    email: gone.email,
    phone: gone.phone,
    receivesInvoices: false,
  }
  const isReachable = own.email !== null || gone.contactName !== null
  const contacts = [...(kept.contacts ?? [])]
  for (const contact of [...(isReachable ? [own] : []), ...(gone.contacts ?? [])]) {
    const isKnown = contacts.some((known) => isSamePerson(known, contact)) || isOwn(kept, contact)
    if (!isKnown && contacts.length < MAXIMUM_CONTACTS) contacts.push(contact)
  }
  return contacts
}

function isSamePerson(one: Contact, other: Contact): boolean {
  if (one.email !== null && other.email !== null) return one.email.toLowerCase() === other.email.toLowerCase()
  return one.name !== null && one.name === other.name
}

/** Whether it is the customer's own contact and address for mail. */
function isOwn(kept: CustomerContent, contact: Contact): boolean {
  if (contact.email !== null) return contact.email.toLowerCase() === kept.email?.toLowerCase()
  return contact.name === kept.contactName
}
