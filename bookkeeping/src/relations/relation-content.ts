import type { Customer } from '@stella/invoicing'

/** What the books know of a customer, in the form in which it is stored and compared. */
export type RelationContent = {
  readonly kind: 'company' | 'person'
  readonly name: string
  readonly contactPerson: string
  readonly address: string
  readonly postalCode: string
  readonly city: string
  readonly country: string
  readonly email: string
  readonly phone: string
  readonly vatNumber: string
  readonly kvkNumber: string
}

/** The customer as a relation. Countries are written out in Dutch, as people do in the books. */
export function relationContentOf(customer: Omit<Customer, 'id' | 'revision'>): RelationContent {
  return {
    kind: customer.kind,
    name: customer.name,
    contactPerson: customer.contactName ?? '',
    address: customer.address ?? '',
    postalCode: customer.postalCode ?? '',
    city: customer.city ?? '',
    country: countryNames.of(customer.country) ?? customer.country,
    email: customer.email ?? '',
    phone: customer.phone ?? '',
    vatNumber: customer.vatNumber ?? '',
    kvkNumber: customer.kvkNumber ?? '',
  }
}

const countryNames = new Intl.DisplayNames(['nl'], { type: 'region' })

export type ContentField = keyof RelationContent

/** Whether the books already say this of a customer. */
export function isSameContent(left: RelationContent | null, right: RelationContent): boolean {
  return left !== null && fields.every((field) => left[field] === right[field])
}

const fields = [
  'kind',
  'name',
  'contactPerson',
  'address',
  'postalCode',
  'city',
  'country',
  'email',
  'phone',
  'vatNumber',
  'kvkNumber',
] as const satisfies readonly (keyof RelationContent)[]

/**
 * The fields of an update: what changed here since it was last sent, and what was sent before and never confirmed. So
 * what people corrected in the books stays. Where it is not known what changed, all of them.
 */
export function fieldsToSend(relation: {
  readonly content: RelationContent
  readonly sent: RelationContent | null
  readonly changing: readonly ContentField[]
}): readonly ContentField[] {
  const { changing, content, sent } = relation
  const changed = fields.filter(
    (field) => changing.includes(field) || sent === null || sent[field] !== content[field],
  )
  return changed.length === 0 ? fields : changed
}

export function contentIn(
  content: RelationContent,
  chosen: readonly ContentField[],
): Partial<RelationContent> {
  return Object.fromEntries(chosen.map((field) => [field, content[field]]))
}
