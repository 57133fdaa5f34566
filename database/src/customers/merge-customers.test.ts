import { randomInt, randomUUID } from 'node:crypto'
import { mergeCustomers as contentOfBoth } from '@stella/invoicing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listActivities } from '../activities/list-activities.ts'
import { recordActivity } from '../activities/record-activity.ts'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { findInvoice } from '../invoices/find-invoice.ts'
import { listInvoices } from '../invoices/list-invoices.ts'
import { saveDraft, updateDraft } from '../invoices/save-draft.ts'
import type { Database } from '../pools/open-database.ts'
import {
  customerContent,
  invoiceContent,
  type TestDatabase,
  testDatabase,
  testOrganization,
} from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { archiveCustomer } from './archive-customer.ts'
import { customerFigures } from './customer-figures.ts'
import { deleteCustomer } from './delete-customer.ts'
import { findCustomer, listCustomers } from './list-customers.ts'
import { mergeCustomers } from './merge-customers.ts'
import { saveCustomer, updateCustomer } from './save-customer.ts'

let db: TestDatabase
let app: Database
beforeAll(async () => {
  db = await testDatabase()
  app = db.database('stella_app')
})
afterAll(() => db.close())

/** An organization that can make invoices final, with customers of these names. */
async function office(...names: string[]) {
  const organization = await testOrganization(db)
  const within = <T>(work: Parameters<typeof inOrganization<T>>[2]) => inOrganization(app, organization, work)
  const ids: string[] = []
  for (const name of names) ids.push((await within((tx) => saveCustomer(tx, customerContent({ name })))).id)
  const draft = (customerId: string) => within((tx) => saveDraft(tx, invoiceContent(customerId)))
  const final = async (customerId: string) => {
    const { id: invoiceId } = await draft(customerId)
    return within((tx) => finalizeInvoice(tx, { invoiceId }))
  }
  const merge = (keptId: string, goneId: string) =>
    within(async (tx) => {
      const [kept, gone] = [await findCustomer(tx, keptId), await findCustomer(tx, goneId)]
      const revisions = {
        kept: { id: keptId, revision: kept?.revision ?? 0 },
        gone: { id: goneId, revision: gone?.revision ?? 0 },
      }
      return mergeCustomers(tx, {
        ...revisions,
        contentOf: (one, other) => contentOfBoth(one, other).content,
      })
    })
  const listed = (archived: boolean) =>
    within(async (tx) => (await listCustomers(tx, { archived })).items.map(({ name }) => name))
  return { within, ids, draft, final, merge, names: listed }
}

