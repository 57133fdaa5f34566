import { parsePlainDate, type SeriesContent } from '@stella/invoicing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '../testing/index.ts'
import { inOrganization, type Transaction } from '../transactions/in-organization.ts'
import { findSeries, listSeries } from './find-series.ts'
import { nextNumberOf } from './next-number.ts'
import { deleteSeries, saveSeries, updateSeries } from './save-series.ts'
import { setNextNumber } from './set-next-number.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const code = (expected: string) => expect.objectContaining({ code: expected })
const november = parsePlainDate('2026-11-22')
const content: SeriesContent = { name: 'Onderhoud', pattern: 'O{nnnnn}', restartsYearly: false }

function within<Result>(organization: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return inOrganization(db.database('stella_app'), organization, work)
}

const drawn = (organization: string, seriesId: string | null = null, invoiceDate = november) =>
  within(organization, async (tx) => {
    const { id } = await testDraft(tx, { seriesId, invoiceDate })
    return (await finalizeInvoice(tx, { invoiceId: id })).number
  })

const goOn = (organization: string, place: number, reason: string | null = null, invoiceDate = november) =>
  within(organization, async (tx) => {
    const { id: seriesId } = await findSeries(tx, null)
    return setNextNumber(tx, { seriesId, invoiceDate, place, reason })
  })

