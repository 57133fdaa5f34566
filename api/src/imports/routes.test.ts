import { customerChanged, silentLog } from '@stella/bookkeeping'
import { changeImport, inOrganization } from '@stella/database'
import { type ImportJob, runImport } from '@stella/transfer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, draftFor, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
const jobs: ImportJob[] = []
beforeAll(async () => {
  const queue = async (_tx: unknown, job: ImportJob) => void jobs.push(job)
  api = await testApi({ imports: { queue, wake: () => {} } })
})
afterAll(() => api.close())

type Person = Awaited<ReturnType<typeof signUp>>

/** Does what was queued, as the program does. */
async function work() {
  const parts = { database: api.databases.app, customerChanged, log: silentLog, now: () => new Date() }
  for (const job of jobs.splice(0)) while ((await runImport(parts, job, () => true)) === 'more');
}

async function handIn({ as }: Person, text: string, kind = 'customers') {
  const bytes = Buffer.from(text)
  const begun = await as('POST', '/api/imports', { kind, fileName: 'klanten.csv', fileSize: bytes.length })
  expect(begun.statusCode, begun.body).toBe(201)
  const { id } = begun.json()
  const halves = [bytes.subarray(0, 20), bytes.subarray(20)]
  for (const [position, half] of halves.entries()) {
    const part = await as('PUT', `/api/imports/${id}/parts/${position}`, { content: half.toString('base64') })
    expect(part.statusCode, part.body).toBe(204)
  }
  return begun.json()
}

async function read(person: Person, text: string) {
  const { id, revision } = await handIn(person, text)
  const asked = await person.as('POST', `/api/imports/${id}/reading`, { revision })
  expect(asked.json(), asked.body).toMatchObject({ state: 'reading' })
  await work()
  return (await person.as('GET', `/api/imports/${id}`)).json()
}

const file = 'Bedrijfsnaam;E-mail;Plaats\nBos;info@bos;Kampen\nVis;vis@example.nl;Urk\n'

