import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, draftFor, queuedIn, signUp, type TestApi, testApi } from '../testing/test-api.ts'

const jobs: { organizationId: string; messageId: string }[] = []
let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>
beforeAll(async () => {
  api = await testApi({ mailing: queuedIn(jobs) })
  person = await signUp(api.app)
})
afterAll(() => api.close())

async function draft(customer = {}): Promise<{ id: string; revision: number }> {
  const { id } = (
    await person.as('POST', '/api/customers', { ...company, email: 'klant@example.nl', ...customer })
  ).json()
  return (await person.as('POST', '/api/invoices', draftFor(id))).json()
}

async function final(customer = {}): Promise<{ id: string; number: string }> {
  const { id } = await draft(customer)
  return (await person.as('POST', `/api/invoices/${id}/finalization`)).json()
}

/** As the sender of mails would: what became of a recipient. */
async function becomes(messageId: string, state: string, cause: string | null): Promise<void> {
  await api.database
    .database('owner')
    .pool.query('update message_recipients set state = $2, cause = $3 where message_id = $1', [
      messageId,
      state,
      cause,
    ])
}

describe('the preview of a mail', () => {
  test('is what this customer gets, in the language of its country', async () => {
    const { id, number } = await final({ country: 'DE', postalCode: '10115', vatNumber: null })
    const answer = (await person.as('POST', `/api/invoices/${id}/messages/preview`, {})).json()
    expect(answer).toMatchObject({
      recipients: ['klant@example.nl'],
      language: 'de',
      subject: `Rechnung ${number} von Bakkerij De Proef`,
      senderName: 'Bakkerij De Proef',
      delivers: true,
      problems: [],
      attachments: [{ name: `rechnung-${number}.pdf`, type: 'pdf' }],
    })
    expect(answer.html).toContain('<html lang="de">')
    expect(jobs).toEqual([])
  })

  test('has the e-invoice along where that was agreed with the customer, whatever is usual', async () => {
    const { id } = await final({ attachUbl: true })
    const preview = async (wish: object) =>
      (await person.as('POST', `/api/invoices/${id}/messages/preview`, wish)).json().attachUbl
    expect([await preview({}), await preview({ attachUbl: false })]).toEqual([true, false])
  })

  test('of a draft has the number that it would get', async () => {
    const { id } = await draft()
    const answer = (await person.as('POST', `/api/invoices/${id}/messages/preview`, {})).json()
    expect(answer.subject).toMatch(/^Factuur \d{4}-\d+ van/)
  })

  test('tells what is wrong, and where', async () => {
    const { id } = await final({ email: null })
    const none = (await person.as('POST', `/api/invoices/${id}/messages/preview`, {})).json()
    expect(none.problems).toMatchObject([{ path: 'recipients', code: 'recipient_missing' }])
    const recipients = ['Vries, Zoë <zoe@example.nl>']
    const comma = (await person.as('POST', `/api/invoices/${id}/messages/preview`, { recipients })).json()
    expect(comma.problems).toMatchObject([{ path: 'recipients.0', code: 'email_invalid' }])
  })
})

