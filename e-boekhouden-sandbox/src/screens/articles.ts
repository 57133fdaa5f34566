import type { BooksView } from './books-view.ts'
import { amount } from './format.ts'
import { html } from './html.ts'
import type { Page } from './page.ts'
import { link, sheet } from './pieces.ts'
import { places } from './places.ts'
import { table } from './table.ts'

/** Articles and cost centers: the service can list them and offers no call to make them. */
export function articlesPage(view: BooksView): Page {
  const { books, n } = view
  return {
    title: 'Artikelen en kostenplaatsen',
    books,
    place: places.articles(n),
    lead: 'Deze lijsten kunnen koppelingen alleen lezen. Elke oefenadministratie begint met een paar voorbeelden.',
    content: html`${sheet(
      'Artikelen',
      table(
        [
          { head: 'Artikel', cell: ({ description }) => description, names: true },
          { head: 'Code', cell: ({ code }) => html`<code>${code}</code>` },
          { head: 'Groep', cell: ({ groupDescription }) => groupDescription },
          { head: 'Btw-code', cell: ({ vatCode }) => html`<code>${vatCode}</code>` },
          {
            head: 'Tegenrekening',
            cell: ({ accountCode }) => link(places.account(n, accountCode), accountCode),
            narrow: 'named',
          },
          {
            head: 'Exclusief',
            cell: ({ salesPriceExcl }) => amount(salesPriceExcl),
            set: 'amount',
            narrow: 'named',
          },
          {
            head: 'Inclusief',
            cell: ({ salesPriceIncl }) => amount(salesPriceIncl),
            set: 'amount',
            narrow: 'named',
          },
        ],
        books.articles,
        { label: 'Artikelen', empty: 'Er zijn geen artikelen.' },
      ),
    )}${sheet(
      'Kostenplaatsen',
      table(
        [
          { head: 'Kostenplaats', cell: ({ description }) => description, names: true },
          { head: 'ID', cell: ({ id }) => id, narrow: 'named' },
          {
            head: 'Valt onder',
            cell: ({ parentId }) => books.costCenters.find(({ id }) => id === parentId)?.description ?? '',
            narrow: 'named',
          },
        ],
        books.costCenters,
        { label: 'Kostenplaatsen', empty: 'Er zijn geen kostenplaatsen.' },
      ),
    )}`,
  }
}
