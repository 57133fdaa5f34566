import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveCustomer } from '../customers/save-customer.ts'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { saveDraft } from '../invoices/save-draft.ts'
import { verifyInvoices } from '../invoices/verify-invoices.ts'
import {
  customerContent,
  invoiceContent,
  type TestDatabase,
  testDatabase,
  testOrganization,
} from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import {
  closeOrganization,
  endClosedOrganizations,
  listOrganizations,
  openAgain,
} from './close-organization.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const accounts = () => db.database('stella_accounts')
const owner = (statement: string, values: unknown[] = []) =>
  db.database('owner').pool.query(statement, values)
const close = (id: string) => inOrganization(accounts(), id, (tx) => closeOrganization(tx, id))
const end = () => endClosedOrganizations(db.database('stella_worker'), { closedBefore: new Date(), most: 10 })
const closedDaysAgo = (id: string, days: number) =>
  owner(`update accounts.organization set closed_at = now() - make_interval(days => $2) where id = $1`, [
    id,
    days,
  ])

test('one is closed once, and shown as such', async () => {
  const id = await testOrganization(db, 'Eenmaal')
  expect([await close(id), await close(id)]).toEqual([true, false])
  const listed = (await listOrganizations(accounts().kysely)).find((one) => one.id === id)
  expect(listed).toMatchObject({ name: 'Eenmaal', closedAt: expect.any(Date), endedAt: null })
})

/** Somebody who owns it, a customer with a draft alone, and one with a final invoice; returns the invoice's number. */
async function used(organizationId: string): Promise<string> {
  await owner(
    `with u as (insert into accounts."user" (name, email) values ('Jan', gen_random_uuid() || '@example.nl') returning id)
     insert into accounts.member (organization_id, user_id, role) select $1, u.id, 'owner' from u`,
    [organizationId],
  )
  const reachable = { email: 'klant@voorbeeld.test', phone: '0612345678', contactName: 'Piet' }
  return inOrganization(db.database('stella_app'), organizationId, async (tx) => {
    const prospect = await saveCustomer(tx, customerContent({ name: 'Alleen een concept', ...reachable }))
    await saveDraft(tx, invoiceContent(prospect.id))
    const customer = await saveCustomer(tx, customerContent({ name: 'Café De Hoek', ...reachable }))
    const { id: invoiceId } = await saveDraft(tx, invoiceContent(customer.id))
    return (await finalizeInvoice(tx, { invoiceId })).number
  })
}

test('a month after, what nobody has to keep is gone, and every final invoice is as it was', async () => {
  const id = await testOrganization(db, 'Gestopt')
  const number = await used(id)
  const open = await testOrganization(db, 'Gaat door')
  await used(open)
  await close(id)
  expect(await end(), 'on the same day').toEqual([])
  await closedDaysAgo(id, 29)
  expect(await end(), 'a day too soon, whatever is said').toEqual([])
  await closedDaysAgo(id, 31)
  expect(await end()).toEqual([id])
  expect(await end()).toEqual([])

  const { rows: customers } = await owner(
    'select name, address, email, phone, contact_name from customers where organization_id = $1',
    [id],
  )
  expect(customers).toEqual([
    { name: 'Café De Hoek', address: 'Dorpsstraat 1', email: null, phone: null, contact_name: null },
  ])
  const { rows: invoices } = await owner('select number from invoices where organization_id = $1', [id])
  expect(invoices).toEqual([{ number }])
  const verified = await inOrganization(db.database('stella_app'), id, verifyInvoices)
  expect(verified).toMatchObject({ count: 1, findings: [] })
  const { rowCount } = await owner('select from accounts.member where organization_id = $1', [id])
  expect(rowCount).toBe(0)
  const { rowCount: others } = await owner('select from customers where organization_id = $1', [open])
  expect(others).toBe(2)
})

test('whoever runs Stella opens it again, also then; an owner who is gone does not', async () => {
  const organizationId = await testOrganization(db, 'Terug')
  await close(organizationId)
  await closedDaysAgo(organizationId, 31)
  await end()
  const by = '00000000-0000-4000-8000-000000000000'
  const openedBy = (person: string | null) =>
    inOrganization(accounts(), organizationId, (tx) =>
      openAgain(tx, { organizationId, closedAfter: null, by: person }),
    )
  expect(await openedBy(by)).toBeNull()
  expect(await openedBy(null)).toBe('Terug')
})
