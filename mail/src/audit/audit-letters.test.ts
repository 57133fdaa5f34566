import { silentLog } from '@stella/bookkeeping'
import { inTransaction, type NewAudit, recordAudit } from '@stella/database'
import { type TestDatabase, testDatabase, testOrganization } from '@stella/database/testing'
import { textsIn } from '@stella/texts'
import type { PgBoss } from 'pg-boss'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openJobs } from '../jobs/open-jobs.ts'
import { type AuditLetterJob, queues } from '../jobs/queues.ts'
import { smtpPost } from '../post/smtp-post.ts'
import { type MailServer, startMailServer } from '../testing/mail-server.ts'
import { queueAuditLetters } from './queue-audit-letters.ts'
import { sendAuditLetter } from './send-audit-letter.ts'

const publicUrl = 'https://stella.voorbeeld.test'

let db: TestDatabase
let organization: string
let server: MailServer
let jobs: PgBoss
beforeEach(async () => {
  db = await testDatabase()
  organization = await testOrganization(db)
  server = await startMailServer()
  jobs = await openJobs({ database: db.database('stella_mail'), log: silentLog })
})
afterEach(async () => {
  await jobs.stop({ graceful: false, close: false })
  await server.close()
  await db.close()
})

async function addPerson(email: string, role: string, language = 'nl'): Promise<void> {
  await db.database('owner').pool.query(
    `with u as (insert into accounts."user" (name, email, language) values ('Noor', $1, $4) returning id)
     insert into accounts.member (organization_id, user_id, role) select $2, u.id, $3 from u`,
    [email, organization, role, language],
  )
}

type Change = Pick<NewAudit, 'action' | 'subject' | 'before' | 'after'>

function changed(change: Change): Promise<void> {
  return inTransaction(db.database('stella_accounts'), (tx) =>
    recordAudit(tx, {
      organizationId: organization,
      actor: { kind: 'person', id: null, name: 'Jan' },
      ipAddress: '192.0.2.7',
      ...change,
    }),
  )
}

const look = () => queueAuditLetters({ database: db.database('stella_mail'), jobs })

async function sendAll(): Promise<void> {
  const post = smtpPost({ url: server.url, from: 'stella@voorbeeld.test' })
  const parts = {
    database: db.database('stella_mail'),
    post,
    publicUrl,
    now: () => new Date(),
    log: silentLog,
  }
  for (const job of await jobs.fetch<AuditLetterJob>(queues.auditLetter, { batchSize: 50 })) {
    await sendAuditLetter(parts, job.data, { retryCount: 0, retryLimit: 60 })
    await jobs.complete(queues.auditLetter, job.id)
  }
}

const toAnotherAccount: Change = {
  action: 'bank_account_changed',
  before: { iban: 'NL91ABNA0417164300', accountName: 'Zaak' },
  after: { iban: 'NL02ABNA0123456789', accountName: 'Zaak' },
}

test('every owner reads, in their language, who sent the money elsewhere and from where; nobody else does', async () => {
  await addPerson('noor@voorbeeld.test', 'owner')
  await addPerson('owen@voorbeeld.test', 'owner', 'en')
  await addPerson('lid@voorbeeld.test', 'member')
  await changed(toAnotherAccount)
  expect(await look()).toBe(2)
  await sendAll()
  expect(server.recipients.sort()).toEqual(['noor@voorbeeld.test', 'owen@voorbeeld.test'])
  const dutch = server.letters.find(({ text }) => text?.includes('Dag Noor'))
  expect(dutch?.subject).toContain('bankrekening gewijzigd')
  for (const part of [
    'NL91ABNA0417164300',
    'NL02ABNA0123456789',
    'Jan',
    '192.0.2.7',
    `${publicUrl}/voorkeuren/wijzigingen`,
  ])
    expect(dutch?.text).toContain(part)
  expect(server.letters.map(({ subject }) => subject).join()).toContain(
    textsIn('en').screens.audit.actions.bank_account_changed.toLowerCase(),
  )
})

test('what several processes see is told once, and a change that follows by itself', async () => {
  await addPerson('noor@voorbeeld.test', 'owner')
  await changed({ action: 'key_made', subject: 'Kassa', after: { scope: 'write' } })
  const queued = await Promise.all([look(), look(), look()])
  expect(queued.reduce((sum, one) => sum + one)).toBe(1)
  expect(await look()).toBe(0)
  await changed({ action: 'key_withdrawn', subject: 'Kassa', before: { scope: 'write' } })
  expect(await look()).toBe(1)
  await sendAll()
  expect(server.letters).toHaveLength(2)
})

test('an owner who was removed, or made less, is told with those that stay', async () => {
  await addPerson('noor@voorbeeld.test', 'owner')
  await addPerson('weg@voorbeeld.test', 'viewer')
  await changed({
    action: 'role_changed',
    subject: 'weg@voorbeeld.test',
    before: { role: 'owner' },
    after: { role: 'viewer' },
  })
  expect(await look()).toBe(2)
  await sendAll()
  expect(server.recipients.sort()).toEqual(['noor@voorbeeld.test', 'weg@voorbeeld.test'])
})

test('others coming and going, numbering and lists are told to nobody', async () => {
  await addPerson('noor@voorbeeld.test', 'owner')
  await changed({ action: 'member_removed', subject: 'lid@voorbeeld.test', before: { role: 'member' } })
  await changed({ action: 'series_moved', subject: 'Facturen', after: { place: 12 } })
  await changed({ action: 'list_exported', subject: 'customers' })
  expect(await look()).toBe(0)
  expect(server.letters).toEqual([])
})

test('what stood in the audit before there were letters is told to nobody', async () => {
  await addPerson('noor@voorbeeld.test', 'owner')
  await changed(toAnotherAccount)
  await db.database('owner').pool.query('update audit_heads set told_up_to = position')
  expect(await look()).toBe(0)
})
