import { balances, openItems, totalOutstanding } from '../books/balances.ts'
import { sum } from '../money/cents.ts'
import type { BooksView } from './books-view.ts'
import { amount, count } from './format.ts'
import { html } from './html.ts'
import { mutationTable } from './mutation-table.ts'
import type { Page } from './page.ts'
import { body, link, sheet } from './pieces.ts'
import { places } from './places.ts'

/** One administration: what it holds, and its last mutations. */
export function overviewPage(view: BooksView): Page {
  const { books, n } = view
  const debtors = openItems(books, 'Debiteuren')
  const creditors = openItems(books, 'Crediteuren')
  const difference = sum(balances(books).values())
  return {
    title: books.company,
    books,
    lead: `Oefenadministratie in ${books.city}, gebruikersnaam ${books.username}.`,
    content: html`<div class="columns">${sheet(
      'Te ontvangen',
      body(
        html`<p class="answer">${amount(totalOutstanding(debtors))}</p><p class="quiet">${link(places.openItems(n), count(debtors.length, 'open post', 'open posten'))}</p>`,
      ),
    )}${sheet(
      'Te betalen',
      body(
        html`<p class="answer">${amount(totalOutstanding(creditors))}</p><p class="quiet">${link(places.openItems(n), count(creditors.length, 'open post', 'open posten'))}</p>`,
      ),
    )}${sheet(
      'Evenwicht',
      body(
        html`<p class="answer">${difference === 0 ? 'In evenwicht' : `Verschil ${amount(difference)}`}</p><p class="quiet">${link(places.ledger(n), 'Grootboek met saldi')}</p>`,
      ),
    )}</div>${sheet(
      'Laatste mutaties',
      mutationTable(
        view,
        books.mutations.slice(-10),
        'Hier staat elke boeking zodra een programma er een stuurt.',
      ),
      books.mutations.length > 0 && link(places.mutations(n), 'Alle mutaties'),
    )}`,
  }
}
