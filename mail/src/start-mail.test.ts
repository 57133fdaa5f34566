import { inOrganization, listActivities } from '@stella/database'
import { textsIn } from '@stella/texts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../../bookkeeping/testing/eventually.ts'
import { testCodes } from '../../bookkeeping/testing/linked-organization.ts'
import { openJobs } from './jobs/open-jobs.ts'
import { queues } from './jobs/queues.ts'
import { noticesOver } from './pause-notices/queue-notice.ts'
import { smtpPost } from './post/smtp-post.ts'
import { type MailServer, startMailServer } from './testing/mail-server.ts'
import { Office, publicUrl } from './testing/office.ts'

const from = 'Stella <stella@voorbeeld.test>'
const noor = { name: 'Noor Visser', email: 'noor@voorbeeld.test', role: 'owner' }
const sam = { name: 'Sam Jones', email: 'sam@voorbeeld.test', role: 'owner', language: 'en' as const }

let office: Office
let server: MailServer

beforeEach(async () => {
  office = await Office.open()
  server = await startMailServer()
})
afterEach(async () => {
  await office.close()
  await server.close()
})

const post = () => smtpPost({ url: server.url, from })
const addresses = () => server.letters.map(({ to }) => [to].flat()[0]?.value[0]?.address).sort()
const quiet = () =>
  eventually(
    () => office.openJobs(),
    (count) => count === 0,
  )

async function beginWithMail(): Promise<void> {
  const mail = await office.startMail(post())
  office.work(mail.notices)
}

/** As a process leaves it that was killed between its commit and the sending. */
async function beginWithoutSending() {
  const jobs = await openJobs({ database: office.db.database('stella_mail'), log: office.log })
  office.work(noticesOver(jobs))
  return {
    killed: () => jobs.stop({ graceful: false, close: false }),
    /** Takes a job as a worker does, and never says how it went. */
    fetch: async () => (await jobs.fetch(queues.notice)).length,
  }
}

async function letters(count: number) {
  await eventually(
    async () => server.letters.length,
    (seen) => seen >= count,
  )
  await quiet()
  expect(server.letters).toHaveLength(count)
  return server.letters
}

describe('refused codes', () => {
  test('are told to every owner, once, in their language, with what to do and where', async () => {
    await office.addPerson(noor)
    await office.addPerson(sam)
    await office.addPerson({ name: 'Lid', email: 'lid@voorbeeld.test', role: 'member' })
    await office.addPerson({ name: 'Weg', email: 'weg@voorbeeld.test', role: 'owner', banned: true })
    await beginWithMail()
    await office.test('E001.1')
    await letters(2)
    expect(addresses()).toEqual([noor.email, sam.email])
    const ofNoor = server.letters.find(({ to }) => [to].flat()[0]?.text.includes('Noor'))
    const { causes, mail } = textsIn('nl')
    expect(ofNoor?.subject).toBe(mail.pause.codes.subject('Bakkerij De Proef'))
    expect(ofNoor?.from?.text).toBe('"Stella" <stella@voorbeeld.test>')
    for (const text of [ofNoor?.text, ofNoor?.html]) {
      expect(text).toContain('Dag Noor Visser,')
      expect(text).toContain(mail.pause.calm)
      expect(text).toContain(`${publicUrl}/voorkeuren/integraties/e-boekhouden`)
    }
    expect(ofNoor?.text).toContain(`${causes.codes_refused.what} ${causes.codes_refused.why}`)
    const ofSam = server.letters.find(({ to }) => [to].flat()[0]?.text.includes('Sam'))
    expect(ofSam?.subject).toBe(textsIn('en').mail.pause.codes.subject('Bakkerij De Proef'))
    for (const letter of server.letters) {
      const whole = JSON.stringify(letter)
      for (const code of Object.values(testCodes)) expect(whole).not.toContain(code)
      expect(letter.headers.get('auto-submitted')).toBe('auto-generated')
    }
  })

  test('that are refused again, or for another reason, while it pauses are not told again', async () => {
    await office.addPerson(noor)
    await beginWithMail()
    await office.test('E001.1')
    await letters(1)
    await office.test('E001.1')
    await office.test('E001.3')
    await quiet()
    expect(server.letters).toHaveLength(1)
  })

  test('are told when nobody need act before, and the log of activities says so', async () => {
    await office.addPerson(noor)
    await beginWithMail()
    await office.test({ kind: 'call_limit', code: 'E003.1' })
    await letters(1)
    await office.test('E001.1')
    const [first, second] = await letters(2)
    const { mail } = textsIn('nl')
    expect(first?.subject).toBe(mail.pause.nothing.subject('Bakkerij De Proef'))
    expect(second?.subject).toBe(mail.pause.codes.subject('Bakkerij De Proef'))
    const { items } = await office.organization.within((tx) => listActivities(tx, { limit: 10 }))
    const paused = items.filter(({ kind }) => kind === 'connection_paused')
    expect(paused.map(({ parameters }) => parameters)).toEqual([
      { cause: 'codes_refused' },
      { cause: 'call_limit_reached' },
    ])
  })

  test('are told alone when the letter that nobody need act had not left yet', async () => {
    await office.addPerson(noor)
    await beginWithoutSending()
    await office.test({ kind: 'call_limit', code: 'E003.1' })
    await office.test('E001.1')
    expect(await office.openJobs()).toBe(2)
    await office.startMail(post())
    const [only] = await letters(1)
    expect(only?.subject).toBe(textsIn('nl').mail.pause.codes.subject('Bakkerij De Proef'))
  })

  test('that come and go within a day are told once, and after a day again', async () => {
    await office.addPerson(noor)
    await beginWithMail()
    await office.test('E001.1')
    await letters(1)
    await office.enterNewCodes()
    await office.test('E001.1')
    await quiet()
    expect(server.letters).toHaveLength(1)
    await office.enterNewCodes()
    office.clock.advance(25 * 60 * 60 * 1_000)
    // A test that fell due in that day would take the refusal for its own, and this one would end the pause.
    await office.test()
    await office.test('E001.1')
    await letters(2)
  })

  test('that are mended before the letter left are not told, and the next time they are', async () => {
    await office.addPerson(noor)
    await beginWithoutSending()
    await office.test('E001.1')
    await office.enterNewCodes()
    expect(await office.openJobs()).toBe(1)
    await office.startMail(post())
    await quiet()
    expect(server.letters).toEqual([])
    await office.test('E001.1')
    await letters(1)
  })

  test('that are mended while the mail server is away are not told, and the next time they are', async () => {
    await office.addPerson(noor)
    await office.shortenWaits()
    server.refuse(noor.email, 450)
    await beginWithMail()
    await office.test('E001.1')
    await eventually(
      async () => office.logged,
      (lines) => lines.some(({ level }) => level === 'warn'),
    )
    await office.enterNewCodes()
    server.refuse(noor.email, null)
    await quiet()
    expect(server.letters).toEqual([])
    await office.test('E001.1')
    await letters(1)
  })
})

