import { randomUUID } from 'node:crypto'
import {
  computeTotals,
  type InvoiceLine,
  offeredVatTreatments,
  parsePlainDate,
  parseQuantity,
  parseUnitPrice,
} from '@stella/invoicing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveCustomer } from '../customers/save-customer.ts'
import type { Database } from '../pools/open-database.ts'
import {
  customerContent,
  invoiceContent,
  type TestDatabase,
  testDatabase,
  testDraft,
  testOrganization,
} from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { finalizeInvoice } from './finalize-invoice.ts'
import { findInvoice } from './find-invoice.ts'
import { deleteDraft, saveDraft, updateDraft } from './save-draft.ts'

let db: TestDatabase
let app: Database
beforeAll(async () => {
  db = await testDatabase()
  app = db.database('stella_app')
})
afterAll(() => db.close())

const anyLine: fc.Arbitrary<InvoiceLine> = fc.record({
  description: fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('\0')),
  quantity: fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => parseQuantity(decimal(n))),
  unitPrice: fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => parseUnitPrice(decimal(n))),
  vatTreatment: fc.constantFrom(...offeredVatTreatments),
  vatRate: fc.constantFrom('21', '9', '0', '5.5', '12.25'),
})

/** A number of ten-thousandths as a decimal. */
const decimal = (tenThousandths: number) =>
  `${tenThousandths < 0 ? '-' : ''}${Math.floor(Math.abs(tenThousandths) / 10_000)}.${String(Math.abs(tenThousandths) % 10_000).padStart(4, '0')}`

test('any draft comes back as it was saved, its totals to the cent', async () => {
  const organization = await testOrganization(db)
  const customer = await inOrganization(app, organization, (tx) => saveCustomer(tx, customerContent()))
  await fc.assert(
    fc.asyncProperty(fc.array(anyLine, { maxLength: 12 }), fc.boolean(), async (lines, pricesIncludeVat) => {
      const content = invoiceContent(customer.id, { lines, pricesIncludeVat })
      const saved = await inOrganization(app, organization, (tx) => saveDraft(tx, content))
      expect(saved).toMatchObject({ ...content, totals: computeTotals(lines, pricesIncludeVat) })
      expect(await inOrganization(app, organization, (tx) => findInvoice(tx, saved.id))).toEqual(saved)
    }),
    { numRuns: 60 },
  )
})

describe('a draft', () => {
  test('starts at revision 1 without a number, and a change replaces all of it', async () => {
    const organization = await testOrganization(db)
    const draft = await inOrganization(app, organization, (tx) => testDraft(tx))
    expect(draft).toMatchObject({ state: 'draft', number: null, finalizedAt: null, revision: 1 })
    const content = invoiceContent(draft.customerId, {
      invoiceDate: parsePlainDate('1980-01-01'),
      paymentTermDays: 0,
      description: '',
      pricesIncludeVat: true,
      lines: [],
    })
    const changed = await inOrganization(app, organization, (tx) =>
      updateDraft(tx, { id: draft.id, revision: 1, content }),
    )
    expect(changed).toMatchObject({ ...content, revision: 2, totals: { net: 0n, vat: 0n, gross: 0n } })
    expect(changed.updatedAt > draft.updatedAt).toBe(true)
  })

  test('of two who read the same, the first saves and the other hears of it', async () => {
    const organization = await testOrganization(db)
    const draft = await inOrganization(app, organization, (tx) => testDraft(tx))
    const change = (description: string) =>
      inOrganization(app, organization, (tx) =>
        updateDraft(tx, { id: draft.id, revision: 1, content: { ...draft, description } }),
      )
    const outcomes = await Promise.allSettled(['een', 'twee'].map(change))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason.code).toBe('revision_conflict')
  })

  test('cannot be for a customer of another organization', async () => {
    const other = await testOrganization(db)
    const foreign = await inOrganization(app, other, (tx) => saveCustomer(tx, customerContent()))
    const organization = await testOrganization(db)
    const draft = await inOrganization(app, organization, (tx) => testDraft(tx))
    for (const customerId of [foreign.id, randomUUID()]) {
      const content = invoiceContent(customerId)
      const refusal = { code: 'not_found', parameters: { subject: 'customer', id: customerId } }
      await expect(inOrganization(app, organization, (tx) => saveDraft(tx, content))).rejects.toMatchObject(
        refusal,
      )
      await expect(
        inOrganization(app, organization, (tx) => updateDraft(tx, { id: draft.id, revision: 1, content })),
      ).rejects.toMatchObject(refusal)
    }
  })

  test('can be deleted, with its lines, once', async () => {
    const organization = await testOrganization(db)
    const draft = await inOrganization(app, organization, (tx) => testDraft(tx))
    const remove = (revision?: number) =>
      inOrganization(app, organization, (tx) => deleteDraft(tx, { id: draft.id, revision }))
    await expect(remove(7)).rejects.toMatchObject({ code: 'revision_conflict' })
    await remove(1)
    await expect(remove()).rejects.toMatchObject({ code: 'not_found' })
    const lines = await inOrganization(app, organization, (tx) =>
      tx.selectFrom('invoice_lines').selectAll().execute(),
    )
    expect(lines).toEqual([])
  })

  test('that is deleted while it becomes final is one or the other', async () => {
    const organization = await testOrganization(db)
    for (let round = 0; round < 10; round++) {
      const { id } = await inOrganization(app, organization, (tx) => testDraft(tx))
      const [deleted, finalized] = await Promise.allSettled([
        inOrganization(app, organization, (tx) => deleteDraft(tx, { id })),
        inOrganization(app, organization, (tx) => finalizeInvoice(tx, { invoiceId: id })),
      ])
      expect([deleted.status, finalized.status].toSorted()).toEqual(['fulfilled', 'rejected'])
      const found = await inOrganization(app, organization, (tx) => findInvoice(tx, id))
      expect(found?.state).toBe(finalized.status === 'fulfilled' ? 'final' : undefined)
    }
    const { rows } = await db.database('owner').pool.query(
      `select count(*) filter (where state = 'final')::int - max(last_place) as gap
       from invoices join series_counts using (organization_id) where organization_id = $1`,
      [organization],
    )
    expect([0, null]).toContain(rows[0].gap)
  })
})
