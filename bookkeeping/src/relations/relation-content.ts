import type { CustomerContent } from '@stella/invoicing'

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
  /** Where post goes, where that is another address. What was sent before there was one says nothing of it. */
  readonly address2?: string
  readonly postalCode2?: string
  readonly city2?: string
  readonly country2?: string
}

/** The customer as a relation. Countries are written out in Dutch, as people do in the books. */
export function relationContentOf(customer: CustomerContent): RelationContent {
  const postal = customer.postalAddress ?? null
  return {
    kind: customer.kind,
    name: customer.name,
    contactPerson: customer.contactName ?? '',
    address: customer.address ?? '',
    postalCode: customer.postalCode ?? '',
    city: customer.city ?? '',
    country: countryName(customer.country),
    email: customer.email ?? '',
    phone: customer.phone ?? '',
    vatNumber: customer.vatNumber ?? '',
    kvkNumber: customer.kvkNumber ?? '',
    address2: postal?.address ?? '',
    postalCode2: postal?.postalCode ?? '',
    city2: postal?.city ?? '',
    country2: postal === null ? '' : countryName(postal.country),
  }
}

const countryNames = new Intl.DisplayNames(['nl'], { type: 'region' })

function countryName(code: string): string {
  return countryNames.of(code) ?? code
}

export type ContentField = keyof RelationContent

/** Whether the books already say this of a customer. */
export function isSameContent(left: RelationContent | null, right: RelationContent): boolean {
  return left !== null && fields.every((field) => isSame(left, right, field))
}

/** What is not said is empty. */
function isSame(left: RelationContent, right: RelationContent, field: ContentField): boolean {
  return (left[field] ?? '') === (right[field] ?? '')
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
  'address2',
  'postalCode2',
  'city2',
  'country2',
] as const satisfies readonly (keyof RelationContent)[]

/** Fields that people fill in in the books as well; where we have nothing, theirs stays. */
const alsoTheirs: ReadonlySet<ContentField> = new Set(['address2', 'postalCode2', 'city2', 'country2'])

/**
 * The fields of an update: what changed here since it was last sent, and what was sent before and never confirmed. So
 * what people corrected in the books stays. Where it is not known what changed, all that are ours.
 */
export function fieldsToSend(relation: {
  readonly content: RelationContent
  readonly sent: RelationContent | null
  readonly changing: readonly ContentField[]
}): readonly ContentField[] {
  const { changing, content, sent } = relation
  const ours = fields.filter((field) => !alsoTheirs.has(field) || (content[field] ?? '') !== '')
  const changed = sent === null ? ours : fields.filter((field) => !isSame(sent, content, field))
  const all = fields.filter((field) => changed.includes(field) || changing.includes(field))
  return all.length === 0 ? ours : all
}

export function contentIn(
  content: RelationContent,
  chosen: readonly ContentField[],
): Partial<RelationContent> {
  return Object.fromEntries(chosen.map((field) => [field, content[field]]))
}