describe('a letter', () => {
  test('queued by a process that was killed before it sent is sent at the next start', async () => {
    await office.addPerson(noor)
    const { killed } = await beginWithoutSending()
    await office.test('E001.1')
    await killed()
    await office.startMail(post())
    await letters(1)
  })

  test('that a process was sending when it was killed is sent by another', async () => {
    await office.addPerson(noor)
    await office.shortenWaits()
    const { killed, fetch } = await beginWithoutSending()
    await office.test('E001.1')
    expect(await fetch()).toBe(1)
    await killed()
    await office.startMail(post())
    await letters(1)
  })

  test('is sent once by several processes together', async () => {
    await office.addPerson(noor)
    await office.addPerson(sam)
    await beginWithMail()
    await office.startMail(post())
    await office.startMail(post())
    await office.test('E001.1')
    await letters(2)
    expect(addresses()).toEqual([noor.email, sam.email])
  })

  test('is tried again while the mail server is away', async () => {
    await office.addPerson(noor)
    await office.shortenWaits()
    const { port } = server
    await server.close()
    await beginWithMail()
    await office.test('E001.1')
    const tried = await eventually(
      async () => office.logged.find(({ event }) => event === 'letter not sent, tried again later'),
      (line) => line !== undefined,
    )
    expect(tried?.fields.reason).toContain('ECONNREFUSED')
    server = await startMailServer({ port })
    await letters(1)
  })

  test('that is refused for good is given up at once, and the log of activities says whom it was for', async () => {
    await office.addPerson(noor)
    await office.addPerson(sam)
    server.refuse(sam.email, 550)
    await beginWithMail()
    await office.test('E001.1')
    await letters(1)
    expect(addresses()).toEqual([noor.email])
    const { organization } = office
    const { items } = await organization.within((tx) => listActivities(tx, { limit: 10 }))
    const entry = items.find(({ kind }) => kind === 'mail_not_delivered')
    expect(entry).toMatchObject({
      outcome: 'failure',
      parameters: { recipient: sam.name, address: sam.email, refused: true },
    })
    const lines = office.logged.filter(({ level }) => level === 'error')
    expect(lines).toHaveLength(1)
    expect(lines[0]?.fields.reason).toContain('550')
  })

  test('whose server refuses the password is tried again, and the password stands in no line of the log', async () => {
    await office.addPerson(noor)
    await office.shortenWaits()
    const guarded = await startMailServer({ asks: { user: 'stella', password: 'geheim wachtwoord' } })
    const wrong = guarded.url.replace('geheim', 'fout-geheim')
    const mail = await office.startMail(smtpPost({ url: wrong, from }))
    office.work(mail.notices)
    await office.test('E001.1')
    await eventually(
      async () => office.logged.filter(({ level }) => level === 'warn'),
      (lines) => lines.some(({ event }) => event.startsWith('letter not sent')),
    )
    expect(office.logged.some(({ event }) => event === 'mail server not usable')).toBe(true)
    expect(JSON.stringify(office.logged)).not.toMatch(/geheim|wachtwoord/)
    await office.startMail(smtpPost({ url: guarded.url, from }))
    await eventually(
      async () => guarded.letters.length,
      (count) => count === 1,
    )
    await guarded.close()
  })
})

test('a pause that is not committed leaves no job and no notice', async () => {
  await office.addPerson(noor)
  const jobs = await openJobs({ database: office.db.database('stella_mail'), log: office.log })
  const notices = noticesOver(jobs)
  const { id: organizationId } = office.organization
  const pausing = inOrganization(office.db.database('stella_worker'), organizationId, async (tx) => {
    await notices.connectionPaused(tx, { organizationId, cause: 'codes_refused', at: Date.now() })
    throw new Error('taken back')
  })
  await expect(pausing).rejects.toThrow('taken back')
  await jobs.stop({ close: false })
  expect(await office.openJobs()).toBe(0)
  const { rows } = await office.db.database('owner').pool.query('select from pause_notices')
  expect(rows).toEqual([])
})
