import { todayInAmsterdam } from '@stella/invoicing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { company, draftFor, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

const year = todayInAmsterdam(new Date()).slice(0, 4)

async function office() {
  const person = await signUp(api.app)
  const customerId = (await person.as('POST', '/api/customers', company)).json().id
  const series = async () => (await person.as('GET', '/api/series')).json().items
  const drawn = async (seriesId: string | null = null) => {
    const invoiceDate = `${year}-11-22`
    const draft = await person.as('POST', '/api/invoices', { ...draftFor(customerId), invoiceDate, seriesId })
    const { id } = draft.json()
    return (await person.as('POST', `/api/invoices/${id}/finalization`)).json().number
  }
  return { ...person, customerId, series, drawn }
}

test('a business goes on where its old program stopped, and the log says so', async () => {
  const { as, series, drawn } = await office()
  const [usual] = await series()
  expect(usual).toMatchObject({
    pattern: '{jaar}-{nummer}',
    isDefault: true,
    isUsed: false,
    next: { year: Number(year), place: 1, number: `${year}-0001` },
  })
  const pattern = 'F{jjjj}{nnnnn}'
  const changed = await as('PUT', `/api/series/${usual.id}`, {
    ...contentOf(usual),
    pattern,
    revision: usual.revision,
  })
  expect(changed.json()).toMatchObject({ pattern, next: { number: `F${year}00001` } })
  const moved = await as('PUT', `/api/series/${usual.id}/next-number`, { place: 348 })
  expect(moved.json()).toMatchObject({ next: { number: `F${year}00348` } })
  expect(await drawn()).toBe(`F${year}00348`)
  const start = (body: object) => as('PUT', `/api/series/${usual.id}/next-number`, body)
  expect((await start({ place: 12 })).json().fields).toMatchObject([
    { path: 'place', code: 'series_ground_used', message: expect.stringContaining('349') },
  ])
  expect((await start({ place: 400 })).json().fields).toMatchObject([{ path: 'reason' }])
  expect((await start({ place: 400, reason: 'Boekje van de kermis' })).statusCode).toBe(200)
  expect(await drawn()).toBe(`F${year}00400`)
  const log = (await as('GET', '/api/activities?limit=200')).json().items
  const [latest, first] = log.filter(({ kind }: { kind: string }) => kind === 'series_moved')
  expect(latest.detail).toContain('Boekje van de kermis')
  expect(first.title).toContain(`F${year}00348`)
  expect(log.find(({ kind }: { kind: string }) => kind === 'series_changed').detail).toBe(
    'Door Marloes van Dijk. Eerst {jaar}-{nummer}, nu F{jjjj}{nnnnn}.',
  )
})

test('what a pattern cannot be is said at its field, before and when it is saved', async () => {
  const { as } = await office()
  for (const [pattern, restartsYearly, code] of [
    ['{jaar}', true, 'series_number_missing'],
    ['{nummer}', true, 'series_repeats'],
    [`${'F'.repeat(45)}{nummer}`, false, 'series_number_too_long'],
    ['€{nummer}', false, 'series_character_not_allowed'],
  ] as const) {
    const preview = await as('POST', '/api/series/preview', { pattern, restartsYearly })
    expect(preview.json()).toMatchObject({ numbers: [], problems: [{ path: 'pattern', code }] })
    const saved = await as('POST', '/api/series', { name: 'Webwinkel', pattern, restartsYearly })
    expect(saved.json()).toMatchObject({ status: 422, fields: [{ path: 'pattern', code }] })
  }
  const good = await as('POST', '/api/series/preview', { pattern: 'W{n}', restartsYearly: false, place: 9 })
  expect(good.json()).toEqual({ numbers: ['W9', 'W10', 'W11'], problems: [] })
  const alike = await as('POST', '/api/series', {
    name: 'Webwinkel',
    pattern: '{n}-{jj}',
    restartsYearly: true,
  })
  expect(alike.json().fields).toMatchObject([
    { path: 'pattern', code: 'series_alike', message: expect.stringContaining('«Facturen»') },
  ])
})

test('an invoice is numbered in the series it names, and in no other’s', async () => {
  const { as, customerId, drawn, series } = await office()
  const content = { name: 'Webwinkel', pattern: 'W/{nnn}', restartsYearly: false }
  const { id } = (await as('POST', '/api/series', content)).json()
  expect([await drawn(id), await drawn(), await drawn(id)]).toEqual(['W/001', `${year}-0001`, 'W/002'])
  const preview = await as('POST', '/api/invoices/preview', { ...draftFor(customerId), seriesId: id })
  expect(preview.json().nextNumber).toBe('W/003')
  const [, shop] = await series()
  const used = await as('PUT', `/api/series/${id}`, { ...content, pattern: 'X{n}', revision: shop.revision })
  expect(used.json().fields).toMatchObject([{ path: 'pattern', code: 'series_pattern_used' }])
  expect((await as('DELETE', `/api/series/${id}`)).json()).toMatchObject({ status: 409, code: 'series_used' })
  const stranger = await office()
  const foreign = { ...draftFor(stranger.customerId), seriesId: id }
  for (const path of ['/api/invoices', '/api/invoices/preview']) {
    const answer = (await stranger.as('POST', path, foreign)).json()
    expect(answer.fields ?? answer.problems).toMatchObject([{ path: 'seriesId', code: 'series_unknown' }])
  }
  const final = (await as('GET', '/api/invoices?search=W/001')).json().items[0]
  const pdf = await as('GET', `/api/invoices/${final.id}/pdf`)
  expect(pdf.headers['content-disposition']).toBe('inline; filename="factuur-W-001.pdf"')
})

test('a series that nobody used goes, and its drafts go to the usual one', async () => {
  const { as, customerId } = await office()
  const { id } = (
    await as('POST', '/api/series', { name: 'A', pattern: 'A{n}', restartsYearly: false })
  ).json()
  const draft = (await as('POST', '/api/invoices', { ...draftFor(customerId), seriesId: id })).json()
  expect((await as('DELETE', `/api/series/${id}`)).statusCode).toBe(204)
  expect((await as('GET', `/api/invoices/${draft.id}`)).json()).toMatchObject({ seriesId: null })
})

function contentOf({
  name,
  pattern,
  restartsYearly,
}: {
  name: string
  pattern: string
  restartsYearly: boolean
}) {
  return { name, pattern, restartsYearly }
}
