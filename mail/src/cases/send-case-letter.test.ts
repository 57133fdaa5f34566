import { randomUUID } from 'node:crypto'
import { silentLog } from '@stella/bookkeeping'
import { addCaseMessage, closeCase, inOrganization, openCase } from '@stella/database'
import { type TestDatabase, testDatabase, testOrganization } from '@stella/database/testing'
import { textsIn } from '@stella/texts'
import type { PgBoss } from 'pg-boss'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openJobs } from '../jobs/open-jobs.ts'
import { type CaseJob, queues } from '../jobs/queues.ts'
import { smtpPost } from '../post/smtp-post.ts'
import { type MailServer, startMailServer } from '../testing/mail-server.ts'
import { caseLettersOver } from './queue-case-letter.ts'
import { sendCaseLetter } from './send-case-letter.ts'

const publicUrl = 'https://stella.voorbeeld.test'
const at = '2026-11-30T12:00:00.000Z'

let db: TestDatabase
let jobs: PgBoss
let server: MailServer
beforeAll(async () => {
  db = await testDatabase()
  jobs = await openJobs({ database: db.database('stella_mail'), log: silentLog })
})
afterAll(async () => {
  await jobs.stop({ graceful: false, close: false })
  await db.close()
})

let organizationId: string
let userId: string
let caseId: string
beforeEach(async () => {
  server = await startMailServer()
  organizationId = await testOrganization(db, 'Bakkerij De Proef')
  userId = randomUUID()
  await asOwner(
    `with u as (insert into accounts."user" (id, name, email) values ($1, 'Marloes', $2) returning id)
     insert into accounts.member (organization_id, user_id, role) select $3, u.id, 'member' from u`,
    [userId, `${userId}@voorbeeld.test`, organizationId],
  )
  const by = { id: userId, name: 'Marloes' }
  caseId = await within((tx) =>
    openCase(tx, { subject: { kind: 'connection' }, by, question: 'Geheim: wat nu?', consentHours: 24 }),
  )
})
afterEach(() => server.close())

const asOwner = (statement: string, values: unknown[] = []) =>
  db.database('owner').pool.query(statement, values)
const within = <Result>(work: Parameters<typeof inOrganization<Result>>[2]) =>
  inOrganization(db.database('stella_app'), organizationId, work)

/** Queues it as the support desk does, and sends what is queued as the program does. */
async function tell(about: CaseJob['about']): Promise<void> {
  await within((tx) => caseLettersOver(jobs).queue(tx, { organizationId, caseId, about, at }))
  const parts = {
    database: db.database('stella_mail'),
    post: smtpPost({ url: server.url, from: 'Stella <stella@voorbeeld.test>' }),
    publicUrl,
    now: () => new Date(at),
    log: silentLog,
  }
  for (const job of await jobs.fetch<CaseJob>(queues.caseLetter, { batchSize: 10 })) {
    await sendCaseLetter(parts, job.data, { retryCount: 0, retryLimit: 60 })
    await jobs.complete(queues.caseLetter, job.id)
  }
}

test('an answer comes by mail to whoever asked, with who looked and the way to the case', async () => {
  await within((tx) =>
    addCaseMessage(tx, {
      caseId,
      author: { kind: 'support', name: 'Anouk' },
      body: 'Voer de codes\n\nopnieuw <b>in</b>.',
    }),
  )
  await asOwner(
    `insert into support_audit (organization_id, user_id, user_name, action, case_id) values ($1, $2, 'Anouk', 'looked_at', $3)`,
    [organizationId, randomUUID(), caseId],
  )
  await tell('answered')
  const [letter] = server.letters
  expect(server.recipients).toEqual([`${userId}@voorbeeld.test`])
  expect(letter?.subject).toMatch(/^Bakkerij De Proef: de support antwoordde op zaak \d+$/)
  expect(letter?.text).toContain('opnieuw <b>in</b>.')
  expect(letter?.html).toContain('opnieuw &lt;b&gt;in&lt;/b&gt;.')
  expect(letter?.text).toContain(textsIn('nl').mail.case.looked('Anouk'))
  expect(letter?.text).toContain(`${publicUrl}/hulp/zaken/${caseId}`)
})

test('a case that is closed is told with what came of it', async () => {
  await within((tx) => closeCase(tx, caseId, 'elsewhere'))
  await tell('closed')
  expect(server.letters[0]?.text).toContain(textsIn('nl').screens.cases.outcomes.elsewhere)
})

test('whoever works there no longer is not told', async () => {
  await asOwner('delete from accounts.member where user_id = $1', [userId])
  await tell('answered')
  expect(server.letters).toEqual([])
})
