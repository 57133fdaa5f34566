import { pipeline, Readable } from 'node:stream'
import type { Language } from '@stella/texts'
import { stringify } from 'csv-stringify'
import type { Cell, Column } from '../tables/columns.ts'
import { asWords } from './formulas.ts'

/** Excel takes the separators of its own country: in the Netherlands `;` and a decimal comma. */
const forms = {
  nl: { delimiter: ';', decimals: ',' },
  en: { delimiter: ',', decimals: '.' },
} as const satisfies Record<Language, { delimiter: string; decimals: string }>

/**
 * Rows as CSV (RFC 4180, UTF-8 with a mark, so that Excel reads «é») while they are read: memory stays flat however
 * many there are. A failure of the rows is one of the stream.
 */
export function writeCsv<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row>,
  language: Language,
): Readable {
  const { delimiter } = forms[language]
  // By itself it quotes only its own end of a record, and a lone line feed would end one too.
  const csv = stringify({ bom: true, delimiter, record_delimiter: 'windows', quoted_match: /[\r\n]/ })
  pipeline(Readable.from(recordsOf(columns, rows, language)), csv, () => {})
  return csv
}

async function* recordsOf<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row>,
  language: Language,
): AsyncIterable<string[]> {
  yield columns.map(({ title }) => title)
  for await (const row of rows) yield columns.map(({ cell }) => textOf(cell(row), language))
}

function textOf(cell: Cell, language: Language): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return asWords(cell)
  return cell.amount.replace('.', forms[language].decimals)
}
