import { silentLog } from '@stella/bookkeeping'
import { countFailedRelations, inOrganization, waitingForPeople } from '@stella/database'
import { manyBookings, type TestDatabase, testDatabase, testOrganization } from '@stella/database/testing'
import { textsIn } from '@stella/texts'
import type { PgBoss } from 'pg-boss'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openJobs } from '../jobs/open-jobs.ts'
import { type DigestJob, queues } from '../jobs/queues.ts'
import { smtpPost } from '../post/smtp-post.ts'
import { type MailServer, startMailServer } from '../testing/mail-server.ts'
import { queueDigests } from './queue-digests.ts'
import { sendDigest } from './send-digest.ts'

const publicUrl = 'https://stella.voorbeeld.test'
/** A Monday, half past eight in Amsterdam. */
const monday = new Date('2026-11-30T07:30:00Z')
const later = (hours: number) => new Date(monday.getTime() + hours * 3_600_000)
const firstOfMany = { retryCount: 0, retryLimit: 60 }

let db: TestDatabase
let organization: string
let server: MailServer
let jobs: PgBoss
beforeEach(async () => {
  db = await testDatabase()
  organization = await testOrganization(db)
  server = await startMailServer()
  jobs = await openJobs({ database: db.database('stella_mail'), log: silentLog })
  await addPerson('noor@voorbeeld.test', 'owner')
  // All booked, until a test changes that.
  await manyBookings(db, organization, { count: 3, verifyAt: later(1_000) })
})
afterEach(async () => {
  await jobs.stop({ graceful: false, close: false })
  await server.close()
  await db.close()
})

const asOwner = (statement: string, values: unknown[] = []) =>
  db.database('owner').pool.query(statement, values)

async function addPerson(email: string, role: string): Promise<void> {
  await asOwner(
    `with u as (insert into accounts."user" (name, email) values ($1, $1) returning id)
     insert into accounts.member (organization_id, user_id, role) select $2, u.id, $3 from u`,
    [email, organization, role],
  )
}

async function within(statement: string, values: unknown[] = []): Promise<void> {
  const client = await db.database('owner').pool.connect()
  try {
    await client.query(`select set_config('stella.organization_id', $1, false)`, [organization])
    await client.query(statement, values)
    await client.query('reset stella.organization_id')
  } finally {
    client.release()
  }
}

/** The books refused so many of them, for this cause. */
const refused = (count: number, cause: string, at: Date) =>
  within(
    `update bookings set state = 'rejected', cause = $1, changed_at = $2, verify_at = null
     where id in (select id from bookings where state = 'booked' order by ordinal limit ${count})`,
    [cause, at],
  )

const look = (at: Date) => queueDigests({ database: db.database('stella_mail'), jobs }, at)

/** Sends what is queued, as the program does. */
async function sendAll(at: Date): Promise<void> {
  const parts = {
    database: db.database('stella_mail'),
    post: smtpPost({ url: server.url, from: 'Stella <stella@voorbeeld.test>' }),
    publicUrl,
    now: () => at,
    log: silentLog,
  }
  for (const job of await jobs.fetch<DigestJob>(queues.digest, { batchSize: 10 })) {
    await sendDigest(parts, job.data, firstOfMany)
    await jobs.complete(queues.digest, job.id)
  }
}

