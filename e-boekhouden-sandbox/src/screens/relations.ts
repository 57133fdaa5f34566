import type { Relation } from '../books/administration.ts'
import { items } from '../books/balances.ts'
import { sum } from '../money/cents.ts'
import type { BooksView } from './books-view.ts'
import { amount, count, date, moment } from './format.ts'
import { html } from './html.ts'
import { mutationTable } from './mutation-table.ts'
import type { Page } from './page.ts'
import { body, facts, link, sheet } from './pieces.ts'
import { places } from './places.ts'
import { table } from './table.ts'

export function relationsPage(view: BooksView): Page {
  const { books, n } = view
  const present = books.relations.filter(({ removed }) => !removed)
  return {
    title: 'Relaties',
    books,
    place: places.relations(n),
    lead:
      present.length > 0 &&
      `${count(present.length, 'relatie', 'relaties')} in de boeken, de nieuwste bovenaan.`,
    content: html`<div class="sheet">${table(
      [
        {
          head: 'Relatie',
          cell: ({ id, fields }) => link(places.relation(n, id), fields.Bedrijf),
          names: true,
          set: 'wide',
        },
        { head: 'Code', cell: ({ fields }) => html`<code>${fields.Code}</code>`, set: 'wide' },
        { head: 'Soort', cell: ({ fields }) => kindOf(fields.BP) },
        { head: 'Plaats', cell: ({ fields }) => fields.Plaats, set: 'wide' },
        { head: 'E-mail', cell: ({ fields }) => fields.Email, set: 'wide', narrow: 'last' },
      ],
      present.toReversed(),
      { label: 'Relaties', empty: 'Hier staat elke relatie zodra een programma er een stuurt.' },
    )}</div>`,
  }
}

export function relationPage(view: BooksView, relation: Relation): Page {
  const { books, n } = view
  const { fields } = relation
  const mutations = books.mutations.filter(({ relationId }) => relationId === relation.id)
  const open = sum(
    items(books, 'Debiteuren')
      .filter(({ relationId }) => relationId === relation.id)
      .map(({ outstanding }) => outstanding),
  )
  return {
    title: fields.Bedrijf,
    books,
    place: places.relations(n),
    trail: [[places.relations(n), 'Relaties']],
    lead: relation.removed
      ? 'Deze relatie is uit de boeken verwijderd.'
      : `${count(mutations.length, 'mutatie', 'mutaties')}, nog te ontvangen ${amount(open)}.`,
    content: html`<div class="columns">${sheet('Gegevens', body(facts(details(relation))))}${sheet('Overige velden', body(otherFields(relation)))}</div>${sheet(
      'Mutaties',
      mutationTable(view, mutations, 'Voor deze relatie is nog niets geboekt.'),
    )}`,
  }
}

const named: readonly (readonly [keyof Relation['fields'], string])[] = [
  ['Code', 'Code'],
  ['Contactpersoon', 'Contactpersoon'],
  ['Adres', 'Adres'],
  ['Postcode', 'Postcode'],
  ['Plaats', 'Plaats'],
  ['Land', 'Land'],
  ['Telefoon', 'Telefoon'],
  ['Email', 'E-mail'],
  ['KvkNummer', 'KvK-nummer'],
  ['BTWNummer', 'Btw-nummer'],
  ['IBAN', 'IBAN'],
]

function details({ id, addedAt, addDate, fields }: Relation): [string, string | number][] {
  const known = named.map(([field, name]): [string, string | number] => [name, fields[field]])
  return [
    ['Soort', kindOf(fields.BP)],
    ...known,
    ['ID', id],
    ['Toegevoegd', addDate === undefined ? moment(addedAt) : date(addDate)],
  ]
}

/** What was sent beside the usual, under the service's own names. */
function otherFields({ fields }: Relation) {
  const usual = new Set<string>([...named.map(([field]) => field), 'Bedrijf', 'BP'])
  const others = Object.entries(fields).filter(
    ([field, value]) => !usual.has(field) && value !== '' && value !== 0 && value !== '0',
  )
  if (others.length === 0) return html`<p class="quiet">Geen.</p>`
  return facts(others.map(([field, value]) => [field, value]))
}

function kindOf(bp: string): string {
  return bp === 'P' ? 'Particulier' : 'Bedrijf'
}