describe('the series of an organization', () => {
  test('begin with one, also when many look for it at once', async () => {
    const organization = await testOrganization(db)
    const found = await Promise.all(
      Array.from({ length: 8 }, () => within(organization, (tx) => findSeries(tx, null))),
    )
    expect(new Set(found.map(({ id }) => id)).size).toBe(1)
    expect(found[0]).toMatchObject({ pattern: '{jaar}-{nummer}', restartsYearly: true, isDefault: true })
  })

  test('are several, each with its own numbers', async () => {
    const organization = await testOrganization(db)
    const { id } = await within(organization, (tx) => saveSeries(tx, content))
    expect(await drawn(organization)).toBe('2026-0001')
    expect(await drawn(organization, id)).toBe('O00001')
    expect(await drawn(organization, id, parsePlainDate('2027-01-01'))).toBe('O00002')
    expect(await drawn(organization)).toBe('2026-0002')
    const listed = await within(organization, listSeries)
    expect(listed.map(({ name, isUsed }) => [name, isUsed])).toEqual([
      ['Facturen', true],
      ['Onderhoud', true],
    ])
  })

  test('never look alike, whichever is made first', async () => {
    const organization = await testOrganization(db)
    for (const pattern of ['2026-{n}', '{n}-{jj}']) {
      const added = within(organization, (tx) => saveSeries(tx, { ...content, pattern }))
      await expect(added).rejects.toEqual(code('series_alike'))
    }
    const both = await Promise.allSettled(
      ['o{n}', 'O{jj}{n}'].map((pattern) =>
        within(organization, (tx) => saveSeries(tx, { ...content, pattern })),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const usual = await within(organization, (tx) => findSeries(tx, null))
    const change = { id: usual.id, revision: usual.revision, content: { ...content, pattern: 'O{n}' } }
    await expect(within(organization, (tx) => updateSeries(tx, change))).rejects.toEqual(code('series_alike'))
  })

  test('are shaped until they are used', async () => {
    const organization = await testOrganization(db)
    const usual = await within(organization, (tx) => findSeries(tx, null))
    const changed = { name: 'Verkoop', pattern: 'F{jjjj}{nnnnn}', restartsYearly: true }
    const after = await within(organization, (tx) =>
      updateSeries(tx, { id: usual.id, revision: usual.revision, content: changed }),
    )
    expect(after).toMatchObject({ ...changed, isDefault: true, isUsed: false })
    expect(await drawn(organization)).toBe('F202600001')
    const change = (content: SeriesContent, revision = after.revision) =>
      within(organization, (tx) => updateSeries(tx, { id: usual.id, revision, content }))
    await expect(change(changed, 1)).rejects.toEqual(code('revision_conflict'))
    await expect(change({ ...changed, pattern: 'F{jaar}{nnn}' })).rejects.toEqual(code('series_used'))
    await expect(change({ ...changed, restartsYearly: false })).rejects.toEqual(code('series_used'))
    expect(await change({ ...changed, name: 'Facturen' })).toMatchObject({ name: 'Facturen' })
  })

  test('a pattern does not change under a number that is being drawn', async () => {
    const organization = await testOrganization(db)
    for (let round = 0; round < 10; round++) {
      const { id, revision } = await within(organization, (tx) =>
        saveSeries(tx, { ...content, pattern: `R${'x'.repeat(round)}{n}` }),
      )
      const pattern = `S${'x'.repeat(round)}{n}`
      const change = within(organization, (tx) =>
        updateSeries(tx, { id, revision, content: { ...content, pattern } }),
      )
      const [number] = await Promise.all([drawn(organization, id), change.catch(() => {})])
      const { pattern: kept } = await within(organization, (tx) => findSeries(tx, id))
      expect(number).toBe(kept.replace('{n}', '1'))
    }
  })

  test('another becomes the usual one, and what is used or usual is not removed', async () => {
    const organization = await testOrganization(db)
    const usual = await within(organization, (tx) => findSeries(tx, null))
    const { id, revision } = await within(organization, (tx) => saveSeries(tx, content))
    const remove = (series: string) => within(organization, (tx) => deleteSeries(tx, series))
    await expect(remove(usual.id)).rejects.toEqual(code('series_used'))
    await within(organization, (tx) => updateSeries(tx, { id, revision, content, isDefault: true }))
    expect(await drawn(organization)).toBe('O00001')
    await expect(remove(id)).rejects.toEqual(code('series_used'))
    const draft = await within(organization, (tx) => testDraft(tx, { seriesId: usual.id }))
    await within(organization, (tx) =>
      setNextNumber(tx, { seriesId: usual.id, invoiceDate: november, place: 7, reason: null }),
    )
    await remove(usual.id)
    const number = await within(
      organization,
      async (tx) => (await finalizeInvoice(tx, { invoiceId: draft.id })).number,
    )
    expect(number).toBe('O00002')
  })

  test('are another organization’s to nobody', async () => {
    const { id } = await within(await testOrganization(db), (tx) => saveSeries(tx, content))
    const other = await testOrganization(db)
    await expect(within(other, (tx) => findSeries(tx, id))).rejects.toEqual(code('not_found'))
    await expect(drawn(other, id)).rejects.toEqual(code('not_found'))
    await expect(within(other, (tx) => deleteSeries(tx, id))).rejects.toEqual(code('not_found'))
  })
})

describe('the next number', () => {
  test('is any before the first invoice, up and down', async () => {
    const organization = await testOrganization(db)
    expect(await goOn(organization, 348)).toMatchObject({
      before: { number: '2026-0001' },
      after: { number: '2026-0348', isUsed: false },
    })
    await goOn(organization, 1)
    await goOn(organization, 120)
    expect(await drawn(organization)).toBe('2026-0120')
    expect(await drawn(organization)).toBe('2026-0121')
    expect(await drawn(organization, null, parsePlainDate('2027-01-01'))).toBe('2027-0001')
  })

  test('goes up later with a reason, and never down', async () => {
    const organization = await testOrganization(db)
    await drawn(organization)
    await expect(goOn(organization, 1)).rejects.toEqual(code('series_ground_used'))
    await expect(goOn(organization, 9)).rejects.toEqual(code('series_reason_missing'))
    await goOn(organization, 9, 'Tot en met 8 in het oude programma')
    await expect(goOn(organization, 5, 'Terug')).rejects.toEqual(code('series_ground_used'))
    expect(await drawn(organization)).toBe('2026-0009')
    await goOn(organization, 300, null, parsePlainDate('2025-01-01'))
    expect(await drawn(organization, null, parsePlainDate('2025-06-01'))).toBe('2025-0300')
    const told = await within(organization, (tx) =>
      findSeries(tx, null).then((series) => nextNumberOf(tx, series, november)),
    )
    expect(told).toMatchObject({ number: '2026-0010', isUsed: true })
  })

  test('that is set while others draw leaves no number twice and no gap that nobody explained', async () => {
    const organization = await testOrganization(db)
    const numbers = await Promise.all([
      ...Array.from({ length: 10 }, () => drawn(organization)),
      goOn(organization, 50, 'Sprong').then(() => null),
      ...Array.from({ length: 10 }, () => drawn(organization)),
    ])
    const places = numbers
      .flatMap((number) => (number === null ? [] : [Number(number.slice(5))]))
      .sort((a, b) => a - b)
    const before = places.filter((place) => place < 50)
    expect(before).toEqual(before.map((_, at) => at + 1))
    expect(places.filter((place) => place >= 50)).toEqual(
      Array.from({ length: 20 - before.length }, (_, at) => 50 + at),
    )
  })

  test('of a series that reached its end is told, and not drawn', async () => {
    const organization = await testOrganization(db)
    await goOn(organization, 999_999_999)
    expect(await drawn(organization)).toBe('2026-999999999')
    await expect(drawn(organization)).rejects.toEqual(code('series_full'))
  })
})