describe('an import', () => {
  test('is looked at, mended in place, added and taken back, and the log says so', async () => {
    const person = await signUp(api.app)
    const found = await read(person, file)
    expect(found).toMatchObject({
      state: 'ready',
      reading: {
        columns: [
          { title: 'Bedrijfsnaam', field: 'name', sample: 'Bos' },
          { field: 'email' },
          { field: 'city' },
        ],
      },
      counts: { new: 1, wrong: 1 },
      undoUntil: null,
    })
    const rows = async () => (await person.as('GET', `/api/imports/rows?importId=${found.id}`)).json().items
    expect((await rows())[0]).toMatchObject({
      position: 2,
      fate: 'wrong',
      problems: [
        { field: 'email', value: 'info@bos', code: 'email_invalid', message: 'Dit is geen e-mailadres.' },
      ],
    })
    const wholly = await person.as('POST', `/api/imports/${found.id}/application`, {
      revision: found.revision,
      wholly: true,
    })
    expect(wholly.json()).toMatchObject({ status: 409, code: 'import_has_wrong_rows' })
    const mended = await person.as('PUT', `/api/imports/${found.id}/rows/2`, {
      cells: { email: 'info@bos.nl' },
    })
    expect(mended.json()).toMatchObject({ fate: 'new', problems: [] })
    const applied = await person.as('POST', `/api/imports/${found.id}/application`, {
      revision: found.revision,
      wholly: true,
    })
    expect(applied.json(), applied.body).toMatchObject({ state: 'applying' })
    await work()
    const customers = async () => (await person.as('GET', '/api/customers')).json().items
    expect(await customers()).toMatchObject([{ name: 'Bos', email: 'info@bos.nl' }, { name: 'Vis' }])
    // Nothing went to the books.
    const detail = await person.as('GET', `/api/customers/${(await customers())[0].id}`)
    expect(detail.json().relation).toMatchObject({ state: 'none' })
    await person.as('POST', '/api/invoices', draftFor((await customers())[0].id))
    await person.as('POST', `/api/imports/${found.id}/undoing`)
    await work()
    expect(await customers()).toMatchObject([{ name: 'Bos' }])
    const log = (await person.as('GET', '/api/activities')).json().items
    expect(log.map(({ kind, title }: { kind: string; title: string }) => [kind, title]).slice(0, 2)).toEqual([
      ['import_undone', 'Import klanten.csv is ongedaan gemaakt'],
      expect.arrayContaining([expect.stringMatching(/^(import_applied|invoice)/)]),
    ])
  })

  test('is done once however often it is asked, and not by two who saw different files', async () => {
    const person = await signUp(api.app)
    const { id, revision } = await read(person, file)
    const apply = () => person.as('POST', `/api/imports/${id}/application`, { revision })
    const answers = await Promise.all([apply(), apply()])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, expect.any(Number)])
    await work()
    expect((await apply()).json()).toMatchObject({ state: 'applied', counts: { added: 1 } })
    expect((await person.as('GET', '/api/customers')).json().items).toHaveLength(1)
    const again = await person.as('POST', `/api/imports/${id}/reading`, { revision })
    expect(again.json()).toMatchObject({ status: 409, code: 'import_elsewhere' })
    expect((await person.as('DELETE', `/api/imports/${id}`)).json()).toMatchObject({
      code: 'import_elsewhere',
    })
  })

  test('that stands still says why, and goes on when asked', async () => {
    const person = await signUp(api.app)
    const { id, revision } = await read(person, file)
    await person.as('POST', `/api/imports/${id}/application`, { revision })
    const [job] = jobs.splice(0)
    await inOrganization(api.databases.app, job?.organizationId ?? '', (tx) =>
      changeImport(tx, id, { from: ['applying'], to: 'halted' }, { cause: 'adding_halted' }),
    )
    const halted = await person.as('GET', `/api/imports/${id}`)
    expect(halted.json()).toMatchObject({
      state: 'halted',
      cause: { code: 'adding_halted', message: expect.stringContaining('Ga verder') },
    })
    const deleted = await person.as('DELETE', `/api/imports/${id}`)
    expect(deleted.json()).toMatchObject({ code: 'import_elsewhere' })
    expect((await person.as('POST', `/api/imports/${id}/resumption`)).json()).toMatchObject({
      state: 'applying',
    })
    await work()
    expect((await person.as('GET', `/api/imports/${id}`)).json()).toMatchObject({
      state: 'applied',
      cause: null,
      counts: { added: 1 },
    })
  })

  test('is read otherwise when that is wished, and keeps what was mended', async () => {
    const person = await signUp(api.app)
    const { id } = await read(person, file)
    await person.as('PUT', `/api/imports/${id}/rows/2`, { cells: { email: 'info@bos.nl' } })
    const { revision } = (await person.as('GET', `/api/imports/${id}`)).json()
    const wish = { revision, fields: ['name', 'email', null] }
    expect((await person.as('POST', `/api/imports/${id}/reading`, wish)).statusCode).toBe(200)
    const late = await person.as('POST', `/api/imports/${id}/reading`, wish)
    expect(late.json()).toMatchObject({ status: 409 })
    await work()
    const [bos] = (await person.as('GET', `/api/imports/rows?importId=${id}`)).json().items
    expect(bos).toMatchObject({ name: 'Bos', place: 'info@bos.nl', fate: 'new' })
  })

  test('whose file is not there in full is not read', async () => {
    const { as } = await signUp(api.app)
    const { id, revision } = (
      await as('POST', '/api/imports', { kind: 'customers', fileName: 'a.csv', fileSize: 10 })
    ).json()
    const put = (position: number, content: string) =>
      as('PUT', `/api/imports/${id}/parts/${position}`, { content })
    expect((await put(1, Buffer.from('0123456789').toString('base64'))).statusCode).toBe(204)
    const asked = await as('POST', `/api/imports/${id}/reading`, { revision })
    expect(asked.json()).toMatchObject({ status: 409, code: 'import_incomplete' })
    expect((await put(0, 'geen base64!')).json()).toMatchObject({
      status: 422,
      fields: [{ path: 'content' }],
    })
    expect((await as('DELETE', `/api/imports/${id}`)).statusCode).toBe(204)
  })

  test('of another organization is not there', async () => {
    const [owner, stranger] = [await signUp(api.app), await signUp(api.app)]
    const { id, revision } = await read(owner, file)
    for (const [method, path, body] of [
      ['GET', `/api/imports/${id}`],
      ['DELETE', `/api/imports/${id}`],
      ['POST', `/api/imports/${id}/application`, { revision }],
      ['POST', `/api/imports/${id}/undoing`],
      ['POST', `/api/imports/${id}/resumption`],
      ['POST', `/api/imports/${id}/reading`, { revision }],
      ['PUT', `/api/imports/${id}/parts/0`, { content: 'AA==' }],
      ['PUT', `/api/imports/${id}/rows/2`, { cells: {} }],
    ] as const)
      expect((await stranger.as(method, path, body)).statusCode, `${method} ${path}`).toBe(404)
    expect((await stranger.as('GET', `/api/imports/rows?importId=${id}`)).json().items).toEqual([])
    expect((await stranger.as('GET', '/api/imports')).json().items).toEqual([])
    expect((await stranger.as('POST', '/api/customers', company)).statusCode).toBe(201)
  })
})