describe('two customers made one', () => {
  test('drafts go along, final invoices stay as they are, and the history is one', async () => {
    const { draft, final, ids, merge, names, within } = await office('Blijft', 'Gaat')
    const [kept = '', gone = ''] = ids
    const [before, open] = [await final(gone), await draft(gone)]
    await within((tx) => recordActivity(tx, { kind: 'invoice_booked', subjectId: before.id }))
    expect(await merge(kept, gone)).toMatchObject({
      kept: { name: 'Blijft', revision: 2, mergedInto: null },
      gone: { name: 'Gaat', revision: 2, mergedInto: kept },
      movedDrafts: 1,
    })
    expect(await within((tx) => findInvoice(tx, before.id))).toEqual(before)
    expect(await within((tx) => findInvoice(tx, open.id))).toMatchObject({ customerId: kept, revision: 2 })
    expect([await names(false), await names(true)]).toEqual([['Blijft'], []])
    const { items } = await within((tx) => listInvoices(tx, { customerId: kept }))
    expect(items.map(({ id }) => id).sort()).toEqual([before.id, open.id].sort())
    const { years, drafts } = await within((tx) => customerFigures(tx, kept))
    expect({ years, drafts }).toMatchObject({
      years: [{ year: 2026, invoices: 1, gross: 12_100n }],
      drafts: 1,
    })
    const told = await within((tx) => listActivities(tx, { customerId: kept }))
    expect(told.items.map(({ subjectId }) => subjectId)).toEqual([before.id])
    expect(await within((tx) => listActivities(tx, { customerId: randomUUID() }))).toMatchObject({
      items: [],
    })
  })

  test('what went up in the one that goes, goes along, and who names it means the one that stayed', async () => {
    const { draft, ids, merge, within } = await office('Een', 'Twee', 'Drie')
    const [one = '', two = '', three = ''] = ids
    await merge(two, three)
    await merge(one, two)
    expect(await within((tx) => findCustomer(tx, three))).toMatchObject({ mergedInto: one })
    const named = await draft(three)
    expect(named.customerId).toBe(one)
    const change = { id: named.id, revision: 1, content: invoiceContent(two) }
    expect((await within((tx) => updateDraft(tx, change))).customerId).toBe(one)
  })

  test('is refused of what changed meanwhile, of what went up already, and into what is archived', async () => {
    const { ids, merge, within } = await office('Een', 'Twee', 'Drie')
    const [one = '', two = '', three = ''] = ids
    const contentOf = () => customerContent()
    const stale = { kept: { id: one, revision: 1 }, gone: { id: two, revision: 7 }, contentOf }
    await expect(within((tx) => mergeCustomers(tx, stale))).rejects.toMatchObject({
      code: 'revision_conflict',
    })
    await expect(merge(one, randomUUID())).rejects.toMatchObject({ code: 'not_found' })
    await within((tx) => archiveCustomer(tx, { id: three, archived: true }))
    await expect(merge(three, one)).rejects.toMatchObject({ code: 'customer_archived' })
    // An archived one may go up in another.
    await merge(one, three)
    await expect(merge(two, three)).rejects.toMatchObject({ code: 'customer_merged' })
    await expect(merge(three, two)).rejects.toMatchObject({ code: 'customer_merged' })
    const back = within((tx) => archiveCustomer(tx, { id: three, archived: false }))
    await expect(back).rejects.toMatchObject({ code: 'customer_merged' })
  })

  test('while others write invoices, make them final and merge too: no draft is left behind, nobody waits for ever', async () => {
    const seed = randomInt(1_000_000)
    const pick = sequence(seed)
    for (let round = 0; round < 12; round += 1) {
      const { draft, final, ids, merge, within } = await office('A', 'B', 'C')
      const any = () => ids[pick(ids.length)] ?? ''
      const work = [
        ...Array.from({ length: 4 }, () => () => draft(any())),
        ...Array.from({ length: 4 }, () => () => final(any())),
        ...Array.from({ length: 3 }, () => () => {
          const first = pick(ids.length)
          return merge(ids[first] ?? '', ids[(first + 1 + pick(2)) % ids.length] ?? '')
        }),
        () =>
          within(async (tx) => {
            const customer = await findCustomer(tx, any())
            if (customer !== undefined) await updateCustomer(tx, { ...customer, content: customer })
          }),
      ].sort(() => pick(3) - 1)
      const outcomes = await Promise.allSettled(work.map((it) => it()))
      const refused = outcomes.flatMap((it) => (it.status === 'rejected' ? [it.reason] : []))
      for (const { code, message } of refused) {
        const expected = ['revision_conflict', 'customer_merged', 'customer_archived']
        expect(expected, `seed ${seed}, round ${round}: ${message}`).toContain(code)
      }
      const left = await within((tx) =>
        tx
          .selectFrom('invoices')
          .innerJoin('customers', 'customers.id', 'invoices.customer_id')
          .select('invoices.id')
          .where('invoices.state', '=', 'draft')
          .where('customers.merged_into', 'is not', null)
          .execute(),
      )
      expect(left, `seed ${seed}, round ${round}`).toEqual([])
    }
  })
})

describe('an archived customer', () => {
  test('is out of the list, comes back, and has its drafts and its invoices all along', async () => {
    const { draft, final, ids, names, within } = await office('Rust', 'Werkt')
    const [id = ''] = ids
    const [open] = [await draft(id), await final(id)]
    const archive = (archived: boolean) => within((tx) => archiveCustomer(tx, { id, archived }))
    expect(await archive(true)).toMatchObject({ changed: true })
    expect(await archive(true)).toMatchObject({ changed: false })
    expect([await names(false), await names(true)]).toEqual([['Werkt'], ['Rust']])
    const found = (archived: boolean) =>
      within(async (tx) => (await listCustomers(tx, { archived, search: 'rus' })).items.length)
    expect([await found(false), await found(true)]).toEqual([0, 1])
    await expect(draft(id)).rejects.toMatchObject({ code: 'customer_archived' })
    const change = { id: open.id, revision: 1, content: invoiceContent(id, { description: 'Toch' }) }
    expect((await within((tx) => updateDraft(tx, change))).description).toBe('Toch')
    await within((tx) => finalizeInvoice(tx, { invoiceId: open.id }))
    await archive(false)
    expect(await names(false)).toEqual(['Rust', 'Werkt'])
    await draft(id)
  })

  test('is deleted only when there is nothing of it', async () => {
    const { draft, ids, merge, within } = await office('Leeg', 'Met concept', 'Blijft', 'Gaat')
    const [empty = '', used = '', kept = '', gone = ''] = ids
    await draft(used)
    await merge(kept, gone)
    const remove = (id: string) => within((tx) => deleteCustomer(tx, id))
    for (const id of [used, kept])
      await expect(remove(id)).rejects.toMatchObject({ code: 'customer_invoiced' })
    await remove(empty)
    await expect(remove(empty)).rejects.toMatchObject({ code: 'not_found' })
  })
})

/** Numbers below a bound, the same for the same seed. */
function sequence(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % bound
  }
}
