import type { StoredExport } from '@stella/database'
import { textsIn } from '@stella/texts'
import { customerFields } from '../tables/customer-table.ts'
import { productFields } from '../tables/product-table.ts'
import type { TableName } from './export-tables.ts'

/** How many rows each file of the archive has. */
export type RowCounts = Readonly<Record<TableName, number>>

/** What is in the archive, for a person: each file with what it holds, and each of its columns. */
export function exportIndex(
  { from, language, until, withDocuments }: StoredExport,
  organization: string,
  counts: RowCounts,
): string {
  const { csv, exports: words } = textsIn(language)
  const columnsOf = (table: TableName): [title: string, text: string][] => {
    const own = Object.values(words.tables[table].columns).map((it): [string, string] => [it.title, it.text])
    const kept = table === 'customers' ? customerFields : table === 'products' ? productFields : []
    const titles: Partial<Record<string, string>> = csv[table === 'products' ? 'products' : 'customers']
    const texts: Partial<Record<string, string>> = words.fields
    return [...kept.map((field): [string, string] => [titles[field] ?? field, texts[field] ?? '']), ...own]
  }
  const tables = (Object.keys(words.tables) as TableName[]).map((table) => {
    const { file, text } = words.tables[table]
    const rows = columnsOf(table).map(
      ([title, what]) => `<tr><th scope="row">${html(title)}</th><td>${html(what)}</td></tr>`,
    )
    return `<h2><a href="${file}.csv">${file}.csv</a>, ${words.rows(counts[table])}</h2><p>${html(text)}</p><table>${rows.join('')}</table>`
  })
  const title = words.title(organization)
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(title)}</title><style>${style}</style><h1>${html(title)}</h1><p>${html(words.period(from, until))}</p><p>${html(words.form)}</p>${withDocuments ? `<p>${html(words.documents)}</p>` : ''}${tables.join('')}</html>\n`
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}th,td{padding:.2rem 1rem .2rem 0;text-align:left;vertical-align:top}th{font-weight:500;white-space:nowrap}h2{margin-top:2rem;font-size:1.15rem}'

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
