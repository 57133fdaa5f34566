import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeSpans, textOf } from './agreement/places.ts'
import { root } from './architecture/sources.ts'

// docs/security.md says of each item of ASVS 5.0 what shows it, that it is open, or that it does not apply.

const page = textOf('docs/security.md')
const shown = rowsUnder('## ASVS 5.0, levels 1 and 2')
const open = rowsUnder('## Open')
const outside = rowsUnder('## What does not apply')
const all = [...shown, ...open, ...outside]

function rowsUnder(heading: string): { item: string; level: string; rest: string }[] {
  const [, section = ''] = page.split(`${heading}\n`)
  const rows = (section.split('\n## ')[0] ?? '').matchAll(/^\| (\d+\.\d+\.\d+) +\| ([12]) +\| (.*) \|$/gm)
  return [...rows].map(([, item = '', level = '', rest = '']) => ({ item, level, rest }))
}

test('it has each item once, as many of each level as ASVS 5.0.0 has', () => {
  expect(new Set(all.map(({ item }) => item)).size).toBe(all.length)
  expect([all.filter(({ level }) => level === '1').length, all.length]).toEqual([70, 253])
})

test('of what applies at least 95 of 100 are shown', () => {
  expect(shown.length / (shown.length + open.length)).toBeGreaterThanOrEqual(0.95)
})

test.each(shown)('$item is shown by what is there', ({ rest }) => {
  const places = codeSpans(rest)
  expect(places.length).toBeGreaterThan(0)
  expect(places.filter((place) => !existsSync(join(root, place)))).toEqual([])
})
