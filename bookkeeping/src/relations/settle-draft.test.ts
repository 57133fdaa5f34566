import { deleteDraft, updateDraft } from '@stella/database'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LinkedOrganization, testSeal } from '../../testing/linked-organization.ts'
import { ScriptedBooks } from '../../testing/scripted-books.ts'
import { shiftedClock } from '../../testing/shifted-clock.ts'
import { changeConnectionPreferences } from '../connections/change-preferences.ts'
import { DRAFT_SETTLES_AFTER_MS, draftDeleted, draftLeft, planRelation } from './plan-relation.ts'

let db: TestDatabase
let organization: LinkedOrganization
const clock = shiftedClock()

beforeEach(async () => {
  db = await testDatabase()
  const openBooks = new ScriptedBooks({}).open
  organization = await LinkedOrganization.create(db, { clock, seal: testSeal(), openBooks })
})
afterEach(() => db.close())

const relations = () =>
  organization.within((tx) => tx.selectFrom('relations').selectAll().orderBy('created_at').execute())
const now = () => new Date(clock.now())

const throwAway = (id: string) =>
  organization.within(async (tx) => {
    await deleteDraft(tx, { id })
    await draftDeleted(tx)
  })

describe('the relation of a draft', () => {
  test('waits, visibly, until the draft has settled', async () => {
    await organization.draft()
    const [relation] = await relations()
    expect(relation).toMatchObject({ state: 'planned', cause: 'draft_unsettled' })
    const wait = (relation?.next_at?.getTime() ?? 0) - clock.now()
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(DRAFT_SETTLES_AFTER_MS)
  })

  test('waits anew with each save, and no longer once an invoice is final', async () => {
    const id = await organization.draft()
    clock.advance(60_000)
    await organization.within((tx) => planRelation(tx, { customerId: organization.customerId, now: now() }))
    const [waiting] = await relations()
    expect(waiting?.next_at?.getTime()).toBeGreaterThan(clock.now() + 2 * 60_000)
    await organization.finalize(id)
    expect(await relations()).toMatchObject([{ state: 'planned', cause: null, next_at: null }])
  })

  test('waits no longer once whoever wrote it has left it', async () => {
    await organization.draft()
    await organization.within((tx) => draftLeft(tx, { customerId: organization.customerId, now: now() }))
    expect(await relations()).toMatchObject([{ state: 'planned', cause: null, next_at: null }])
  })

  test('is forgotten with the draft, unless another invoice is for that customer', async () => {
    const [thrownAway, kept] = [await organization.draft(), await organization.draft()]
    await throwAway(thrownAway)
    expect(await relations()).toHaveLength(1)
    await throwAway(kept)
    expect(await relations()).toHaveLength(0)
    await organization.draft()
    expect(await relations()).toHaveLength(1)
  })

  test('is forgotten when the draft turns out to be for another customer', async () => {
    const id = await organization.draft()
    const other = await organization.addCustomer({ name: 'Slagerij Om de Hoek' })
    await organization.within(async (tx) => {
      const draft = await tx.selectFrom('invoices').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const content = {
        customerId: other,
        seriesId: null,
        invoiceDate: draft.invoice_date as never,
        paymentTermDays: 14,
        description: '',
        pricesIncludeVat: false,
        lines: [],
      }
      await updateDraft(tx, { id, revision: draft.revision, content })
      await planRelation(tx, { customerId: other, now: now() })
    })
    expect(await relations()).toMatchObject([{ customer_id: other }])
  })

  test('stays when it was sent meanwhile: what stands in the books is not forgotten', async () => {
    const id = await organization.draft()
    await organization.within((tx) =>
      tx.updateTable('relations').set({ state: 'sending', claim: 1n, cause: null }).execute(),
    )
    await throwAway(id)
    expect(await relations()).toHaveLength(1)
    await expect(organization.within((tx) => tx.deleteFrom('relations').execute())).rejects.toThrow(
      'a relation that was sent is never deleted',
    )
  })

  test('is not made at all where the organization waits for final invoices', async () => {
    await organization.within((tx) => changeConnectionPreferences(tx, { relationsFrom: 'final' }))
    const id = await organization.draft()
    expect(await relations()).toEqual([])
    await organization.finalize(id)
    expect(await relations()).toMatchObject([{ state: 'planned', next_at: null }])
  })
})
