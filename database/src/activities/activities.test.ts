import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../pools/open-database.ts'
import { openDatabase } from '../pools/open-database.ts'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { announceActivities } from './announce-activities.ts'
import {
  activitiesAfter,
  latestActivityPosition,
  listActivities,
  timelineOfInvoice,
} from './list-activities.ts'
import { type NewActivity, recordActivity } from './record-activity.ts'
import { watchActivities } from './watch-activities.ts'

let db: TestDatabase
let app: Database
beforeAll(async () => {
  db = await testDatabase()
  app = openDatabase({ url: db.urlOf('stella_app'), role: 'stella_app', maxConnections: 20 })
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const entry = (changes: Partial<NewActivity> = {}): NewActivity => ({
  kind: 'invoice_booked',
  subjectId: randomUUID(),
  ...changes,
})

const record = (organization: string, changes: Partial<NewActivity> = {}) =>
  inOrganization(app, organization, (tx) => recordActivity(tx, entry(changes)))

describe('the log', () => {
  test('has the newest first, filtered, searched and in pages', async () => {
    const organization = await testOrganization(db)
    await record(organization, { parameters: { number: '2026-0001', customer: 'Café De Hoek' } })
    await record(organization, { kind: 'invoice_not_booked' })
    await record(organization, { kind: 'relation_added', parameters: { customer: 'Bos', attempts: 3 } })
    const kinds = (request: Parameters<typeof listActivities>[1]) =>
      inOrganization(app, organization, async (tx) =>
        (await listActivities(tx, request)).items.map((it) => `${it.subjectType} ${it.outcome}`),
      )
    expect(await kinds({})).toEqual(['relation success', 'invoice failure', 'invoice success'])
    expect(await kinds({ failing: true })).toEqual(['invoice failure'])
    expect(await kinds({ subjectTypes: ['relation'] })).toEqual(['relation success'])
    expect(await kinds({ search: 'cafe 0001' })).toEqual(['invoice success'])
    const first = await inOrganization(app, organization, (tx) => listActivities(tx, { limit: 2 }))
    const cursor = first.nextCursor ?? ''
    expect(await kinds({ limit: 2, cursor })).toEqual(['invoice success'])
  })

  test('what waits is that of which nothing was said since', async () => {
    const organization = await testOrganization(db)
    const [going, waits] = [randomUUID(), randomUUID()]
    await record(organization, { kind: 'invoice_waiting', subjectId: going })
    await record(organization, { kind: 'invoice_waiting', subjectId: waits })
    await record(organization, { kind: 'invoice_booked', subjectId: going })
    // What was said aside changes nothing, and waits for nothing.
    const paused = randomUUID()
    await record(organization, { kind: 'connection_test_failed', subjectId: paused })
    await record(organization, { kind: 'connection_preferences_changed', subjectId: paused })
    const { items } = await inOrganization(app, organization, (tx) => listActivities(tx, { waiting: true }))
    expect(items.map(({ subjectId }) => subjectId)).toEqual([waits])
  })

  test('is narrowed to a span, of which the end is not in it', async () => {
    const organization = await testOrganization(db)
    const days = [
      '2026-10-31T22:59:59Z',
      '2026-10-31T23:00:00Z',
      '2026-11-30T22:59:59Z',
      '2026-11-30T23:00:00Z',
    ]
    for (const at of days) await record(organization, { at: new Date(at) })
    // November in Amsterdam.
    const span = { from: new Date('2026-10-31T23:00:00Z'), before: new Date('2026-11-30T23:00:00Z') }
    const { items } = await inOrganization(app, organization, (tx) => listActivities(tx, span))
    expect(items.map(({ at }) => at.toISOString())).toEqual([
      '2026-11-30T22:59:59.000Z',
      '2026-10-31T23:00:00.000Z',
    ])
  })

  test('a failure is superseded once a later entry of the same subject says how it went on', async () => {
    const failure = { kind: 'invoice_not_booked' } as const
    const paused = { kind: 'connection_paused' } as const
    const undelivered = { kind: 'mail_not_delivered' } as const
    const unknown = { kind: 'invoice_outcome_unknown' } as const
    const offered = { kind: 'invoice_offered_again' } as const
    const cases: [entries: Partial<NewActivity>[], superseded: boolean[]][] = [
      [
        [{}, failure],
        [false, false],
      ],
      [
        [failure, {}],
        [true, false],
      ],
      [
        [failure, offered],
        [true, false],
      ],
      [
        [failure, offered, unknown, failure],
        [true, false, false, false],
      ],
      [
        [failure, unknown],
        [false, false],
      ],
      [
        [paused, { kind: 'connection_test_failed' }, { kind: 'connection_preferences_changed' }],
        [false, false, false],
      ],
      [
        [paused, { kind: 'connection_tested' }],
        [true, false],
      ],
      [
        [paused, undelivered],
        [false, false],
      ],
      [
        [paused, undelivered, { kind: 'connection_resumed' }],
        [true, true, false],
      ],
    ]
    for (const [entries, expected] of cases) {
      const organization = await testOrganization(db)
      const subjectId = randomUUID()
      for (const changes of entries) await record(organization, { ...changes, subjectId })
      // Of another subject, and of another organization.
      await record(organization, { ...failure })
      await record(await testOrganization(db), { subjectId })
      const list = (request: Parameters<typeof listActivities>[1]) =>
        inOrganization(app, organization, async (tx) => (await listActivities(tx, request)).items)
      const items = (await list({ subjectId })).toReversed()
      expect(
        items.map((it) => it.superseded),
        JSON.stringify(entries),
      ).toEqual(expected)
      const failing = items.filter((it) => it.outcome === 'failure' && !it.superseded)
      expect(await list({ subjectId, failing: true })).toEqual(failing.toReversed())
    }
  })

  test('gives back what was recorded', async () => {
    const organization = await testOrganization(db)
    const at = new Date('2026-11-22T10:00:00.123Z')
    const parameters = { number: '2026-0001', attempts: 2, last: null, again: true }
    const recorded = await record(organization, { at, parameters })
    const listed = await inOrganization(app, organization, (tx) => listActivities(tx))
    expect(listed.items).toEqual([{ ...recorded, customerId: null, superseded: false }])
    expect(recorded).toMatchObject({ at, parameters })
  })

  test('knows the customer of a relation and of an invoice', async () => {
    const organization = await testOrganization(db)
    const { customerId, id } = await inOrganization(app, organization, (tx) => testDraft(tx))
    await record(organization, { subjectId: id })
    await record(organization, { kind: 'relation_added', subjectId: customerId })
    await record(organization, { kind: 'connection_resumed', subjectId: customerId })
    const listed = await inOrganization(app, organization, (tx) => listActivities(tx))
    expect(listed.items.map((it) => it.customerId)).toEqual([null, customerId, customerId])
  })

  test('shows a reader who follows it everything, in order, however many write at once', async () => {
    const organization = await testOrganization(db)
    const seen: bigint[] = []
    let writing = true
    const follow = async () => {
      for (let more = true; more; ) {
        more = writing
        const after = seen.at(-1) ?? 0n
        const next = await inOrganization(app, organization, (tx) => activitiesAfter(tx, after))
        seen.push(...next.map((it) => it.position))
      }
    }
    const following = follow()
    await Promise.all(
      Array.from({ length: 150 }, (_, n) =>
        inOrganization(app, organization, async (tx) => {
          await recordActivity(tx, entry())
          if (n % 3 === 0) await tx.selectFrom('customers').select('id').execute()
          if (n % 10 === 0) throw new Error('planted')
        }).catch(() => {}),
      ),
    )
    writing = false
    await following
    expect(seen).toHaveLength(135)
    expect(seen).toEqual(seen.toSorted((a, b) => Number(a - b)))
    expect(await inOrganization(app, organization, latestActivityPosition)).toBe(seen.at(-1))
  })

  test('has a timeline of an invoice and its customer, the oldest first', async () => {
    const organization = await testOrganization(db)
    const [id, customerId] = [randomUUID(), randomUUID()]
    await record(organization, { subjectId: customerId, kind: 'relation_added' })
    await record(organization)
    await record(organization, { subjectId: id, kind: 'invoice_booked' })
    const timeline = await inOrganization(app, organization, (tx) =>
      timelineOfInvoice(tx, { organizationId: organization, id, customerId }),
    )
    expect(timeline.map((it) => it.kind)).toEqual(['relation_added', 'invoice_booked'])
  })
})

describe('watching', () => {
  test('is told of each organization once, though many entries are announced together', async () => {
    const [one, other] = [await testOrganization(db), await testOrganization(db)]
    const heard: (string | null)[] = []
    const watch = watchActivities(app, (organization) => heard.push(organization))
    await expect.poll(() => heard).toEqual([null])
    await Promise.all([one, one, other, one].map((organization) => announceActivities(app, organization)))
    await expect.poll(() => heard.slice(1).toSorted()).toEqual([one, other].toSorted())
    await watch.close()
  })

  test('goes on after its connection broke, and says that something may have been missed', async () => {
    const organization = await testOrganization(db)
    const heard: (string | null)[] = []
    const watch = watchActivities(app, (changed) => heard.push(changed))
    await expect.poll(() => heard).toEqual([null])
    await db
      .database('owner')
      .pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stella watch'`,
      )
    await expect.poll(() => heard).toEqual([null, null])
    await announceActivities(app, organization)
    await expect.poll(() => heard.at(-1)).toBe(organization)
    await watch.close()
  })

  test('cannot be made to fail by a database that is gone', async () => {
    const nowhere = openDatabase({
      url: 'postgresql://stella_app_login@127.0.0.1:1/stella',
      role: 'stella_app',
    })
    await expect(announceActivities(nowhere, randomUUID())).resolves.toBeUndefined()
    await nowhere.close()
    await watchActivities(nowhere, () => {}).close()
  })
})
