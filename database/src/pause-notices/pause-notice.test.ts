import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { changePauseNotice, lockPauseNotice, openPauseNotice } from './pause-notice.ts'

const noon = Date.parse('2026-11-22T12:00:00Z')
const after = (hours: number) => new Date(noon + hours * 60 * 60 * 1_000)

let db: TestDatabase
let organization: string
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())
beforeEach(async () => {
  organization = await testOrganization(db)
})

type Work<T> = Parameters<typeof inOrganization<T>>[2]
const asWorker = <T>(work: Work<T>) => inOrganization(db.database('stella_worker'), organization, work)
const asMail = <T>(work: Work<T>) => inOrganization(db.database('stella_mail'), organization, work)
const open = (hours: number, cause = 'codes_refused') =>
  asWorker((tx) => openPauseNotice(tx, { cause, pausedAt: after(hours) }))

/** How many connections wait for a lock that another holds. */
async function waitingForLocks(): Promise<number> {
  const { rows } = await db
    .database('owner')
    .pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
  return rows.length
}

async function opened(hours: number, cause?: string): Promise<string> {
  const id = await open(hours, cause)
  if (id === null) throw new Error('it was not opened')
  return id
}

describe('a notice of a pause', () => {
  test('is opened once a day for each cause', async () => {
    const first = await opened(0)
    expect(await open(23.9)).toBeNull()
    expect(await opened(1, 'no_permission')).not.toBe(first)
    expect(await opened(24)).not.toBe(first)
    expect(await asMail((tx) => lockPauseNotice(tx, first))).toBeNull()
  })

  test('counts its day from when people were told, if that took long', async () => {
    const id = await opened(0)
    await asMail((tx) => changePauseNotice(tx, id, { from: ['queued'], to: 'addressed' }))
    await asMail((tx) => changePauseNotice(tx, id, { from: ['addressed'], to: 'told', at: after(20) }))
    expect(await open(30)).toBeNull()
    expect(await open(44)).not.toBeNull()
  })

  test('that was withdrawn is opened anew at once', async () => {
    const id = await opened(0)
    await asMail((tx) => changePauseNotice(tx, id, { from: ['queued'], to: 'withdrawn' }))
    expect(await open(0.1)).not.toBeNull()
  })

  test('moves on only from where it is', async () => {
    const id = await opened(0)
    const told = { from: ['addressed'], to: 'told', at: after(1) } as const
    expect(await asMail((tx) => changePauseNotice(tx, id, told))).toBe(false)
    expect(await asMail((tx) => lockPauseNotice(tx, id))).toMatchObject({ state: 'queued' })
  })

  test('is opened by one of many that try at the same time', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => open(0)))
    expect(ids.filter((id) => id !== null)).toHaveLength(1)
  })

  test('that is being withdrawn makes a new pause wait, which then is told', async () => {
    const id = await opened(0)
    const locked = Promise.withResolvers<void>()
    const decided = Promise.withResolvers<void>()
    const withdrawing = asMail(async (tx) => {
      await lockPauseNotice(tx, id)
      locked.resolve()
      await decided.promise
      await changePauseNotice(tx, id, { from: ['queued'], to: 'withdrawn' })
    })
    await locked.promise
    let isOpen = false
    const opening = open(0.1).then((again) => {
      isOpen = true
      return again
    })
    await expect.poll(waitingForLocks).toBe(1)
    expect(isOpen).toBe(false)
    decided.resolve()
    await withdrawing
    expect(await opening).not.toBeNull()
  })
})
