import { count } from './format.ts'
import { type Content, type Html, html } from './html.ts'

export interface Column<T> {
  head: string
  cell: (row: T) => Content
  /** How it is set: amounts and numbers to the right, dates on one line. */
  set?: 'amount' | 'nowrap' | 'wide'
  /** The cell that names the row. */
  names?: boolean
  /** On a narrow screen: says its head before its value, or takes a line of its own. */
  narrow?: 'named' | 'last'
}

interface TableOptions {
  /** What it lists, for who cannot see it. */
  label: string
  /** Said in place of an empty table. */
  empty: string
  /** Cells of a row of totals, one per column; '' leaves it open. */
  totals?: readonly Content[]
}

/** More make a page of megabytes that nobody reads to its end. */
const mostRows = 500

/** A table that becomes a list of short rows on a narrow screen. Of many rows it shows the first, and says so. */
export function table<T>(columns: readonly Column<T>[], rows: readonly T[], options: TableOptions): Html {
  if (rows.length === 0) return html`<p class="empty">${options.empty}</p>`
  const heads = columns.map(
    ({ head, set }) => html`<th role="columnheader" scope="col"${classes([set])}>${head}</th>`,
  )
  const body = rows
    .slice(0, mostRows)
    .map((row) => html`<tr role="row">${columns.map((column) => cell(column, column.cell(row)))}</tr>`)
  const { totals } = options
  const foot =
    totals &&
    html`<tfoot role="rowgroup"><tr role="row">${columns.map((column, at) => cell({ ...column, names: at === 0 }, totals[at]))}</tr></tfoot>`
  return html`<div class="scroll"><table role="table" class="stack" aria-label="${options.label}"><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">${body}</tbody>${foot}</table></div>${
    rows.length > mostRows &&
    html`<p class="pages">Dit zijn de eerste ${mostRows} van ${count(rows.length, 'rij', 'rijen')}.</p>`
  }`
}

function cell<T>(column: Column<T>, content: Content): Html {
  const named = column.narrow === 'named' && content !== ''
  const last = column.narrow === 'last'
  const attributes = classes([
    column.set,
    column.names ? 'first' : '',
    last ? 'last' : '',
    named ? 'named' : '',
  ])
  // Read aloud the head is known already; narrow, the eye has lost it.
  const label = named && html`<span class="head-word" aria-hidden="true">${column.head} </span>`
  return column.names
    ? html`<th role="rowheader" scope="row"${attributes}>${label}${content}</th>`
    : html`<td role="cell"${attributes}>${label}${content}</td>`
}

function classes(names: readonly (string | undefined)[]): Content {
  const used = names.filter((name) => name !== undefined && name !== '')
  return used.length === 0 ? '' : html` class="${used.join(' ')}"`
}
