import { listCustomers, listProducts, saveCustomers, saveProducts } from '@stella/database'
import { type TestDatabase, testDatabase, testOrganization } from '@stella/database/testing'
import {
  type CustomerContent,
  type ProductContent,
  units,
  validateCustomer,
  validateProduct,
} from '@stella/invoicing'
import { languages } from '@stella/texts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCsv } from '../files/write-csv.ts'
import { customerColumns, productColumns } from '../tables/columns.ts'
import { customerCells } from '../tables/customer-table.ts'
import { productCells } from '../tables/product-table.ts'
import { maybe, awkwardText as text } from '../testing/awkward-text.ts'
import { importsOf } from '../testing/bring-in.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const contact = fc.record({
  name: text(20).map((name) => `C${name}`),
  email: maybe(fc.constantFrom('ilse@kroon.example', 'a.b@example.nl')),
  phone: maybe(text(20)),
  receivesInvoices: fc.constant(false),
})

const customer = fc.record({
  kind: fc.constantFrom('company', 'person'),
  name: text(30),
  contactName: maybe(text(30)),
  address: maybe(text(30)),
  postalCode: maybe(fc.constantFrom('8011 AB', '1234 ZZ')),
  city: maybe(text(20)),
  country: fc.constantFrom('NL', 'NL', 'DE', 'BE'),
  email: maybe(fc.constantFrom('x@example.nl', 'info@kroon.example')),
  phone: maybe(fc.constantFrom('+31 6 12345678', '038 1234567', '=1')),
  kvkNumber: maybe(fc.constantFrom('12345678', '01234567')),
  vatNumber: maybe(fc.constantFrom('NL123456782B12', 'DE136695976')),
  paymentTermDays: maybe(fc.integer({ min: 0, max: 365 })),
  language: maybe(fc.constantFrom('nl', 'en', 'de')),
  vatTreatment: maybe(fc.constantFrom('high', 'low', 'exempt', 'eu_goods')),
  attachUbl: maybe(fc.boolean()),
  postalAddress: maybe(
    fc.record({
      address: text(20),
      postalCode: maybe(fc.constant('8260 AA')),
      city: text(20),
      country: fc.constantFrom('NL', 'FR'),
    }),
  ),
  contacts: fc.array(contact, { maxLength: 3 }),
  peppolId: maybe(fc.constant('0106:12345678')),
})

const product = fc.record({
  code: maybe(text(20)),
  description: fc.tuple(text(30), text(30)).map((lines) => lines.join('\n')),
  unit: maybe(fc.constantFrom(...units)),
  unitPrice: fc.integer({ min: -9_999_999, max: 99_999_999 }).map((price) => (price / 10_000).toFixed(4)),
  priceIncludesVat: fc.boolean(),
  vatTreatment: fc.constantFrom('high', 'low', 'zero', 'reverse_charge', 'exempt', 'other_rate'),
  vatRate: fc.constantFrom('5.5', '13'),
  revenueAccount: maybe(fc.constantFrom('8010', '0080')),
  isArchived: fc.constant(false),
})

/** As the domain takes them, each with a name or code of its own: two that are the same would be one. */
function customersOf(inputs: readonly Parameters<typeof validateCustomer>[0][]): CustomerContent[] {
  return inputs.flatMap((input, at) => {
    const read = validateCustomer({ ...input, name: `${input.name ?? ''} K${at}` })
    return read.ok ? [read.value] : []
  })
}

function productsOf(inputs: readonly Parameters<typeof validateProduct>[0][]): ProductContent[] {
  return inputs.flatMap((input, at) => {
    const code = input.code ? `${input.code}${at}` : null
    const read = validateProduct({ ...input, code, description: `${input.description} P${at}` })
    return read.ok ? [read.value] : []
  })
}

async function all(rows: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const row of rows) parts.push(Buffer.from(row as string))
  return Buffer.concat(parts)
}

async function* each<Row>(rows: readonly Row[]) {
  yield* rows
}

describe.each(languages)(
  'what was taken out of one Stella, in «%s», is in another to the last field',
  (language) => {
    test('of customers', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(customer, { minLength: 10, maxLength: 30 }), async (inputs) => {
          const [here, there] = [
            importsOf(db, await testOrganization(db)),
            importsOf(db, await testOrganization(db)),
          ]
          const contents = customersOf(inputs)
          await here.inOwn((tx) =>
            saveCustomers(
              tx,
              contents.map((content) => ({ id: crypto.randomUUID(), content })),
            ),
          )
          const stored = await here.inOwn(async (tx) => (await listCustomers(tx, { limit: 200 })).items)
          const file = await all(writeCsv(customerColumns(language), each(stored), language))
          const read = await there.read('customers', file)
          expect(read).toMatchObject({ state: 'ready', counts: { new: contents.length, wrong: 0 } })
          expect(read.reading?.fields).not.toContain(null)
          await there.apply(read.id)
          const arrived = await there.inOwn(async (tx) => (await listCustomers(tx, { limit: 200 })).items)
          expect(arrived.map(customerCells)).toEqual(stored.map(customerCells))
          // And here it stands already, to the last field.
          expect((await here.read('customers', file)).counts).toMatchObject({
            same: contents.length,
            new: 0,
            changed: 0,
          })
        }),
        { numRuns: 4, endOnFailure: true },
      )
    })

    test('of products', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(product, { minLength: 10, maxLength: 30 }), async (inputs) => {
          const [here, there] = [
            importsOf(db, await testOrganization(db)),
            importsOf(db, await testOrganization(db)),
          ]
          const contents = productsOf(inputs)
          await here.inOwn((tx) =>
            saveProducts(
              tx,
              contents.map((content) => ({ id: crypto.randomUUID(), content })),
            ),
          )
          const stored = await here.inOwn(async (tx) => (await listProducts(tx, { limit: 200 })).items)
          const file = await all(writeCsv(productColumns(language), each(stored), language))
          const read = await there.read('products', file)
          expect(read).toMatchObject({ state: 'ready', counts: { new: contents.length, wrong: 0 } })
          await there.apply(read.id)
          const arrived = await there.inOwn(async (tx) => (await listProducts(tx, { limit: 200 })).items)
          expect(arrived.map(productCells)).toEqual(stored.map(productCells))
        }),
        { numRuns: 4, endOnFailure: true },
      )
    })
  },
)
