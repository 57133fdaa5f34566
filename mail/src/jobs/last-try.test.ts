import { silentLog } from '@stella/bookkeeping'
import { changeRecipient, claimRecipient, inOrganization } from '@stella/database'
import type { PgBoss } from 'pg-boss'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventually } from '../../../bookkeeping/testing/eventually.ts'
import type { Post } from '../post/post.ts'
import { smtpPost } from '../post/smtp-post.ts'
import { type Mail, startMail } from '../start-mail.ts'
import { InvoiceToMail } from '../testing/invoice-to-mail.ts'
import { type MailServer, startMailServer } from '../testing/mail-server.ts'
import { openJobs } from './open-jobs.ts'
import { type MessageJob, queues } from './queues.ts'

// A process that dies at the last try of a mail, and another that finds what it left.

let bench: InvoiceToMail
let server: MailServer
let jobs: PgBoss
let mail: Mail | null
beforeAll(async () => {
  bench = await InvoiceToMail.open()
  jobs = await openJobs({
    database: bench.db.database('stella_mail'),
    log: silentLog,
    superviseEverySeconds: 1,
  })
})
afterAll(async () => {
  await jobs.stop({ close: false })
  await bench.close()
})
beforeEach(async () => {
  server = await startMailServer()
  mail = null
})
afterEach(async () => {
  await mail?.stop()
  await server.close()
})

const key = { position: 0 }
const within = <T>(work: Parameters<typeof inOrganization<T>>[2]) =>
  inOrganization(bench.db.database('stella_mail'), bench.organizationId, work)

/** A mail at whose last try a process dies, which has come so far with it. */
async function diedAt(far: (messageId: string) => Promise<unknown>): Promise<MessageJob> {
  const job = await bench.wish()
  await jobs.send(queues.message, job, { retryLimit: 0 })
  expect(await jobs.fetch(queues.message)).toHaveLength(1)
  await far(job.messageId)
  const { pool } = bench.db.database('owner')
  await pool.query(
    `update jobs.job_common set started_on = started_on - interval '1 day' where state = 'active'`,
  )
  return job
}

const sending = (messageId: string) => within((tx) => claimRecipient(tx, { ...key, messageId }, new Date()))
const handedOver = async (messageId: string) => {
  const attempt = (await sending(messageId)) ?? 0
  await within((tx) =>
    changeRecipient(tx, { ...key, messageId, event: 'hand_over', at: new Date(), attempt }),
  )
}

async function settledBy(post: Post, job: MessageJob): Promise<string | undefined> {
  mail = await startMail({
    database: bench.db.database('stella_mail'),
    post,
    publicUrl: 'https://stella.voorbeeld.test',
    shareLinkKey: 'a key of the test',
    seal: bench.seal,
    log: silentLog,
    pollEverySeconds: 0.5,
    superviseEverySeconds: 1,
  })
  const [recipient] = await eventually(
    () => bench.recipients(job),
    (all) => all.every(({ state }) => !['waiting', 'sending', 'handed_over'].includes(state)),
  )
  return recipient?.state
}

const post = () => smtpPost({ url: server.url, from: 'Stella <stella@voorbeeld.test>' })
const lastEntry = async () => (await bench.activities()).at(-1)?.kind

test('before anything of it left: it is sent once', async () => {
  const job = await diedAt(sending)
  expect(await settledBy(post(), job)).toBe('sent')
  expect(server.letters).toHaveLength(1)
})

test('after all of it left: nobody knows, it is not sent again, and the log says so', async () => {
  const job = await diedAt(handedOver)
  expect(await settledBy(post(), job)).toBe('unknown')
  expect(server.letters).toHaveLength(0)
  expect(await lastEntry()).toBe('message_unknown')
})

test('and the server is still away: it is refused for its time, and the log says so', async () => {
  const job = await diedAt(sending)
  await server.close()
  expect(await settledBy(post(), job)).toBe('refused')
  expect(await lastEntry()).toBe('message_refused')
  server = await startMailServer()
})
