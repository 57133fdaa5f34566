import { openItems, type Side, totalOutstanding } from '../books/balances.ts'
import { type BooksView, mutationLink, relationLink } from './books-view.ts'
import { paymentForm } from './by-hand-forms.ts'
import { amount, date } from './format.ts'
import { html } from './html.ts'
import type { Page } from './page.ts'
import { sheet } from './pieces.ts'
import { places } from './places.ts'
import { table } from './table.ts'

export function openItemsPage(view: BooksView): Page {
  const { books, n } = view
  return {
    title: 'Open posten',
    books,
    place: places.openItems(n),
    lead: 'Wat nog te ontvangen en te betalen is. De bedragen zijn samen het saldo van de rekeningen Debiteuren en Crediteuren.',
    content: html`${side(view, 'Debiteuren', 'Er is niets te ontvangen.')}${side(view, 'Crediteuren', 'Er is niets te betalen.')}${paymentForm(view)}`,
  }
}

function side(view: BooksView, name: Side, empty: string) {
  const open = openItems(view.books, name)
  return sheet(
    name,
    table(
      [
        {
          head: 'Factuurnummer',
          cell: ({ invoiceNumber, mutationNumber }) => invoiceNumber || `mutatie ${mutationNumber}`,
          names: true,
          set: 'wide',
        },
        { head: 'Datum', cell: (item) => date(item.date), set: 'nowrap' },
        { head: 'Relatie', cell: ({ relationId }) => relationLink(view, relationId), set: 'wide' },
        {
          head: 'Mutatie',
          cell: ({ mutationNumber }) => mutationLink(view, mutationNumber),
          narrow: 'named',
        },
        { head: 'Bedrag', cell: (item) => amount(item.amount), set: 'amount', narrow: 'named' },
        { head: 'Voldaan', cell: ({ paid }) => amount(paid), set: 'amount', narrow: 'named' },
        {
          head: 'Openstaand',
          cell: ({ outstanding }) => amount(outstanding),
          set: 'amount',
          narrow: 'named',
        },
      ],
      open,
      {
        label: `Open posten ${name}`,
        empty,
        totals: ['Samen', '', '', '', '', '', amount(totalOutstanding(open))],
      },
    ),
  )
}
