import type { Mutation } from '../books/administration.ts'
import { sum } from '../money/cents.ts'
import { accountLink, type BooksView, relationLink, totalOf } from './books-view.ts'
import { changeForm, mutationForm } from './by-hand-forms.ts'
import { amount, count, date, kindWords, moment } from './format.ts'
import { html } from './html.ts'
import { mutationTable } from './mutation-table.ts'
import type { Page } from './page.ts'
import { body, facts, sheet } from './pieces.ts'
import { places } from './places.ts'
import { table } from './table.ts'

const onePage = 100

/** The last mutations, or those before a number. */
export function mutationsPage(view: BooksView, query: URLSearchParams): Page {
  const { books, n } = view
  const before = Number(query.get('voor') ?? Number.POSITIVE_INFINITY)
  const upTo = books.mutations.filter(({ number }) => number < before)
  const shown = upTo.slice(-onePage)
  const [oldest] = shown
  const older = oldest !== undefined && upTo.length > shown.length
  return {
    title: 'Mutaties',
    books,
    place: places.mutations(n),
    lead:
      books.mutations.length > 0 &&
      `${count(books.mutations.length, 'mutatie', 'mutaties')} in de boeken, de nieuwste bovenaan.`,
    content: html`<div class="sheet">${mutationTable(view, shown, 'Hier staat elke boeking zodra een programma er een stuurt.')}${
      older
        ? html`<p class="pages"><a href="${places.mutations(n)}?voor=${oldest.number}">Eerdere mutaties</a></p>`
        : ''
    }</div>${mutationForm(view)}`,
  }
}

export function mutationPage(view: BooksView, mutation: Mutation): Page {
  const { books, n } = view
  return {
    title: `Mutatie ${mutation.number}`,
    books,
    place: places.mutations(n),
    trail: [[places.mutations(n), 'Mutaties']],
    lead: html`${kindWords[mutation.kind] ?? mutation.kind} van ${date(mutation.date)}, ${amount(totalOf(mutation))}`,
    content: html`<div class="columns">${header(view, mutation)}${entries(view, mutation)}</div>${lines(view, mutation)}${changeForm(view, mutation)}`,
  }
}

function header(view: BooksView, mutation: Mutation) {
  const origin = { soap: 'AddMutatie', invoice: 'AddFactuur', hand: 'Met de hand' }[mutation.origin]
  return sheet(
    'Kop',
    body(
      facts([
        ['Soort', kindWords[mutation.kind] ?? mutation.kind],
        ['Datum', date(mutation.date)],
        ['Rekening', accountLink(view, mutation.accountId)],
        ['Relatie', relationLink(view, mutation.relationId)],
        ['Relatiecode', view.relation(mutation.relationId)?.fields.Code],
        ['Factuurnummer', mutation.invoiceNumber],
        ['Omschrijving', mutation.description],
        ['Boekstuk', mutation.document],
        ['Betalingstermijn', mutation.paymentTerm && `${mutation.paymentTerm} dagen`],
        ['Betalingskenmerk', mutation.paymentReference],
        ['Bedragen', mutation.inExVat === 'IN' ? 'inclusief btw ingevoerd' : 'exclusief btw ingevoerd'],
        ['Geboekt', `${moment(mutation.bookedAt)}, ${origin}`],
        ['Met de hand gewijzigd', mutation.changedAt && moment(mutation.changedAt)],
      ]),
    ),
  )
}

/** The double entry underneath. */
function entries(view: BooksView, { entries: all }: Mutation) {
  const debit = sum(all.map(({ amount: cents }) => Math.max(cents, 0)))
  const credit = sum(all.map(({ amount: cents }) => Math.max(-cents, 0)))
  return sheet(
    'Zo staat het in de boeken',
    table(
      [
        { head: 'Rekening', cell: ({ accountId }) => accountLink(view, accountId), names: true },
        {
          head: 'Debet',
          cell: (entry) => (entry.amount > 0 ? amount(entry.amount) : ''),
          set: 'amount',
          narrow: 'named',
        },
        {
          head: 'Credit',
          cell: (entry) => (entry.amount > 0 ? '' : amount(-entry.amount)),
          set: 'amount',
          narrow: 'named',
        },
      ],
      all,
      { label: 'Dubbele boeking', empty: '', totals: ['Samen', amount(debit), amount(credit)] },
    ),
  )
}

function lines(view: BooksView, mutation: Mutation) {
  const total = (pick: (line: Mutation['lines'][number]) => number) => amount(sum(mutation.lines.map(pick)))
  return sheet(
    'Regels',
    table(
      [
        { head: 'Tegenrekening', cell: ({ accountId }) => accountLink(view, accountId), names: true },
        { head: 'Btw-code', cell: ({ vatCode }) => html`<code>${vatCode}</code>`, set: 'nowrap' },
        {
          head: 'Btw %',
          cell: ({ vatPercentage }) => vatPercentage.replace('.', ','),
          set: 'amount',
          narrow: 'named',
        },
        { head: 'Ingevoerd', cell: ({ entered }) => amount(entered), set: 'amount', narrow: 'named' },
        { head: 'Exclusief', cell: ({ excl }) => amount(excl), set: 'amount', narrow: 'named' },
        { head: 'Btw', cell: ({ vat }) => amount(vat), set: 'amount', narrow: 'named' },
        { head: 'Inclusief', cell: ({ incl }) => amount(incl), set: 'amount', narrow: 'named' },
      ],
      mutation.lines,
      {
        label: 'Regels van de mutatie',
        empty: '',
        totals: [
          'Samen',
          '',
          '',
          '',
          total(({ excl }) => excl),
          total(({ vat }) => vat),
          total(({ incl }) => incl),
        ],
      },
    ),
  )
}
