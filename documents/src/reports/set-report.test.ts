import { describe, expect, test } from 'vitest'
import { claimOf, latin, pagesOf, streamsOf } from '../testing/read-pdf.ts'
import type { Report } from './report.ts'
import { setReport } from './set-report.ts'

const columns = [
  { title: 'Btw-code en rubriek', isNumber: false },
  { title: 'Stella', isNumber: true },
]
const reportOf = (changes: Partial<Report> = {}): Report => ({
  title: 'Aansluiting',
  language: 'nl',
  organization: 'Van Dijk Installatie',
  date: { year: 2026, month: 11, day: 30 },
  facts: [{ label: 'Periode', value: '4e kwartaal 2026' }],
  verdict: 'Alles sluit aan.',
  isClean: true,
  sections: [
    {
      title: 'Per btw-code',
      lead: null,
      columns,
      rows: [['Hoog, 21%', '€ 8.030,30']],
      total: ['Samen', '€ 8.030,30'],
    },
  ],
  pageWords: 'Pagina {page} van {pages}',
  ...changes,
})

describe('setReport', () => {
  test('is PDF/A-3a, the same bytes for the same report', () => {
    const pdf = setReport(reportOf())
    expect(claimOf(pdf)).toBe('3A')
    expect(Buffer.compare(pdf, setReport(reportOf()))).toBe(0)
  })

  test('is tagged for who reads with the ears: headings, tables with their heads, and the language', () => {
    for (const language of ['nl', 'en'] as const) {
      const pdf = setReport(reportOf({ language }))
      const parts = [latin(pdf), ...streamsOf(pdf)].join('\n')
      for (const tag of ['/H1', '/H2', '/Table', '/THead', '/TH', '/TD', `/Lang(${language})`])
        expect(parts.replaceAll(/\s/g, ''), tag).toContain(tag)
      expect(() => setReport(reportOf({ language }), 'ua-1')).not.toThrow()
    }
  })

  test('says everything in its order, on as many pages as it takes', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [`Factuur ${at + 1} is gewijzigd`, '€ 1,00'])
    const sections = [
      { title: 'Waar komen de verschillen vandaan?', lead: 'Zoals gelezen.', columns, rows, total: null },
    ]
    const pages = await pagesOf(
      setReport(reportOf({ sections, isClean: false, verdict: 'Er zijn 120 verschillen.' })),
    )
    expect(pages.length).toBeGreaterThan(2)
    const text = pages.join('\n')
    const places = [
      'Aansluiting',
      '4e kwartaal',
      'Er zijn 120',
      'Waar komen',
      'Zoals gelezen',
      'Factuur 1 is',
      'Factuur 120 is',
    ].map((part) => text.indexOf(part))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((left, right) => left - right))
    expect(text).toContain(`Pagina 2 van ${pages.length}`)
  })

  test('reads nothing of what people entered as markup, and sets words of any length and script', async () => {
    const odd = ['#panic("x") $x$ *dik* @wie <a> `b`', 'x'.repeat(300), '漢字 العربية 🧾', '\ue000']
    const rows = odd.map((text) => [text, '−€ 1,00'])
    const [page = ''] = await pagesOf(
      setReport(
        reportOf({ sections: [{ title: odd[0] ?? '', lead: odd[0] ?? '', columns, rows, total: null }] }),
      ),
    )
    expect(page).toContain('#panic("x") $x$ *dik* @wie <a> `b`')
    expect(page.replaceAll(/\s/g, '')).toContain('x'.repeat(300))
  })

  test('has no section without a row to fail on', () => {
    expect(() => setReport(reportOf({ sections: [] }))).not.toThrow()
  })
})
