import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { dayInAmsterdam, dayOf, isPlainDate } from './plain-date.ts'

describe('a day that the service wrote', () => {
  for (const [written, day] of [
    ['2026-01-01T00:00:00', '2026-01-01'],
    ['2026-01-01', '2026-01-01'],
    ['2019-10-28T13:45:00.1234567', '2019-10-28'],
    ['2026-01-01T00:00:00+01:00', '2026-01-01'],
    ['2026-01-01T00:00:00Z', '2026-01-01'],
    ['2026-01-01T00:00:00-05:00', '2026-01-01'],
    ['2026-01-01T00:00:00+09:00', '2026-01-01'],
    ['2025-12-31T23:00:00Z', '2026-01-01'],
    ['2026-06-30T22:00:00.000Z', '2026-07-01'],
    ['2025-12-31T18:00:00-05:00', '2026-01-01'],
    ['0001-01-01T00:00:00', ''],
    ['', ''],
  ] as const) {
    it(`${written || '(nothing)'} is ${day || 'no day'}`, () => expect(dayOf(written)).toBe(day))
  }

  for (const written of [
    '2026-02-29',
    '2026-13-01T00:00:00',
    '01-01-2026',
    '2026-1-1',
    'gisteren',
    '2026-01-01 00:00',
  ]) {
    it(`${written} is not one`, () => expect(dayOf(written)).toBeNull())
  }

  it('knows which days exist', () => {
    expect(['2024-02-29', '2000-02-29', '1900-02-28', '2026-12-31'].every(isPlainDate)).toBe(true)
    expect(['2026-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '2026-01-00'].some(isPlainDate)).toBe(
      false,
    )
  })

  it('finds today in the Netherlands', () => {
    expect(dayInAmsterdam(Date.UTC(2025, 11, 31, 23, 0))).toBe('2026-01-01')
    expect(dayInAmsterdam(Date.UTC(2025, 11, 31, 22, 59))).toBe('2025-12-31')
    expect(dayInAmsterdam(Date.UTC(2026, 5, 30, 22, 0))).toBe('2026-07-01')
  })
})

describe('the zone of the process', () => {
  const program = `
    import { writeRequest } from ${JSON.stringify(new URL('../soap/envelope.ts', import.meta.url).href)}
    import { dayInAmsterdam, dayOf } from ${JSON.stringify(new URL('./plain-date.ts', import.meta.url).href)}
    const filter = { Factuurnummer: '', Relatiecode: '', DatumVan: '2026-01-01', DatumTm: '2026-03-29' }
    const { body } = writeRequest('GetFacturen', { SessionID: '', SecurityCode2: '', cFilter: filter }, '1.1')
    console.log(JSON.stringify([
      new Date(2026, 0, 1).getTimezoneOffset(),
      body.match(/<DatumVan>.*<.DatumTm>/)[0],
      dayOf('2026-01-01T00:00:00'), dayOf('2025-12-31T23:00:00Z'), dayInAmsterdam(1767222000000),
    ]))`

  const outcomes = [
    'UTC',
    'Europe/Amsterdam',
    'America/Los_Angeles',
    'Pacific/Kiritimati',
    'Asia/Kolkata',
  ].map((zone) => {
    const environment = { ...process.env, TZ: zone }
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      env: environment,
    })
    const [offset, ...days]: [number, ...string[]] = JSON.parse(output.toString())
    return { zone, offset, days }
  })

  it('is really another one in each trial', () => {
    expect(new Set(outcomes.map(({ offset }) => offset)).size).toBe(outcomes.length)
  })

  for (const { zone, days } of outcomes) {
    it(`changes no day, written or read: ${zone}`, () => {
      expect(days).toEqual([
        '<DatumVan>2026-01-01T00:00:00</DatumVan><DatumTm>2026-03-29T00:00:00</DatumTm>',
        '2026-01-01',
        '2026-01-01',
        '2026-01-01',
      ])
    })
  }
})
