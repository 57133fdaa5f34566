/** Of one thing that is known of two administrations: whether it is the same in both. */
export type Fact = 'same' | 'other' | 'unknown'

/** What is known of the books that codes open, beside what was known of books before. */
export type BooksComparison = {
  /** The GUID of the administration, where GetAdministraties tells it. */
  readonly administration: Fact
  /** A mutation with our mark that must be there: whether it is. */
  readonly mark: Fact
  /** Code 2, which belongs to one administration and, unlike code 1, does not change with the password. */
  readonly code2: Fact
  readonly username: Fact
  /** What the administration is called; people rename theirs. */
  readonly name: Fact
}

/** `unsure`: the facts do not tell, and a person must. */
export type BooksVerdict = 'same' | 'other' | 'unsure'

/**
 * Whether codes open the same books as before: the only place where this is decided, by the first line whose facts
 * all hold. Taking other books for the same is what must never happen, as then things are looked up, compared and
 * sent where they do not belong; so only what cannot be true of other books says «same».
 *
 * - A GUID belongs to one administration for good.
 * - Our mark holds the id of an invoice, so nobody else's books have it. That it is not there proves less: people
 *   may have deleted the mutation.
 * - Code 2 belongs to one administration (docs/decisions/022); a new one can be asked for.
 * - User names and names are chosen by people. That they differ adds to other facts; that they agree proves nothing.
 */
const rules: readonly { readonly says: BooksVerdict; readonly when: Partial<BooksComparison> }[] = [
  { says: 'same', when: { administration: 'same' } },
  { says: 'other', when: { administration: 'other' } },
  { says: 'same', when: { mark: 'same' } },
  { says: 'same', when: { code2: 'same' } },
  { says: 'other', when: { code2: 'other', mark: 'other' } },
  { says: 'other', when: { code2: 'other', username: 'other' } },
  { says: 'other', when: { code2: 'other', name: 'other' } },
  { says: 'other', when: { mark: 'other', username: 'other' } },
]

export function judgeBooks(comparison: BooksComparison): BooksVerdict {
  const facts = Object.keys(comparison) as (keyof BooksComparison)[]
  const rule = rules.find(({ when }) =>
    facts.every((fact) => when[fact] === undefined || when[fact] === comparison[fact]),
  )
  return rule?.says ?? 'unsure'
}
