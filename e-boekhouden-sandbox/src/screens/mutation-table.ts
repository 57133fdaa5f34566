import type { Mutation } from '../books/administration.ts'
import { type BooksView, mutationLink, relationLink, totalOf } from './books-view.ts'
import { amount, date, kindWords } from './format.ts'
import type { Html } from './html.ts'
import { table } from './table.ts'

/** Mutations, newest first, each going to its page. */
export function mutationTable(view: BooksView, mutations: readonly Mutation[], empty: string): Html {
  const newestFirst = mutations.toReversed()
  return table(
    [
      { head: 'Mutatie', cell: ({ number }) => mutationLink(view, number), names: true, narrow: 'named' },
      { head: 'Datum', cell: (mutation) => date(mutation.date), set: 'nowrap' },
      { head: 'Soort', cell: ({ kind }) => kindWords[kind] ?? kind, set: 'nowrap' },
      { head: 'Relatie', cell: ({ relationId }) => relationLink(view, relationId), set: 'wide' },
      { head: 'Factuurnummer', cell: ({ invoiceNumber }) => invoiceNumber, set: 'wide', narrow: 'named' },
      { head: 'Omschrijving', cell: ({ description }) => description, set: 'wide', narrow: 'last' },
      { head: 'Bedrag', cell: (mutation) => amount(totalOf(mutation)), set: 'amount' },
    ],
    newestFirst,
    { label: 'Mutaties', empty },
  )
}
