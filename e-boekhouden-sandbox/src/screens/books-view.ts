import type { Administration, LedgerAccount, Mutation, Relation } from '../books/administration.ts'
import { indexOf } from '../books/world.ts'
import { type Cents, sum } from '../money/cents.ts'
import type { Parts } from '../parts.ts'
import { type Content, html } from './html.ts'
import { numberOf, places } from './places.ts'

/** The books of one page, with what links them together. */
export interface BooksView {
  parts: Parts
  books: Administration
  /** The number of the administration in the addresses. */
  n: number
  account(id: number): LedgerAccount | undefined
  relation(id: number | null): Relation | undefined
}

export function viewOf(parts: Parts, books: Administration): BooksView {
  const accounts = new Map(books.ledger.map((account) => [account.id, account]))
  const { relationsById } = indexOf(parts.store.world, books.guid)
  return {
    parts,
    books,
    n: numberOf(parts.store.world, books),
    account: (id) => accounts.get(id),
    relation: (id) => (id === null ? undefined : relationsById.get(id)),
  }
}

/** '1300 Debiteuren', going to the account. */
export function accountLink(view: BooksView, id: number): Content {
  const account = view.account(id)
  if (!account) return '—'
  return html`<a href="${places.account(view.n, account.code)}">${account.code} ${account.description}</a>`
}

/** The company, going to the relation. */
export function relationLink(view: BooksView, id: number | null): Content {
  const relation = view.relation(id)
  if (!relation) return ''
  return html`<a href="${places.relation(view.n, relation.id)}">${relation.fields.Bedrijf}</a>`
}

export function mutationLink(view: BooksView, number: number): Content {
  return html`<a href="${places.mutation(view.n, number)}">${number}</a>`
}

/** What a mutation is about in money: its lines together, with VAT. */
export function totalOf(mutation: Mutation): Cents {
  return sum(mutation.lines.map(({ incl }) => incl))
}
