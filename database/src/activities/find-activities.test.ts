import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../pools/open-database.ts'
import { type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { listActivities, peopleInActivities } from './list-activities.ts'
import { type NewActivity, recordActivity } from './record-activity.ts'

let db: TestDatabase
let app: Database
beforeAll(async () => {
  db = await testDatabase()
  app = db.database('stella_app')
})
afterAll(() => db.close())

const record = (organization: string, changes: Partial<NewActivity> = {}) =>
  inOrganization(app, organization, (tx) =>
    recordActivity(tx, { kind: 'invoice_booked', subjectId: randomUUID(), ...changes }),
  )

test('is searched by parts of words however rare, in pages, and narrowed besides', async () => {
  const organization = await testOrganization(db)
  const told = (customer: string, number: string, changes: Partial<NewActivity> = {}) =>
    record(organization, { parameters: { customer, number, by: 'Marloes' }, ...changes })
  await told('Zzebra 100% B.V.', '2026-0001')
  for (let n = 2; n <= 6; n += 1) await told('Bakkerij De Hoek', `2026-000${n}`)
  await told('Bakkerij De Hoek', '2026-0007', { kind: 'invoice_not_booked' })
  await record(await testOrganization(db), { parameters: { customer: 'Bakkerij van een ander' } })
  const numbers = (request: Parameters<typeof listActivities>[1]) =>
    inOrganization(app, organization, async (tx) => {
      const { items, nextCursor } = await listActivities(tx, request)
      return { numbers: items.map(({ parameters }) => String(parameters.number).slice(-1)), nextCursor }
    })
  expect(await numbers({ search: 'ebr' })).toEqual({ numbers: ['1'], nextCursor: null })
  expect(await numbers({ search: 'zz' })).toMatchObject({ numbers: ['1'] })
  expect(await numbers({ search: 'eb' })).toMatchObject({ numbers: [] })
  expect(await numbers({ search: '0_' })).toMatchObject({ numbers: [] })
  expect(await numbers({ search: '100%' })).toMatchObject({ numbers: ['1'] })
  expect(await numbers({ search: 'akkerij', failing: true })).toEqual({ numbers: ['7'], nextCursor: null })
  expect(await numbers({ search: 'akkerij', by: 'Jan' })).toMatchObject({ numbers: [] })
  const first = await numbers({ search: 'hoek bakkerij', limit: 4 })
  expect(first.numbers).toEqual(['7', '6', '5', '4'])
  const cursor = first.nextCursor ?? ''
  expect(await numbers({ search: 'hoek bakkerij', limit: 4, cursor })).toEqual({
    numbers: ['3', '2'],
    nextCursor: null,
  })
})

test('a period comes in pages by its time, with entries of one instant told apart', async () => {
  const organization = await testOrganization(db)
  const at = new Date('2026-03-01T12:00:00Z')
  const late = await record(organization, { at: new Date('2026-03-02T12:00:00Z') })
  const [one, two] = [await record(organization, { at }), await record(organization, { at })]
  const span = { from: new Date('2026-03-01T00:00:00Z'), limit: 2 }
  const page = (cursor?: string) =>
    inOrganization(app, organization, (tx) => listActivities(tx, { ...span, cursor }))
  const { items, nextCursor } = await page()
  expect(items.map(({ id }) => id)).toEqual([late.id, two.id])
  expect((await page(nextCursor ?? '')).items.map(({ id }) => id)).toEqual([one.id])
})

test('knows who did what, and what belongs to an invoice', async () => {
  const organization = await testOrganization(db)
  const id = randomUUID()
  await record(organization, { subjectId: id, parameters: { by: 'Marloes' } })
  await record(organization, { subjectId: id, kind: 'message_sent' })
  await record(organization, { kind: 'invoice_offered_again', parameters: { by: 'support' } })
  await record(organization, { kind: 'customer_archived', parameters: { by: 'Anna' } })
  const list = (request: Parameters<typeof listActivities>[1]) =>
    inOrganization(app, organization, async (tx) =>
      (await listActivities(tx, request)).items.map(({ kind }) => kind),
    )
  expect(await list({ by: 'Marloes' })).toEqual(['invoice_booked'])
  expect(await list({ invoiceId: id })).toEqual(['message_sent', 'invoice_booked'])
  expect(await inOrganization(app, organization, peopleInActivities)).toEqual(['Anna', 'Marloes'])
})
