import type { RelationDetails } from '../ports/books.ts'

/** What tells one customer from another, on both sides; empty where it is not known. */
export type Likeness = {
  readonly name: string
  readonly address: string
  readonly postalCode: string
  readonly email: string
  readonly kvkNumber: string
  readonly vatNumber: string
}

export type CustomerToMatch = Likeness & {
  readonly customerId: string
  /** The code that Stella gives it in any books. */
  readonly code: string
  /** Of the relation that a mutation which is an invoice of it names; empty where there is none, or several. */
  readonly invoicedCode: string
}

/** A relation of the books. */
export type KnownInBooks = RelationDetails

/** What two of them have in common, the surest first. */
export const matchReasons = ['invoice', 'code', 'kvk', 'vat', 'email', 'name_and_postcode', 'name'] as const
export type MatchReason = (typeof matchReasons)[number]

/** Only one has it, and no other: these are the same without anybody being asked. */
const sureReasons: readonly MatchReason[] = ['invoice', 'code', 'kvk', 'vat']

export type MatchCandidate = {
  readonly relation: KnownInBooks
  readonly reasons: readonly MatchReason[]
  /** Numbers that both have, and that are not the same. */
  readonly unlike: readonly ('kvk' | 'vat')[]
}

/**
 * `sure`: one relation has its code, its KvK or its VAT number, or one of its invoices, and nothing contradicts. `asked`: some look like it, and a
 * person chooses. `new`: none does.
 */
export type RelationMatch =
  | { readonly kind: 'sure'; readonly customerId: string; readonly candidate: MatchCandidate }
  | {
      readonly kind: 'asked'
      readonly customerId: string
      readonly candidates: readonly MatchCandidate[]
    }
  | { readonly kind: 'new'; readonly customerId: string }

/**
 * Puts customers beside the relations of the books. Nothing is guessed: where several relations have the same number, or two
 * customers would be the same relation, a person chooses.
 *
 * @param taken ids and codes of relations that other customers are already
 */
export function matchRelations(
  customers: readonly CustomerToMatch[],
  relations: readonly KnownInBooks[],
  taken: { readonly ids: ReadonlySet<number>; readonly codes: ReadonlySet<string> },
): RelationMatch[] {
  const free = relations.filter(({ code, id }) => !taken.ids.has(id) && !taken.codes.has(code))
  const indexes = new Map(
    matchReasons.map((reason) => [reason, Map.groupBy(free, (relation) => keyOf(reason, relation))]),
  )
  const matched = customers.map((customer) => ({ customer, candidates: candidatesOf(customer, indexes) }))
  const surest = matched.map(({ candidates }) => sureOf(candidates))
  const wanted = Map.groupBy(
    surest.flatMap((candidate) => candidate ?? []),
    ({ relation }) => relation.id,
  )
  return matched.map(({ candidates, customer: { customerId } }, at): RelationMatch => {
    const sure = surest[at] ?? null
    if (sure !== null && wanted.get(sure.relation.id)?.length === 1)
      return { kind: 'sure', customerId, candidate: sure }
    return candidates.length > 0 ? { kind: 'asked', customerId, candidates } : { kind: 'new', customerId }
  })
}

type Indexes = ReadonlyMap<MatchReason, ReadonlyMap<string, readonly KnownInBooks[]>>

/** All that have anything in common with it, those with the surest first. */
function candidatesOf(customer: CustomerToMatch, indexes: Indexes): MatchCandidate[] {
  const found = new Map<number, { relation: KnownInBooks; reasons: MatchReason[] }>()
  for (const reason of matchReasons) {
    const key = keyOf(reason, customer)
    for (const relation of key === '' ? [] : (indexes.get(reason)?.get(key) ?? [])) {
      const known = found.get(relation.id) ?? { relation, reasons: [] }
      known.reasons.push(reason)
      found.set(relation.id, known)
    }
  }
  return [...found.values()].map(({ reasons, relation }) => ({
    relation,
    reasons,
    unlike: (['kvk', 'vat'] as const).filter((reason) =>
      isUnlike(keyOf(reason, customer), keyOf(reason, relation)),
    ),
  }))
}

/** The only one with one of the sure reasons, where no number of both contradicts. */
function sureOf(candidates: readonly MatchCandidate[]): MatchCandidate | null {
  const sure = candidates.filter(({ reasons }) => reasons.some((reason) => sureReasons.includes(reason)))
  const [only, ...others] = sure
  return only !== undefined && others.length === 0 && only.unlike.length === 0 ? only : null
}

function isUnlike(left: string, right: string): boolean {
  return left !== '' && right !== '' && left !== right
}

/** What is compared for a reason; empty where there is nothing to compare. */
function keyOf(reason: MatchReason, of: CustomerToMatch | KnownInBooks): string {
  switch (reason) {
    case 'invoice':
      return codeOf('invoicedCode' in of ? of.invoicedCode : of.code)
    case 'code':
      return codeOf(of.code)
    case 'kvk':
      return /^\d{8}$/.test(plain(of.kvkNumber)) ? plain(of.kvkNumber) : ''
    case 'vat':
      return plain(of.vatNumber).length >= 8 ? plain(of.vatNumber) : ''
    case 'email':
      return of.email.trim().toLowerCase()
    case 'name_and_postcode':
      return nameOf(of) === '' || plain(of.postalCode) === '' ? '' : `${nameOf(of)} ${plain(of.postalCode)}`
    case 'name':
      return nameOf(of)
  }
}

function codeOf(code: string): string {
  return code.trim().toUpperCase()
}

/** Letters and figures alone, as «BV», «B.V.» and «b.v.» are one. */
function nameOf({ name }: Likeness): string {
  return plain(name)
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
}