describe('mailing', () => {
  test('is written down and queued once for a wish, however often it is sent', async () => {
    const { id } = await final()
    const before = jobs.length
    const wish = { id: randomUUID(), subject: 'Mijn factuur' }
    const answers = await Promise.all(
      [1, 2, 3].map(() => person.as('POST', `/api/invoices/${id}/messages`, wish)),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201])
    expect(jobs.slice(before)).toMatchObject([{ messageId: wish.id }])
    expect(answers[0]?.json()).toMatchObject({
      subject: 'Mijn factuur',
      recipients: [{ address: 'klant@example.nl', state: 'waiting' }],
    })
    const other = await person.as('POST', `/api/invoices/${(await final()).id}/messages`, wish)
    expect(other.json()).toMatchObject({ status: 409, code: 'message_id_used' })
  })

  test('of a draft is refused', async () => {
    const { id } = await draft()
    const answer = await person.as('POST', `/api/invoices/${id}/messages`, { id: randomUUID() })
    expect(answer.json()).toMatchObject({ code: 'not_final' })
  })

  test('comes with becoming final, or neither comes', async () => {
    const { id } = await draft({ email: null })
    const refused = await person.as('POST', `/api/invoices/${id}/finalization`, {
      message: { id: randomUUID() },
    })
    expect(refused.json()).toMatchObject({
      code: 'invalid_fields',
      fields: [{ path: 'message.recipients', code: 'recipient_missing' }],
    })
    expect((await person.as('GET', `/api/invoices/${id}`)).json()).toMatchObject({ state: 'draft' })
    const message = { id: randomUUID(), recipients: ['a@example.nl; b@example.nl'] }
    const done = await person.as('POST', `/api/invoices/${id}/finalization`, { message })
    expect(done.json()).toMatchObject({ state: 'final' })
    expect(jobs.at(-1)).toMatchObject({ messageId: message.id })
    const list = (await person.as('GET', `/api/messages?invoiceId=${id}`)).json()
    expect(list.items[0].recipients.map(({ address }: { address: string }) => address)).toEqual([
      'a@example.nl',
      'b@example.nl',
    ])
  })

  test('shows in the list of invoices, on the overview and in the story what became of it', async () => {
    const { id, number } = await final()
    const wish = { id: randomUUID() }
    await person.as('POST', `/api/invoices/${id}/messages`, wish)
    const inList = async (mail: string) =>
      (await person.as('GET', `/api/invoices?mail=${mail}`))
        .json()
        .items.some((it: { id: string }) => it.id === id)
    expect(await inList('waiting')).toBe(true)
    await becomes(wish.id, 'refused', 'mailbox_full')
    expect([await inList('waiting'), await inList('failed')]).toEqual([false, true])
    const overview = (await person.as('GET', '/api/overview')).json()
    expect(overview.needs.find(({ id: of }: { id: string }) => of === id)).toMatchObject({
      kind: 'message_failed',
      title: `De mail van factuur ${number} is niet aangekomen`,
      detail: expect.stringContaining('De mailbox is vol.'),
    })
    await person.as('POST', `/api/invoices/${id}/messages/settlement`)
    expect(await inList('failed')).toBe(false)
    const again = await person.as('POST', `/api/messages/${wish.id}/retries`)
    expect(again.json().recipients).toMatchObject([{ state: 'waiting' }])
    expect(jobs.at(-1)).toMatchObject({ messageId: wish.id })
    expect((await person.as('POST', `/api/messages/${wish.id}/retries`)).json()).toMatchObject({
      code: 'not_retryable',
    })
  })

  test('that came back is told by whoever saw it', async () => {
    const { id } = await final()
    const wish = { id: randomUUID() }
    await person.as('POST', `/api/invoices/${id}/messages`, wish)
    const tell = () => person.as('POST', `/api/messages/${wish.id}/returns`, { position: 0 })
    expect((await tell()).json()).toMatchObject({ code: 'not_retryable' })
    await becomes(wish.id, 'sent', null)
    expect((await tell()).json().recipients).toMatchObject([
      { state: 'returned', reason: 'De mail kwam terug.' },
    ])
    const { items } = (await person.as('GET', '/api/activities?filter=failed')).json()
    expect(items[0]).toMatchObject({ kind: 'message_returned', subject: { type: 'message', id } })
  })

  test('is read as the customer reads it, with its papers', async () => {
    const { id, number } = await final()
    const wish = { id: randomUUID(), language: 'en', attachUbl: true, body: 'Hello you' }
    await person.as('POST', `/api/invoices/${id}/messages`, wish)
    const whole = (await person.as('GET', `/api/messages/${wish.id}`)).json()
    expect(whole.text).toContain('Hello you')
    expect(whole.text).toMatch(/\/f\/[\w-]{43}/)
    expect(whole.attachments).toEqual([
      { name: `invoice-${number}.pdf`, type: 'pdf', id: null },
      { name: `invoice-${number}.xml`, type: 'ubl', id: null },
    ])
    const pdf = await person.as('GET', `/api/messages/${wish.id}/pdf`)
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await person.as('GET', `/api/messages/${wish.id}/ubl`)).body).toContain('<Invoice')
  })
})

test('a new organization mails so many addresses an hour, and is told when it can again', async () => {
  const newcomer = await signUp(api.app, 'Nieuw hier')
  const { id: customerId } = (await newcomer.as('POST', '/api/customers', company)).json()
  const { id } = (await newcomer.as('POST', '/api/invoices', draftFor(customerId))).json()
  await newcomer.as('POST', `/api/invoices/${id}/finalization`)
  const send = (count: number) =>
    newcomer.as('POST', `/api/invoices/${id}/messages`, {
      id: randomUUID(),
      recipients: Array.from({ length: count }, (_, at) => `a${at}@example.nl`),
    })
  const all = await Promise.all([10, 10, 10].map(send))
  expect(all.map(({ statusCode }) => statusCode).sort()).toEqual([201, 201, 429])
  expect((await send(5)).statusCode).toBe(201)
  const refused = await send(1)
  expect(refused.json()).toMatchObject({ code: 'sending_limit' })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_000)
  await api.database
    .database('owner')
    .pool.query(`update organization_profiles set created_at = now() - interval '1 year'`)
  expect((await send(10)).statusCode).toBe(201)
})

describe('how an organization mails', () => {
  test('is as usual until it says otherwise, and is kept whole', async () => {
    const usual = (await person.as('GET', '/api/mail-settings')).json()
    expect(usual).toMatchObject({ revision: 0, senderName: null, attachUbl: false })
    expect(usual.templates).toHaveLength(6)
    const content = {
      senderName: 'De Proef',
      replyTo: 'antwoord@example.nl',
      copyTo: 'mij@example.nl',
      attachUbl: true,
      revision: 0,
      templates: [{ kind: 'invoice', language: 'nl', subject: 'Nota {nummer}', body: 'Dag {klant},' }],
    }
    const saved = (await person.as('PUT', '/api/mail-settings', content)).json()
    expect(saved.templates.filter(({ isOwn }: { isOwn: boolean }) => isOwn)).toMatchObject([
      { kind: 'invoice', language: 'nl', subject: 'Nota {nummer}' },
    ])
    const { id, number } = await final()
    const preview = (await person.as('POST', `/api/invoices/${id}/messages/preview`, {})).json()
    expect(preview).toMatchObject({
      senderName: 'De Proef',
      replyTo: 'antwoord@example.nl',
      copyTo: 'mij@example.nl',
      attachUbl: true,
      subject: `Nota ${number}`,
    })
    const outdated = await person.as('PUT', '/api/mail-settings', content)
    expect(outdated.json()).toMatchObject({ code: 'changed_meanwhile' })
    const wrong = await person.as('PUT', '/api/mail-settings', {
      ...content,
      revision: 1,
      replyTo: 'a@b',
      templates: [{ ...content.templates[0], body: 'Dag {naam}' }],
    })
    expect(wrong.json()).toMatchObject({
      fields: [
        { path: 'replyTo', code: 'email_invalid' },
        { path: 'invoice.nl.body', code: 'placeholder_unknown' },
      ],
    })
  })
})