describe('the mail in the morning', () => {
  test('comes to nobody while nothing waits', async () => {
    expect(await look(monday)).toBe(0)
  })

  test('says what waits by cause, and leads to Overzicht', async () => {
    await addPerson('lid@voorbeeld.test', 'member')
    await refused(2, 'relation_missing', later(-12))
    await refused(1, 'period_closed', later(-10))
    expect(await look(monday)).toBe(1)
    await sendAll(monday)
    const { causes, mail } = textsIn('nl')
    expect(server.recipients).toEqual(['noor@voorbeeld.test'])
    const [letter] = server.letters
    expect(letter?.subject).toContain('3 facturen staan niet in uw boeken')
    expect(letter?.text).toContain(`en 1 meer: ${causes.relation_missing.why}`)
    expect(letter?.text).toContain(causes.period_closed.why)
    expect(letter?.text).toContain(`${publicUrl}/`)
    expect(letter?.text).toContain(mail.digest.intro)
  })

  test('comes once a morning, and the next only when something was added', async () => {
    await refused(1, 'relation_missing', later(-12))
    expect(await look(monday)).toBe(1)
    expect(await look(later(1))).toBe(0)
    expect(await look(later(24))).toBe(0)
    await refused(1, 'period_closed', later(25))
    expect(await look(later(26))).toBe(0)
    expect(await look(later(48))).toBe(1)
  })

  test('comes again after a week in which nobody did anything', async () => {
    await refused(1, 'relation_missing', later(-12))
    expect(await look(monday)).toBe(1)
    expect(await look(later(6 * 24))).toBe(0)
    expect(await look(later(7 * 24))).toBe(1)
  })

  test('waits until the morning, and is queued once by several processes', async () => {
    await refused(1, 'relation_missing', later(-12))
    await look(later(-24))
    await refused(1, 'period_closed', later(-9))
    expect(await look(later(-1))).toBe(0)
    const told = await Promise.all([look(monday), look(monday), look(monday)])
    expect(told.reduce((sum, one) => sum + one)).toBe(1)
  })

  test('is not sent where somebody mended it meanwhile, nor to who wishes none', async () => {
    await refused(1, 'relation_missing', later(-12))
    await look(monday)
    await within(`update bookings set state = 'booked', cause = null where state = 'rejected'`)
    await sendAll(monday)
    await refused(1, 'period_closed', later(2))
    await asOwner('update accounts.member set digest = false')
    expect(await look(later(24))).toBe(1)
    await sendAll(later(24))
    expect(server.letters).toEqual([])
  })

  test('tells of an invoice that waits for a day though nothing holds it up', async () => {
    await within(
      `update bookings set state = 'planned', mutation_number = null, booked_at = null,
      verify_at = null, next_at = now(), created_at = $1 where ordinal = (select min(ordinal) from bookings)`,
      [later(-25)],
    )
    expect(await look(monday)).toBe(1)
    await sendAll(monday)
    expect(server.letters[0]?.text).toContain('wacht al langer dan een dag')
  })
})

describe('of relations the mail in the morning counts what Overzicht counts', () => {
  const wentUp = `with stays as (insert into customers (kind, name, country, search_text, sort_name)
      values ('company', 'Samen', 'NL', '', '') returning id)
    update customers set archived_at = now(), merged_into = stays.id from stays where name = 'Veel'`
  const isPlanned = `update bookings set state = 'planned', mutation_number = null, booked_at = null,
    verify_at = null, next_at = now() where ordinal = (select min(ordinal) from bookings)`
  const otherBooks = `with other as (insert into books (name, username_hint, linked_at)
      values ('Andere', 'an…', now()) returning id)
    update connections set books_id = other.id from other`

  test.each([
    { what: 'one that failed', changes: [], count: 1 },
    { what: 'none of a customer that went up in another', changes: [wentUp], count: 0 },
    { what: 'that one where invoices of its own wait for it', changes: [wentUp, isPlanned], count: 1 },
    { what: 'none in books that were left', changes: [otherBooks], count: 0 },
  ])('$what', async ({ changes, count }) => {
    const failed = `update relations set state = 'rejected', cause = 'relation_not_accepted', changed_at = $1`
    await within(failed, [later(-12)])
    for (const change of changes) await within(change)
    const [mail, app] = [db.database('stella_mail'), db.database('stella_app')]
    expect(await inOrganization(app, organization, countFailedRelations)).toBe(count)
    const { relations } = await inOrganization(mail, organization, (tx) => waitingForPeople(tx, monday))
    expect(relations.map((one) => one.count)).toEqual(count === 0 ? [] : [count])
    expect(await look(monday)).toBe(count)
  })
})
