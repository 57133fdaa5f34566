import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { smtpPost } from '../post/smtp-post.ts'
import { dyingDatabase } from '../testing/dying-database.ts'
import { InvoiceToMail, photograph } from '../testing/invoice-to-mail.ts'
import { type MailServer, type ServerPoint, startMailServer } from '../testing/mail-server.ts'

const from = 'Stella <stella@voorbeeld.test>'
const klant = 'klant@voorbeeld.test'

let bench: InvoiceToMail
let server: MailServer
beforeAll(async () => {
  bench = await InvoiceToMail.open()
})
afterAll(() => bench.close())
beforeEach(async () => {
  server = await startMailServer()
})
afterEach(() => server.close())

const post = () => smtpPost({ url: server.url, from })
const states = async (job: Parameters<InvoiceToMail['send']>[1]) =>
  (await bench.recipients(job)).map(({ state }) => state)

describe('a mail of an invoice', () => {
  test('comes from the organization, with its text and its papers, and asks for answers there', async () => {
    const job = await bench.wish({ attachUbl: true })
    await bench.send(post(), job)
    expect(await states(job)).toEqual(['sent'])
    const [letter] = server.letters
    expect(letter).toMatchObject({
      subject: 'Factuur 2026-0001',
      messageId: `<message.${job.messageId}@voorbeeld.test>`,
      from: { text: '"Bakkerij De Proef" <stella@voorbeeld.test>' },
      replyTo: { text: 'bakker@voorbeeld.test' },
    })
    expect(letter?.text).toContain('Hierbij de factuur.')
    expect(letter?.headers.has('auto-submitted')).toBe(false)
    const papers = letter?.attachments.filter(({ related }) => !related) ?? []
    expect(papers.map(({ contentType, filename }) => [filename, contentType])).toEqual([
      [`factuur-${bench.number}.pdf`, 'application/pdf'],
      [`factuur-${bench.number}.xml`, 'application/xml'],
      [photograph.name, 'image/jpeg'],
    ])
    expect(papers[2]?.content.equals(photograph.data)).toBe(true)
    expect(papers[0]?.content.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await bench.activities()).at(-1)).toMatchObject({
      kind: 'message_sent',
      subjectType: 'message',
      subjectId: bench.invoiceId,
      parameters: { number: bench.number, address: klant },
    })
  })

  test('shows the logo that comes along in its page, and is no paper', async () => {
    await bench.send(post(), await bench.wish())
    const [letter] = server.letters
    const logo = letter?.attachments.filter(({ related }) => related)
    expect(logo).toMatchObject([{ cid: 'logo', contentType: 'image/png', contentDisposition: 'inline' }])
    // The reader of the test puts the picture where the page names it.
    expect(letter?.html).toMatch(/<img src="data:image\/png;base64,/)
    expect(letter?.html).not.toContain('cid:')
  })

  test('asks what is left, also when it was wished before part of the invoice was credited', async () => {
    const job = await bench.wish()
    await bench.credit('0.5')
    await bench.send(post(), job)
    const text = server.letters[0]?.text ?? ''
    const [, amount = ''] = /Te betalen: (€ [\d.,]+), uiterlijk/.exec(text) ?? []
    const [, total, credited] = /Van (€ [\d.,]+) is (€ [\d.,]+) gecrediteerd/.exec(text) ?? []
    const cents = (words = '') => Number(words.replaceAll(/\D/g, ''))
    expect(cents(credited)).toBeGreaterThan(0)
    expect(cents(amount)).toBe(cents(total) - cents(credited))
  })

  test('goes to each by itself; a copy is named to nobody', async () => {
    const job = await bench.wish({ recipients: [klant, 'b@voorbeeld.test'], copyTo: 'mij@voorbeeld.test' })
    await bench.send(post(), job)
    expect(server.recipients).toEqual([klant, 'b@voorbeeld.test', 'mij@voorbeeld.test'])
    for (const { to, bcc, cc } of server.letters) {
      expect([to].flat()[0]?.text).toBe(`${klant}, b@voorbeeld.test`)
      expect([bcc, cc]).toEqual([undefined, undefined])
    }
    expect(new Set(server.letters.map(({ messageId }) => messageId)).size).toBe(1)
  })

  test('of which one of three is refused reaches the two others, and says which and why', async () => {
    server.refuse('weg@voorbeeld.test', 550, '5.1.1 no such user here')
    const recipients = [klant, 'weg@voorbeeld.test', 'c@voorbeeld.test']
    const job = await bench.wish({ recipients })
    await bench.send(post(), job)
    expect(server.recipients).toEqual([klant, 'c@voorbeeld.test'])
    expect(await bench.recipients(job)).toMatchObject([
      { state: 'sent' },
      { state: 'refused', cause: 'address_unknown', reply: expect.stringContaining('no such user here') },
      { state: 'sent' },
    ])
    const refusal = (await bench.activities()).findLast(({ kind }) => kind === 'message_refused')
    expect(refusal).toMatchObject({ outcome: 'failure', superseded: false })
    await bench.send(post(), job)
    expect(server.letters).toHaveLength(2)
    await bench.wish()
    const settled = (await bench.activities()).findLast(({ kind }) => kind === 'message_refused')
    expect(settled).toMatchObject({ superseded: true })
  })

  test('that is told to come later waits, is told of once, and goes when it is let in', async () => {
    server.refuse(klant, 450, '4.2.1 greylisted, come back')
    const job = await bench.wish()
    const before = (await bench.activities()).length
    for (const retryCount of [0, 1, 2])
      await expect(bench.send(post(), job, { attempt: { retryCount, retryLimit: 390 } })).rejects.toThrow()
    expect(await bench.recipients(job)).toMatchObject([{ state: 'waiting', cause: 'address_unknown' }])
    expect((await bench.activities()).slice(before)).toMatchObject([{ kind: 'message_waiting' }])
    server.refuse(klant, null)
    await bench.send(post(), job)
    expect(await states(job)).toEqual(['sent'])
    expect(server.letters).toHaveLength(1)
  })

  test('is given up when three days brought nothing', async () => {
    server.refuse(klant, 450)
    const job = await bench.wish()
    await bench.send(post(), job, { attempt: { retryCount: 390, retryLimit: 390 } })
    expect(await bench.recipients(job)).toMatchObject([{ state: 'refused', cause: 'not_in_time' }])
  })

  test('that is too large, or taken for spam, says so and is not offered again', async () => {
    server.at('whole', () => 552)
    const large = await bench.wish()
    await bench.send(post(), large)
    expect(await bench.recipients(large)).toMatchObject([{ state: 'refused', cause: 'too_large' }])
    server.at('whole', null)
    server.refuse(klant, 550, '5.7.1 blocked by policy')
    const spam = await bench.wish()
    await bench.send(post(), spam)
    expect(await bench.recipients(spam)).toMatchObject([{ state: 'refused', cause: 'not_trusted' }])
  })
})

