import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { smtpPost } from '../post/smtp-post.ts'
import { InvoiceToMail } from '../testing/invoice-to-mail.ts'
import { startMailServer } from '../testing/mail-server.ts'
import { startMailboxServer } from '../testing/mailbox-server.ts'
import { reportOf } from '../testing/reports.ts'
import { noteBounce } from './note-bounce.ts'
import { readMailbox } from './read-mailbox.ts'
import { readReport } from './read-report.ts'

const read = (text: string) => readReport(Buffer.from(text))

describe('a report of a mail server', () => {
  const id = randomUUID()

  test.each([
    ['5.1.1', 'address_unknown'],
    ['5.2.2', 'mailbox_full'],
    ['5.7.1', 'not_trusted'],
    ['5.3.4', 'too_large'],
    ['5.0.0', 'returned'],
    ['nonsense', 'returned'],
  ])('with status %s says: %s', async (status, cause) => {
    expect(await read(reportOf(id, { status }))).toEqual([
      { messageId: id, address: 'klant@voorbeeld.test', cause, reply: '550 5.1.1 no such user' },
    ])
  })

  test('says of two recipients which of them does not get it', async () => {
    const report = reportOf(id, { address: 'weg@voorbeeld.test' }).replace(
      'Reporting-MTA',
      'Reporting-MTA: x\r\n\r\nFinal-Recipient: rfc822; b@voorbeeld.test\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\nX',
    )
    expect((await read(report)).map(({ address }) => address)).toEqual(['weg@voorbeeld.test'])
  })

  test('has the mail itself as well as its head alone', async () => {
    const whole = reportOf(id)
      .replace('text/rfc822-headers', 'message/rfc822')
      .replace(
        'Subject: Factuur 2026-0001',
        'Subject: Factuur 2026-0001\r\nContent-Type: text/plain\r\n\r\nGoedendag',
      )
    expect(await read(whole)).toHaveLength(1)
  })

  test.each([
    ['a delay', reportOf(id, { action: 'delayed', status: '4.4.1' })],
    ['what arrived', reportOf(id, { action: 'delivered', status: '2.0.0' })],
    ['a mail that is not of an invoice', reportOf(id).replace('<message.', '<notice.')],
    ['nobody', reportOf(id, { address: 'niemand' })],
    ['nothing: a person wrote it', `Subject: Retour\r\n\r\nHij kwam terug: <message.${id}@voorbeeld.test>`],
    ['nothing: it is cut off', reportOf(id).slice(0, 700)],
    ['nothing at all', ''],
  ])('of %s says nothing', async (_what, text) => {
    expect(await read(text)).toEqual([])
  })
})

describe('a mailbox to which mail comes back', () => {
  let bench: InvoiceToMail
  beforeAll(async () => {
    bench = await InvoiceToMail.open()
  })
  afterAll(() => bench.close())

  async function sent(recipients = ['klant@voorbeeld.test', 'b@voorbeeld.test']) {
    const server = await startMailServer()
    onTestFinished(() => server.close())
    const job = await bench.wish({ recipients })
    await bench.send(smtpPost({ url: server.url, from: 'Stella <stella@voorbeeld.test>' }), job)
    return job
  }

  const look = async (imap: Awaited<ReturnType<typeof startMailboxServer>>, seen = new Set<string>()) => {
    const database = bench.db.database('stella_mail')
    await readMailbox(imap.mailbox, {
      now: new Date(),
      seen,
      read: async (source) => {
        const outcomes = []
        for (const bounce of await readReport(source))
          outcomes.push(await noteBounce(database, bounce, new Date()))
        return outcomes.includes(true)
      },
    })
  }

  test('tells at the invoice who did not get it and why, once, and leaves other mail unread', async () => {
    const job = await sent()
    const letter = 'From: iemand@voorbeeld.test\r\nSubject: Vraag\r\n\r\nKlopt de factuur?'
    const foreign = reportOf(randomUUID())
    const imap = await startMailboxServer([
      letter,
      reportOf(job.messageId, { address: 'B@voorbeeld.test' }),
      foreign,
    ])
    onTestFinished(imap.close)
    const before = (await bench.activities()).length
    await look(imap)
    expect(await bench.recipients(job)).toMatchObject([
      { state: 'sent' },
      { state: 'returned', cause: 'address_unknown', reply: expect.stringContaining('no such user') },
    ])
    expect(imap.read()).toEqual([false, true, false])
    await look(imap)
    expect((await bench.activities()).slice(before)).toMatchObject([
      { kind: 'message_returned', outcome: 'failure', parameters: { address: 'b@voorbeeld.test', by: null } },
    ])
  })

  test('may name where the mail was sent on to: that is told of the only recipient, and of none where there are more', async () => {
    const report = { address: 'boekhouding@elders.test' }
    const [two, one] = [await sent(), await sent(['klant@voorbeeld.test'])]
    const imap = await startMailboxServer([two, one].map(({ messageId }) => reportOf(messageId, report)))
    onTestFinished(imap.close)
    await look(imap)
    expect(await bench.recipients(two)).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
    expect(await bench.recipients(one)).toMatchObject([{ state: 'returned' }])
  })

  test('that does not let us in is no reason to say anything of a mail', async () => {
    const job = await sent()
    const imap = await startMailboxServer([reportOf(job.messageId)])
    onTestFinished(imap.close)
    const locked = { ...imap, mailbox: { ...imap.mailbox, password: 'een ander' } }
    await expect(look(locked)).rejects.toThrow()
    expect(await bench.recipients(job)).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
  })
})
