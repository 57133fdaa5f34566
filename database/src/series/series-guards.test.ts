import { formatNumber, parsePlainDate } from '@stella/invoicing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { findSeries } from './find-series.ts'
import { setNextNumber } from './set-next-number.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const code = (expected: string) => expect.objectContaining({ code: expected })

async function drafts(organization: string, count: number): Promise<string[]> {
  return inOrganization(db.database('stella_app'), organization, async (tx) => {
    const ids: string[] = []
    for (let n = 0; n < count; n++) ids.push((await testDraft(tx)).id)
    return ids
  })
}

const finalize = (organization: string, invoiceId: string) =>
  inOrganization(db.database('stella_app'), organization, (tx) => finalizeInvoice(tx, { invoiceId }))

/** What finalizeInvoice() writes, with a number and a place of the caller's own. */
const makeFinal = (invoiceId: string, number: string, place: number) => sql`update invoices
  set state = 'final', number = ${number}, series_id = (select id from series where is_default), series_year = 2026,
    series_place = ${place}, finalized_at = now(), customer_snapshot = '{}', sender_snapshot = '{}'
  where id = ${invoiceId}`

const change = (organization: string, ...statements: ReturnType<typeof sql>[]) =>
  inOrganization(db.database('stella_app'), organization, async (tx) => {
    for (const statement of statements) await statement.execute(tx)
  })

const start = (before: number, next: number, reason: string | null) => sql`
  insert into series_starts (series_id, year, next_before, next_place, reason)
  select id, 2026, ${before}, ${next}, ${reason} from series where is_default`

describe('a series', () => {
  test('beyond 9,999 a number grows a digit', async () => {
    const organization = await testOrganization(db)
    const [invoiceId = ''] = await drafts(organization, 1)
    await inOrganization(db.database('stella_app'), organization, async (tx) => {
      const { id: seriesId } = await findSeries(tx, null)
      await setNextNumber(tx, {
        seriesId,
        invoiceDate: parsePlainDate('2026-01-01'),
        place: 10_000,
        reason: null,
      })
    })
    expect((await finalize(organization, invoiceId)).number).toBe('2026-10000')
  })

  test('no statement can tear a gap in a series', async () => {
    const organization = await testOrganization(db)
    const [invoiceId = ''] = await drafts(organization, 1)
    await finalize(organization, invoiceId)
    for (const statement of [
      sql`update series_counts set last_place = last_place + 2`,
      sql`update series_counts set last_place = 0`,
      sql`update series_counts set year = 2027`,
      sql`insert into series_counts (series_id, year, last_place) select id, 2030, 7 from series`,
    ])
      await expect(change(organization, statement)).rejects.toEqual(code('series_gap'))
    await expect(change(organization, sql`delete from series_counts`)).rejects.toThrow('permission denied')
  })

  test('a series does not move without its invoice, nor twice with one', async () => {
    const organization = await testOrganization(db)
    const [first = '', second = ''] = await drafts(organization, 2)
    await finalize(organization, first)
    const move = sql`update series_counts set last_place = last_place + 1`
    await expect(change(organization, move)).rejects.toEqual(code('series_gap'))
    const begin = sql`insert into series_counts (series_id, year) select id, 2031 from series`
    await expect(change(organization, begin)).resolves.toBeUndefined()
    const third = makeFinal(second, '2026-0003', 3)
    await expect(change(organization, move, third)).rejects.toEqual(code('series_gap'))
    await expect(change(organization, move, move, third)).rejects.toEqual(code('series_gap'))
    expect((await finalize(organization, second)).number).toBe('2026-0002')
  })

  test('an invoice takes no number that its series did not just come to', async () => {
    const organization = await testOrganization(db)
    const [first = '', second = ''] = await drafts(organization, 2)
    await finalize(organization, first)
    for (const [number, place] of [
      ['2026-0001', 1],
      ['2026-0002', 2],
      ['2026-0002', 1],
      ['2026-0500', 500],
      ['2027-0001', 1],
      ['F1', 1],
    ] as const)
      await expect(change(organization, makeFinal(second, number, place)), number).rejects.toThrow()
    const { rows } = await db
      .database('owner')
      .pool.query(`select number from invoices where organization_id = $1 and number is not null`, [
        organization,
      ])
    expect(rows).toEqual([{ number: '2026-0001' }])
  })

  test('that is used goes up by a start with a reason only, and only from where it is', async () => {
    const organization = await testOrganization(db)
    const [first = '', second = ''] = await drafts(organization, 2)
    await finalize(organization, first)
    for (const refused of [start(2, 9, null), start(2, 1, 'Terug'), start(7, 9, 'Elders')])
      await expect(change(organization, refused)).rejects.toEqual(code('series_gap'))
    const move = sql`update series_counts set last_place = 8`
    await expect(change(organization, start(2, 8, 'Anders'), move)).rejects.toEqual(code('series_gap'))
    await change(organization, start(2, 9, 'Tot 8 met de hand'), move)
    expect((await finalize(organization, second)).number).toBe('2026-0009')
  })

  test('that is used keeps its pattern, for the owner of the tables as well', async () => {
    const organization = await testOrganization(db)
    const [first = ''] = await drafts(organization, 1)
    await finalize(organization, first)
    const pattern = sql`update series set pattern = 'F{nummer}', shape = 'F#' where organization_id = ${organization}`
    await expect(change(organization, pattern)).rejects.toEqual(code('series_used'))
    await expect(change(organization, sql`delete from series`)).rejects.toEqual(code('series_used'))
    await expect(pattern.execute(db.database('owner').kysely)).rejects.toThrow('is used')
  })
})

test('the database and the domain make the same numbers', async () => {
  const cases = ['{jaar}-{nummer}', 'F{jjjj}{nnnnn}', '{jj}{mm}.{n}', 'x{maand}/{nnnnnnnnn}', '{n}'].flatMap(
    (pattern) =>
      [1, 9, 10_000, 999_999_999].flatMap((place) =>
        ['1980-01-01', '2009-10-31', '2049-12-31'].map((date) => ({
          pattern,
          place,
          date: parsePlainDate(date),
        })),
      ),
  )
  for (const { pattern, place, date } of cases) {
    const { rows } = await db
      .database('owner')
      .pool.query('select public.invoice_number_of($1, $2, $3) as number', [pattern, date, place])
    expect(rows).toEqual([{ number: formatNumber(pattern, date, place) }])
  }
})
