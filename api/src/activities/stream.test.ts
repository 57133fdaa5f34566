import { announceActivities, inOrganization, recordActivity } from '@stella/database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>
beforeAll(async () => {
  api = await testApi()
  person = await signUp(api.app)
})
afterAll(() => api.close())

async function record(organizationId: string, customer: string): Promise<void> {
  await inOrganization(api.databases.app, organizationId, (tx) =>
    recordActivity(tx, {
      kind: 'relation_added',
      subjectId: organizationId,
      parameters: { customer },
    }),
  )
  await announceActivities(api.databases.app, organizationId)
}

/** Reads a stream until it holds so many events. */
async function follow(cookie: string, headers: Record<string, string> = {}, url = '/api/activities/stream') {
  const answer = await api.app.inject({ url, headers: { cookie, ...headers }, payloadAsStream: true })
  const stream = answer.stream()
  let text = ''
  stream.on('data', (chunk) => {
    text += chunk
  })
  const events = () =>
    [...text.matchAll(/id: (\S+)\nevent: activity\ndata: (.*)\n\n/g)].map(([, id, data]) => ({
      id: String(id),
      ...JSON.parse(String(data)),
    }))
  return {
    answer,
    events,
    until: (count: number) => expect.poll(() => events().length).toBe(count),
    stop: () => stream.destroy(),
  }
}

const labels = (events: { subject: { label: string } }[]) => events.map(({ subject }) => subject.label)

describe('the stream of the log', () => {
  test('carries each new entry as the list shows it, of this organization alone', async () => {
    const other = await signUp(api.app)
    const stream = await follow(person.cookie)
    expect(stream.answer.headers['content-type']).toMatch(/^text\/event-stream/)
    expect(stream.answer.headers['cache-control']).toBe('no-store')
    await record(other.organization.id, 'Vreemd')
    await record(person.organization.id, 'Eigen')
    await stream.until(1)
    const [listed] = (await person.as('GET', '/api/activities')).json().items
    expect(stream.events()).toEqual([listed])
    stream.stop()
  })

  test('goes on after the last event that was seen, so that nothing is missed', async () => {
    const [newest] = (await person.as('GET', '/api/activities')).json().items
    for (const customer of ['Een', 'Twee', 'Drie']) await record(person.organization.id, customer)
    const back = await follow(person.cookie, { 'last-event-id': newest.id })
    await back.until(3)
    expect(labels(back.events())).toEqual(['Een', 'Twee', 'Drie'])
    back.stop()
    const fromList = await follow(person.cookie, {}, `/api/activities/stream?after=${back.events()[1]?.id}`)
    await fromList.until(1)
    expect(labels(fromList.events())).toEqual(['Drie'])
    fromList.stop()
  })

  test('gives every entry once and in order, however many come at once', async () => {
    const stream = await follow(person.cookie)
    await Promise.all(Array.from({ length: 60 }, (_, at) => record(person.organization.id, `Klant ${at}`)))
    await stream.until(60)
    const ids = stream.events().map(({ id }) => id)
    const listed = (await person.as('GET', '/api/activities?limit=60')).json().items
    expect(ids).toEqual(listed.map(({ id }: { id: string }) => id).reverse())
    stream.stop()
  })

  test('of pages that were closed makes room; more than a hundred at once are refused', async () => {
    const other = await signUp(api.app)
    const url = `${await api.app.listen({ host: '127.0.0.1', port: 0 })}/api/activities/stream`
    const pages = Array.from({ length: 100 }, () => new AbortController())
    const open = (signal?: AbortSignal) =>
      fetch(url, { headers: { cookie: other.cookie }, signal: signal ?? null })
    await Promise.all(pages.map(({ signal }) => open(signal)))
    expect((await open()).status).toBe(429)
    for (const page of pages) page.abort()
    const last = new AbortController()
    await expect.poll(async () => (await open(last.signal)).status).toBe(200)
    last.abort()
    expect((await fetch(url, { method: 'HEAD', headers: { cookie: other.cookie } })).status).toBe(404)
  })

  test('ends when the API closes', async () => {
    const closing = await testApi()
    const { cookie } = await signUp(closing.app)
    const answer = await closing.app.inject({
      url: '/api/activities/stream',
      headers: { cookie },
      payloadAsStream: true,
    })
    const ended = new Promise((resolve) => answer.stream().on('end', resolve).resume())
    await closing.close()
    await ended
  })
})
