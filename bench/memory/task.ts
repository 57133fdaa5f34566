// One task of `npm run bench -- memory`, in a process of its own; its last line is the most memory it had, in kilobytes.
import { customerChanged, silentLog } from '@stella/bookkeeping'
import {
  changeImport,
  findImport,
  inOrganization,
  insertFinalInvoices,
  listInvoices,
  openDatabase,
  saveCustomer,
  saveImport,
  saveImportPart,
} from '@stella/database'
import { joinPdfs, openTypesetting } from '@stella/documents'
import { parsePlainDate } from '@stella/invoicing'
import { textsIn } from '@stella/texts'
import { allPages, writeCsv } from '@stella/transfer'
import { columnsIn } from '../../api/src/invoices/list-routes.ts'
import { customerContent, invoiceContent } from '../../database/src/testing/test-invoice.ts'
import { finalDocument } from '../../documents/src/testing/example-documents.ts'
import { runImport } from '../../transfer/src/imports/run-import.ts'
import { auditFileOfMany } from '../../transfer/src/testing/documents.ts'
import { workbook } from '../../transfer/src/testing/workbook.ts'

const [task = '', size = '0', organization = ''] = process.argv.slice(2)
const count = Number(size)
const database = openDatabase({
  url: process.env.BENCH_DATABASE_URL ?? '',
  role: 'stella_app',
  maxConnections: 2,
})
const own = <T>(work: Parameters<typeof inOrganization<T>>[2]) => inOrganization(database, organization, work)

const titles = ['Bedrijfsnaam', 'Straat', 'Postcode', 'Plaats', 'E-mail', 'Telefoon', 'KvK-nummer']
const cellsOf = (at: number) => [
  `Bakkerij ${at} & Zn`,
  `Dorpsstraat ${at}`,
  '8011 AB',
  'Zwolle',
  `info@bakkerij-${at}.example`,
  '038 1234567',
  '',
]

const tasks: Readonly<Record<string, () => Promise<void>>> = {
  csv: () => readFile('customers', csvParts()),
  excel: async () => readFile('customers', inParts(await workbook([titles, ...rows()]))),
  'audit-file': async () => readFile('invoices', inParts(Buffer.from(auditFileOfMany(count)))),
  list: async () => {
    await fill()
    const { csv, screens } = textsIn('nl')
    const invoices = allPages((page) => own((tx) => listInvoices(tx, { ...page, sort: 'customer' })))
    for await (const _ of writeCsv(columnsIn(csv.invoices, screens.status), invoices, 'nl'));
  },
  print: async () => {
    const joined = await joinPdfs({ title: 'Facturen' })
    const typesetting = openTypesetting()
    const page = await typesetting.renderInvoicePdf(finalDocument(), 'one')
    await typesetting.close()
    for (let at = 0; at < count; at += 1) await joined.add(page)
    await joined.finish()
  },
}

await tasks[task]?.()
await database.close()
console.log(process.resourceUsage().maxRSS)

function* rows(): Iterable<string[]> {
  for (let at = 0; at < count; at += 1) yield cellsOf(at)
}

/** As a browser hands a file in, and never whole. */
function* csvParts(): Iterable<Buffer> {
  let part = `${titles.join(';')}\n`
  for (const cells of rows()) {
    part += `${cells.join(';')}\n`
    if (part.length < 400_000) continue
    yield Buffer.from(part)
    part = ''
  }
  if (part !== '') yield Buffer.from(part)
}

function* inParts(bytes: Buffer): Iterable<Buffer> {
  for (let from = 0; from < bytes.length; from += 500_000) yield bytes.subarray(from, from + 500_000)
}

async function readFile(kind: 'customers' | 'invoices', parts: Iterable<Buffer>): Promise<void> {
  const given = { kind, fileName: 'lijst', fileSize: 1, requestedBy: null, at: new Date() }
  const { id } = await own((tx) => saveImport(tx, given))
  let position = 0
  for (const bytes of parts) {
    await own((tx) => saveImportPart(tx, { importId: id, position, bytes }))
    position += 1
  }
  await own((tx) => changeImport(tx, id, { from: ['receiving'], to: 'reading' }))
  const work = { database, customerChanged, log: silentLog, now: () => new Date() }
  while ((await runImport(work, { organizationId: organization, importId: id }, () => true)) === 'more');
  const found = await own((tx) => findImport(tx, id))
  if (found?.state !== 'ready') throw new Error(`The file is ${found?.state}, ${found?.cause}.`)
}

async function fill(): Promise<void> {
  const { id } = await own((tx) => saveCustomer(tx, customerContent()))
  const content = invoiceContent(id, { invoiceDate: parsePlainDate('2026-11-22') })
  const batch = Array.from({ length: 500 }, () => ({ content, at: new Date() }))
  for (let made = 0; made < count; made += batch.length)
    await own((tx) => insertFinalInvoices(tx, 2026, batch))
}
