import type { Mutation } from '../books/administration.ts'
import { centsText } from '../money/cents.ts'
import type { BooksView } from './books-view.ts'
import { kindWords } from './format.ts'
import { type Content, type Html, html } from './html.ts'
import { body, sheet } from './pieces.ts'
import { places } from './places.ts'

/** «Betaling boeken»: in part, too much, twice, on a wrong number. Nothing where changing is switched off. */
export function paymentForm(view: BooksView): Content {
  const fields = [
    field('text', 'invoiceNumber', 'Factuurnummer', 'required'),
    amountField('Bedrag', 'required'),
    field('text', 'relationCode', 'Relatiecode', '', 'Leeg: die van de factuur.'),
    field('date', 'date', 'Datum', '', 'Leeg: vandaag.'),
  ]
  return form(view, places.openItems(view.n), 'Betaling boeken', fields, 'Boeken')
}

/** «Mutatie boeken»: of any kind with one line, such as a memorial entry that writes an invoice off. */
export function mutationForm(view: BooksView): Content {
  const fields = [
    choice('kind', 'Soort', Object.entries(kindWords)),
    field('text', 'account', 'Rekening', 'required', 'Bij een memoriaal de rekening die debet gaat.'),
    field('text', 'ledgerAccount', 'Tegenrekening', 'required'),
    amountField('Bedrag exclusief btw', 'required'),
    field('text', 'vatCode', 'Btw-code', '', 'Leeg: GEEN.'),
    field('text', 'relationCode', 'Relatiecode'),
    field('text', 'invoiceNumber', 'Factuurnummer'),
    field('date', 'date', 'Datum', '', 'Leeg: vandaag.'),
    field('text', 'description', 'Omschrijving'),
  ]
  return form(view, places.mutations(view.n), 'Mutatie boeken', fields, 'Boeken')
}

/** «Wijzigen» and «Verwijderen» of one mutation, whoever booked it. */
export function changeForm(view: BooksView, mutation: Mutation): Content {
  const address = places.mutation(view.n, mutation.number)
  const [line, ...more] = mutation.lines
  const fields = [
    field('text', 'invoiceNumber', 'Factuurnummer', filledWith(mutation.invoiceNumber)),
    field(
      'text',
      'relationCode',
      'Relatiecode',
      filledWith(view.relation(mutation.relationId)?.fields.Code ?? ''),
    ),
    field('date', 'date', 'Datum', filledWith(mutation.date)),
    field('text', 'description', 'Omschrijving', filledWith(mutation.description)),
    // Of several lines no single amount can be changed.
    line !== undefined && more.length === 0
      ? amountField('Bedrag exclusief btw', filledWith(centsText(line.excl).replace('.', ',')))
      : '',
  ]
  const remove = html`<form method="post" action="${address}"><button name="remove" value="yes">Verwijderen</button></form>`
  return form(view, address, 'Met de hand wijzigen', fields, 'Wijzigen', remove)
}

function form(
  view: BooksView,
  action: string,
  title: string,
  fields: readonly Content[],
  verb: string,
  below: Content = '',
): Content {
  if (!view.parts.control) return ''
  return sheet(
    title,
    body(
      html`<form method="post" action="${action}"><div class="fields">${fields}</div><div class="actions"><button class="main">${verb}</button></div></form>${below}`,
    ),
  )
}

type Attributes = Html | 'required' | ''

function filledWith(text: string): Html {
  return html`value="${text}"`
}

function amountField(label: string, attributes: Attributes): Html {
  return field('text', 'amount', label, attributes, 'Zoals 1.210,50.')
}

function field(
  type: 'date' | 'text',
  name: string,
  label: string,
  attributes: Attributes = '',
  help = '',
): Html {
  return html`<div class="field"><label for="${name}">${label}</label><input type="${type}" id="${name}" name="${name}" autocomplete="off" ${attributes}>${help && html`<p class="help">${help}</p>`}</div>`
}

function choice(name: string, label: string, options: readonly (readonly [string, string])[]): Html {
  return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${options.map(
    ([value, word]) => html`<option value="${value}">${word}</option>`,
  )}</select></div>`
}
