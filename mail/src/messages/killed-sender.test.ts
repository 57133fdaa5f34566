import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { silentLog } from '@stella/bookkeeping'
import { openRecipientStates } from '@stella/database'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { eventually } from '../../../bookkeeping/testing/eventually.ts'
import { openJobs } from '../jobs/open-jobs.ts'
import { type MessageJob, queues } from '../jobs/queues.ts'
import { InvoiceToMail } from '../testing/invoice-to-mail.ts'
import { type ServerPoint, startMailServer } from '../testing/mail-server.ts'

let bench: InvoiceToMail
beforeAll(async () => {
  bench = await InvoiceToMail.open()
  // Seconds instead of minutes before a job whose process died is found.
  await bench.db
    .database('owner')
    .pool.query('update jobs.queue set retry_delay = 1, retry_delay_max = 1, expire_seconds = 3')
})
afterAll(() => bench.close())

const program = fileURLToPath(new URL('../testing/sender-process.ts', import.meta.url))
/** Before the server has any of it, between its last byte and the taking, and between the taking and the answer. */
const points: readonly ServerPoint[] = ['data', 'whole', 'taken']

test('real processes that are killed at every point of a sending send each wish once, or say that nobody knows', async () => {
  const server = await startMailServer()
  onTestFinished(() => server.close())
  const env = { ...process.env, DATABASE: bench.db.urlOf('stella_mail'), SERVER: server.url }
  const start = () => spawn(process.execPath, [program], { env, stdio: 'ignore' })
  let sender: ChildProcess | null = null
  onTestFinished(() => {
    sender?.kill('SIGKILL')
  })
  const jobs = await openJobs({ database: bench.db.database('stella_mail'), log: silentLog })
  onTestFinished(async () => {
    await jobs.stop({ close: false })
  })
  const wishes: MessageJob[] = []
  for (const point of points) {
    const wish = await bench.wish({ recipients: ['a@voorbeeld.test', 'b@voorbeeld.test'] })
    wishes.push(wish)
    const killed = Promise.withResolvers<void>()
    server.at(point, () => {
      server.at(point, null)
      sender?.kill('SIGKILL')
      killed.resolve()
      return undefined
    })
    sender = start()
    const ended = once(sender, 'exit')
    await jobs.send(queues.message, wish)
    await Promise.all([killed.promise, ended])
  }
  sender = start()
  const states = await eventually(
    () => Promise.all(wishes.map((wish) => bench.recipients(wish))),
    (all) => all.flat().every(({ state }) => !openRecipientStates.some((open) => open === state)),
  )
  const names = server.letters.map(({ messageId }, at) => `${messageId} ${server.recipients[at]}`)
  expect(new Set(names).size).toBe(names.length)
  const unknown = []
  for (const [at, recipients] of states.entries())
    for (const { address, state } of recipients) {
      const name = `<message.${wishes[at]?.messageId}@voorbeeld.test> ${address}`
      if (state === 'sent') expect(names).toContain(name)
      else unknown.push(state)
    }
  // The server may have what was cut off behind its last byte, or not: that is told, and it is not sent again.
  expect(unknown.every((state) => state === 'unknown')).toBe(true)
  expect(unknown.length).toBeLessThanOrEqual(2)
})