/** At these the server cannot have the mail yet, or says so: it is tried again by itself. */
const early: ServerPoint[] = ['connected', 'sender', 'recipient', 'data']

describe('a server that drops the line', () => {
  test.each(early)('at «%s» never had the mail, and gets it once', async (point) => {
    let times = 0
    server.at(point, () => {
      times += 1
      return times === 1 ? 'cut' : undefined
    })
    const job = await bench.wish()
    await expect(bench.send(post(), job)).rejects.toThrow()
    expect(await states(job)).toEqual(['waiting'])
    await bench.send(post(), job)
    expect(await states(job)).toEqual(['sent'])
    expect(server.letters).toHaveLength(1)
  })

  test.each(['whole', 'taken'] as const)(
    'at «%s» may have it: that is said, and it is not sent again until somebody says so',
    async (point) => {
      server.at(point, () => 'cut')
      const job = await bench.wish()
      await bench.send(post(), job)
      expect(await bench.recipients(job)).toMatchObject([{ state: 'unknown', cause: 'no_answer' }])
      server.at(point, null)
      await bench.send(post(), job)
      expect(server.letters).toHaveLength(point === 'taken' ? 1 : 0)
      expect((await bench.activities()).at(-1)).toMatchObject({ kind: 'message_unknown', superseded: false })
    },
  )

  test('never keeps one that it refused after all of it had come', async () => {
    server.at('whole', () => 451)
    const job = await bench.wish()
    await expect(bench.send(post(), job)).rejects.toThrow()
    expect(await states(job)).toEqual(['waiting'])
    server.at('whole', null)
    await bench.send(post(), job)
    expect(server.letters).toHaveLength(1)
  })
})

/** The transactions of one mail to one recipient: reading, claiming, its PDF, handing over, the outcome. */
const deaths = [1, 2, 3, 4, 5].flatMap((at) => (['before', 'after'] as const).map((when) => ({ at, when })))

describe('a process that is killed', () => {
  test.each(deaths)('$when its transaction $at sends nothing twice and loses nothing', async (death) => {
    // Its PDF was made by a mail before.
    await bench.send(post(), await bench.wish())
    const before = server.letters.length
    const job = await bench.wish()
    const died = Promise.withResolvers<void>()
    // A process that ends takes its connections along.
    const onDeath = () => {
      server.cutAll()
      died.resolve()
    }
    const database = dyingDatabase(bench.db.database('stella_mail'), { ...death, onDeath })
    void bench.send(post(), job, { database }).catch(() => {})
    await died.promise
    await bench.send(post(), job)
    const [recipient] = await bench.recipients(job)
    // Between the last byte and the answer nobody can know; everywhere else it arrives exactly once.
    const isUnknown =
      (death.at === 4 && death.when === 'after') || (death.at === 5 && death.when === 'before')
    expect(recipient?.state).toBe(isUnknown ? 'unknown' : 'sent')
    expect(server.letters.length - before).toBeLessThanOrEqual(1)
    if (!isUnknown) expect(server.letters).toHaveLength(before + 1)
  })

  test('and is still at it when another takes over cannot hand over any more', async () => {
    const job = await bench.wish()
    const reached = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const slow = {
      ...post(),
      send: async (letter: Parameters<ReturnType<typeof post>['send']>[0]) => {
        reached.resolve()
        await goOn.promise
        return post().send(letter)
      },
    }
    const first = bench.send(slow, job)
    await reached.promise
    await bench.send(post(), job)
    goOn.resolve()
    await first.catch(() => {})
    expect(await states(job)).toEqual(['sent'])
    expect(server.letters).toHaveLength(1)
  })
})
