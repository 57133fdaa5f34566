import type { Entry, LedgerAccount, Mutation } from '../books/administration.ts'
import { balances } from '../books/balances.ts'
import { type Cents, sum } from '../money/cents.ts'
import { type BooksView, mutationLink, relationLink } from './books-view.ts'
import { amount, categoryWords, count, date } from './format.ts'
import { html } from './html.ts'
import type { Page } from './page.ts'
import { body, facts, link, sheet } from './pieces.ts'
import { places } from './places.ts'
import { table } from './table.ts'

/** Every account with its balance; debit and credit add up to the same. */
export function ledgerPage(view: BooksView): Page {
  const { books, n } = view
  const found = balances(books)
  const rows = books.ledger
    .map((account) => ({ account, balance: found.get(account.id) ?? 0 }))
    .sort((a, b) => (a.account.code < b.account.code ? -1 : 1))
  const debit = sum(rows.map(({ balance }) => Math.max(balance, 0)))
  const credit = sum(rows.map(({ balance }) => Math.max(-balance, 0)))
  return {
    title: 'Grootboek',
    books,
    place: places.ledger(n),
    lead:
      debit === credit
        ? 'De boeken zijn in evenwicht: debet en credit zijn gelijk.'
        : 'De boeken zijn niet in evenwicht. Dat is een fout in de oefenboekhouding.',
    content: html`<div class="sheet">${table(
      [
        {
          head: 'Rekening',
          cell: ({ account }) =>
            link(places.account(n, account.code), `${account.code} ${account.description}`),
          names: true,
        },
        { head: 'Categorie', cell: ({ account }) => categoryWords[account.category] },
        { head: 'Code', cell: ({ account }) => html`<code>${account.category}</code>` },
        {
          head: 'Debet',
          cell: ({ balance }) => (balance > 0 ? amount(balance) : ''),
          set: 'amount',
          narrow: 'named',
        },
        {
          head: 'Credit',
          cell: ({ balance }) => (balance < 0 ? amount(-balance) : ''),
          set: 'amount',
          narrow: 'named',
        },
      ],
      rows,
      { label: 'Grootboekrekeningen', empty: '', totals: ['Samen', '', '', amount(debit), amount(credit)] },
    )}</div>`,
  }
}

/** What was booked on one account, with its balance after each. */
export function accountPage(view: BooksView, account: LedgerAccount): Page {
  const { books, n } = view
  const rows = entriesOn(account, books.mutations)
  const balance = rows.at(-1)?.balance ?? 0
  return {
    title: `${account.code} ${account.description}`,
    books,
    place: places.ledger(n),
    trail: [[places.ledger(n), 'Grootboek']],
    lead: `Saldo ${sideOf(balance)}, na ${count(rows.length, 'boeking', 'boekingen')}.`,
    content: html`${sheet(
      'Rekening',
      body(
        facts([
          ['Categorie', html`${categoryWords[account.category]} (<code>${account.category}</code>)`],
          ['Groep', account.group],
          ['ID', account.id],
        ]),
      ),
    )}<div class="sheet">${table(
      [
        {
          head: 'Mutatie',
          cell: ({ mutation }) => mutationLink(view, mutation.number),
          names: true,
          narrow: 'named',
        },
        { head: 'Datum', cell: ({ mutation }) => date(mutation.date), set: 'nowrap' },
        { head: 'Relatie', cell: ({ mutation }) => relationLink(view, mutation.relationId), set: 'wide' },
        { head: 'Omschrijving', cell: ({ mutation }) => mutation.description, set: 'wide', narrow: 'last' },
        {
          head: 'Debet',
          cell: ({ entry }) => (entry.amount > 0 ? amount(entry.amount) : ''),
          set: 'amount',
          narrow: 'named',
        },
        {
          head: 'Credit',
          cell: ({ entry }) => (entry.amount > 0 ? '' : amount(-entry.amount)),
          set: 'amount',
          narrow: 'named',
        },
        { head: 'Saldo', cell: (row) => amount(row.balance), set: 'amount', narrow: 'named' },
      ],
      rows.toReversed(),
      { label: 'Boekingen op deze rekening', empty: 'Op deze rekening is nog niets geboekt.' },
    )}</div>`,
  }
}

function entriesOn(account: LedgerAccount, mutations: readonly Mutation[]) {
  const rows: { mutation: Mutation; entry: Entry; balance: Cents }[] = []
  let balance = 0
  for (const mutation of mutations) {
    for (const entry of mutation.entries.filter(({ accountId }) => accountId === account.id)) {
      balance += entry.amount
      rows.push({ mutation, entry, balance })
    }
  }
  return rows
}

function sideOf(balance: Cents): string {
  if (balance === 0) return amount(0)
  return balance > 0 ? `${amount(balance)} debet` : `${amount(-balance)} credit`
}
