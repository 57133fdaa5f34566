import {
  creditInvoice,
  finalizeInvoice,
  paymentFigures,
  type StoredExport,
  saveCustomer,
  saveDraft,
  sayPayment,
  type Transaction,
} from '@stella/database'
import {
  customerContent,
  invoiceContent,
  type TestDatabase,
  testDatabase,
  testOrganization,
} from '@stella/database/testing'
import { openTypesetting } from '@stella/documents'
import { parsePlainDate, parseQuantity, parseUnitPrice, type VatRate } from '@stella/invoicing'
import { type Language, languages, textsIn } from '@stella/texts'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maybe, awkwardText as text } from '../testing/awkward-text.ts'
import { importsOf } from '../testing/bring-in.ts'
import { unpacked } from '../testing/unpacked.ts'
import { writeArchive } from './write-archive.ts'

let db: TestDatabase
const typesetting = openTypesetting()
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(async () => {
  await typesetting.close()
  await db.close()
})

const invoice = fc.record({
  customer: fc.nat({ max: 3 }),
  invoiceDate: fc.constantFrom('2025-12-31', '2026-02-28', '2026-11-30'),
  paymentTermDays: fc.constantFrom(0, 14, 30),
  description: text(30),
  orderNumber: maybe(text(12)),
  buyerReference: maybe(text(12)),
  quantity: fc.constantFrom('1', '-2', '3'),
  unitPrice: fc.constantFrom('0.01', '62.125', '9999.99'),
  vatTreatment: fc.constantFrom('high' as const, 'exempt' as const),
  isPaid: fc.boolean(),
  isCredited: fc.boolean(),
})

type InvoiceInput = typeof invoice extends fc.Arbitrary<infer Input> ? Input : never

const today = parsePlainDate('2026-11-30')

/** Invoices that became final, of which some were paid or credited since. */
async function finalsOf(tx: Transaction, inputs: readonly InvoiceInput[]): Promise<void> {
  const customers = []
  for (const at of [0, 1, 2, 3])
    customers.push(await saveCustomer(tx, customerContent({ name: `Klant ${at}` })))
  for (const { customer, isCredited, isPaid, quantity, unitPrice, vatTreatment, ...input } of inputs) {
    const content = invoiceContent(customers[customer]?.id ?? '', {
      ...input,
      invoiceDate: parsePlainDate(input.invoiceDate),
      description: input.description.trim(),
      orderNumber: input.orderNumber?.trim() || null,
      buyerReference: input.buyerReference?.trim() || null,
      lines: [
        {
          description: 'Werk',
          quantity: parseQuantity(quantity),
          unitPrice: parseUnitPrice(unitPrice),
          vatTreatment,
          vatRate: vatTreatment === 'high' ? ('21' as VatRate) : ('0' as VatRate),
        },
      ],
    })
    const { id } = await finalizeInvoice(tx, { invoiceId: (await saveDraft(tx, content)).id })
    if (isCredited)
      await creditInvoice(tx, {
        invoiceId: id,
        lines: null,
        invoiceDate: today,
        description: '',
        seriesId: null,
      })
    else if (isPaid)
      await sayPayment(
        tx,
        {
          invoiceId: id,
          outstanding: 0n,
          settledAs: 'paid',
          paidOn: null,
          mutationNumbers: null,
          pending: null,
          knownAt: new Date(),
        },
        'Marloes',
      )
  }
}

/** The file of invoices in an archive of everything. */
async function archivedInvoices(organizationId: string, language: Language): Promise<Buffer> {
  const parts = { database: db.database('stella_app'), typesetting }
  const wish = { from: parsePlainDate('2025-01-01'), until: today, withDocuments: false, language }
  const archive = await all(
    writeArchive(parts, { id: organizationId, name: 'Proef' }, wish as StoredExport, () => {}),
  )
  const name = `${textsIn(language).exports.tables.invoices.file}.csv`
  return (await unpacked(archive)).get(name) ?? Buffer.alloc(0)
}

/** The rows of a file by number, read by another reader; those of one day have no order that is kept. */
function rowsOf(file: Buffer, language: Language): string[][] {
  const [, ...rows] = parse(file, { bom: true, delimiter: language === 'nl' ? ';' : ',' }) as string[][]
  return rows.sort(([one = ''], [other = '']) => one.localeCompare(other))
}

async function all(rows: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const row of rows) parts.push(Buffer.from(row as string))
  return Buffer.concat(parts)
}

test.each(languages)(
  'invoices of one Stella, in «%s», are history in another, with the same amounts and what is open of each',
  async (language) => {
    await fc.assert(
      fc.asyncProperty(fc.array(invoice, { minLength: 5, maxLength: 12 }), async (inputs) => {
        const [first, second] = [await testOrganization(db), await testOrganization(db)]
        const here = importsOf(db, first)
        const there = importsOf(db, second)
        await here.inOwn((tx) => finalsOf(tx, inputs))
        const file = await archivedInvoices(first, language)
        const read = await there.read('invoices', file)
        expect(read).toMatchObject({ state: 'ready', reading: { program: 'Stella' } })
        expect(read.counts, JSON.stringify(read.rows)).toMatchObject({ wrong: 0 })
        await there.apply(read.id)
        const sent = rowsOf(file, language)
        const arrived = rowsOf(await archivedInvoices(second, language), language)
        // Where it came from is the one thing that differs.
        expect(arrived.map((cells) => cells.slice(0, -1))).toEqual(sent.map((cells) => cells.slice(0, -1)))
        expect(await there.inOwn((tx) => paymentFigures(tx, today))).toMatchObject({
          outstanding: (await here.inOwn((tx) => paymentFigures(tx, today))).outstanding,
        })
        expect((await here.read('invoices', file)).counts).toMatchObject({
          same: sent.length,
          new: 0,
          wrong: 0,
        })
      }),
      { numRuns: 3, endOnFailure: true },
    )
  },
)
