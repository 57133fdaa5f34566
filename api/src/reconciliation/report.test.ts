import { expect, test } from 'vitest'
import { reportOf } from './report.ts'

type Compared = Parameters<typeof reportOf>[0]['compared']

const sums = (net: string, vat: string) => ({ net, vat })
const difference: Compared['differences'][number] = {
  key: 'k',
  kind: 'extra',
  title: 'Mutatie 3 staat alleen in e-Boekhouden.nl',
  detail: 'Niet door Stella geboekt.',
  invoiceId: null,
  mutationNumbers: [3],
  total: sums('-150.00', '-31.50'),
  amounts: [],
  accounts: [],
  actions: ['mend_there', 'accept'],
  bookingId: null,
  acceptance: { reason: 'Kasverkoop open dag', by: 'Marloes', at: '2026-12-01T09:00:00Z' },
}
const compared: Compared = {
  readAt: '2026-12-01T08:00:00Z',
  by: 'Marloes',
  calls: 1,
  mutationsRead: 3,
  documents: 2,
  agreeing: 2,
  since: 0,
  isClean: true,
  rows: [
    {
      vatCode: 'HOOG_VERK_21',
      box: '1a',
      stella: sums('0.00', '0.00'),
      books: sums('150.00', '31.50'),
      difference: sums('-150.00', '-31.50'),
    },
    {
      vatCode: 'BI_EU_VERK',
      box: '3b',
      stella: sums('570.00', '0.00'),
      books: sums('569.99', '0.00'),
      difference: sums('0.01', '0.00'),
    },
  ],
  accounts: [{ account: '1300', side: 'debtors', stella: '570.00', books: '570.00', difference: '0.00' }],
  differences: [difference],
  icp: [{ vatNumber: 'DE136695976', customer: 'Backhaus', goods: '500.00', services: '70.00' }],
}
const now = new Date('2026-12-01T10:00:00Z')
const reported = (changes: Partial<Compared>, language: 'nl' | 'en' = 'nl') => {
  const of = { compared: { ...compared, ...changes }, from: '2026-10-01', until: '2026-12-31' }
  const report = reportOf(of, { organization: 'Van Dijk', books: 'Van Dijk Installatie', now }, language)
  return { report, text: JSON.stringify(report).replaceAll('\u00a0', ' ') }
}

test('a report says what comes of it, who looked and when, and why something is right', () => {
  const { report, text } = reported({})
  expect(report).toMatchObject({ isClean: true, verdict: 'Alles sluit aan, op 1 verschil na dat goed is.' })
  expect(text).toContain('1 december 2026 om 09:00, op verzoek van Marloes')
  expect(text).toContain('1 oktober 2026 tot en met 31 december 2026')
  expect(text).toContain('Goed gevonden door Marloes')
  expect(text).toContain('Kasverkoop open dag')
  expect(text).toContain('−€ 150,00')
})

test('the figures per VAT number stand beside box 3b of both, and columns are added to the cent', () => {
  const { report, text } = reported({})
  expect(text).toContain('Samen € 570,00. Rubriek 3b: € 570,00 in Stella, € 569,99 in e-Boekhouden.nl.')
  const [codes] = report.sections
  expect(codes?.total?.map((cell) => cell.replaceAll('\u00a0', ' '))).toEqual([
    ...['Samen', '€ 570,00', '€ 0,00', '€ 719,99', '€ 31,50', '−€ 149,99', '−€ 31,50'],
  ])
})

test('in English, where Stella looked by itself, without what there is nothing of', () => {
  const nothing = { by: null, differences: [], icp: [], accounts: null }
  const { report, text } = reported(nothing, 'en')
  expect(report).toMatchObject({ language: 'en', verdict: 'Everything agrees.' })
  expect(report.sections).toHaveLength(1)
  expect(text).toContain('by Stella itself')
})

test('on paper stand the first 500 differences, and how many there are', () => {
  const differences = Array.from({ length: 501 }, (_, at) => ({ ...difference, key: String(at) }))
  const { report } = reported({ differences })
  const section = report.sections.find(({ rows }) => rows.length === 500)
  expect(section?.lead).toBe('De eerste 500 van 501; alle staan in het CSV-bestand.')
})
