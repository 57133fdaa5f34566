import type { Invoice } from '../books/administration.ts'
import { outstandingOf } from '../books/outstanding.ts'
import { sum } from '../money/cents.ts'
import { type BooksView, mutationLink, relationLink } from './books-view.ts'
import { amount, date, price } from './format.ts'
import { html } from './html.ts'
import type { Page } from './page.ts'
import { body, facts, link, sheet } from './pieces.ts'
import { places } from './places.ts'
import { table } from './table.ts'

/** Invoices made with AddFactuur. */
export function invoicesPage(view: BooksView): Page {
  const { books, n } = view
  const outstanding = outstandingOf(books)
  return {
    title: 'Facturen',
    books,
    place: places.invoices(n),
    lead: html`Wat met <code>AddFactuur</code> is gemaakt. Programma’s die zelf factureren, boeken met <code>AddMutatie</code>; die staan onder ${link(places.mutations(n), 'Mutaties')}.`,
    content: html`<div class="sheet">${table(
      [
        {
          head: 'Factuur',
          cell: ({ number }) => link(places.invoice(n, number), number),
          names: true,
          set: 'wide',
        },
        { head: 'Datum', cell: (invoice) => date(invoice.date), set: 'nowrap' },
        { head: 'Relatie', cell: ({ relationId }) => relationLink(view, relationId), set: 'wide' },
        {
          head: 'Mutatie',
          cell: ({ mutationNumber }) =>
            mutationNumber === null ? 'niet geboekt' : mutationLink(view, mutationNumber),
          narrow: 'named',
        },
        { head: 'Bedrag', cell: (invoice) => amount(totalOf(invoice)), set: 'amount' },
        {
          head: 'Openstaand',
          cell: (invoice) => amount(outstanding(invoice)),
          set: 'amount',
          narrow: 'named',
        },
      ],
      books.invoices.toReversed(),
      { label: 'Facturen', empty: 'Hier staat elke factuur die met AddFactuur is gemaakt.' },
    )}</div>`,
  }
}

export function invoicePage(view: BooksView, invoice: Invoice): Page {
  const { books, n } = view
  return {
    title: `Factuur ${invoice.number}`,
    books,
    place: places.invoices(n),
    trail: [[places.invoices(n), 'Facturen']],
    lead: `${amount(totalOf(invoice))}, waarvan ${amount(outstandingOf(books)(invoice))} openstaat.`,
    content: html`${sheet(
      'Kop',
      body(
        facts([
          ['Relatie', relationLink(view, invoice.relationId)],
          ['Datum', date(invoice.date)],
          ['Betalingstermijn', `${invoice.paymentTermDays} dagen`],
          ['Sjabloon', invoice.template],
          [
            'Mutatie',
            invoice.mutationNumber === null ? 'niet geboekt' : mutationLink(view, invoice.mutationNumber),
          ],
          ['Exclusief btw', amount(invoice.totalExcl)],
          ['Btw', amount(invoice.totalVat)],
        ]),
      ),
    )}${sheet(
      'Regels',
      table(
        [
          { head: 'Omschrijving', cell: ({ Omschrijving }) => Omschrijving, names: true, set: 'wide' },
          { head: 'Code', cell: ({ Code }) => html`<code>${Code}</code>` },
          {
            head: 'Aantal',
            cell: ({ Aantal, Eenheid }) => `${Aantal.replace('.', ',')} ${Eenheid}`,
            set: 'amount',
            narrow: 'named',
          },
          {
            head: 'Prijs per eenheid',
            cell: ({ PrijsPerEenheid }) => price(PrijsPerEenheid),
            set: 'amount',
            narrow: 'named',
          },
          { head: 'Btw-code', cell: ({ BTWCode }) => html`<code>${BTWCode}</code>` },
          {
            head: 'Tegenrekening',
            cell: ({ TegenrekeningCode }) => link(places.account(n, TegenrekeningCode), TegenrekeningCode),
            narrow: 'named',
          },
        ],
        invoice.lines,
        { label: 'Regels van de factuur', empty: '' },
      ),
    )}`,
  }
}

function totalOf({ totalExcl, totalVat }: Invoice): number {
  return sum([totalExcl, totalVat])
}
