import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeSpans } from './agreement/places.ts'
import { root } from './architecture/sources.ts'

const folder = join(root, 'docs/decisions')
const records = readdirSync(folder).sort()
const { scripts, workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const areas = ['everything', 'scripts', 'tests', 'bench', ...workspaces]

test('decisions are numbered without gaps and doubles', () => {
  expect(records.map((name) => Number(name.slice(0, 3)))).toEqual(records.map((_, at) => at + 1))
})

describe.each(records)('the decision %s', (name) => {
  const record = readFileSync(join(folder, name), 'utf8')

  test('has its number in its title, a date, a state and an area of the tree', () => {
    expect(record).toMatch(new RegExp(`^# ${name.slice(0, 3)} [^\\n]+[^.\\n]\\n`))
    expect(said(record, 'Date')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(said(record, 'Status')).toMatch(/^(accepted|superseded by \d{3})$/)
    for (const area of said(record, 'Area').split(', ')) expect(areas).toContain(area)
  })

  test('says in its sections why, what, what else was weighed, and what follows', () => {
    const sections = [...record.matchAll(/^## (.+)$/gm)].map(([, section = '']) => section)
    expect(sections.slice(0, 2)).toEqual(['Context', 'Decision'])
    const others = ['Alternatives', 'Consequences', 'Measured']
    expect(sections.slice(2).filter((section) => !others.includes(section))).toEqual([])
    expect(sections).toEqual(expect.arrayContaining(['Alternatives', 'Consequences']))
  })

  test('has its alternatives in a line each', () => {
    const [, alternatives = ''] = record.match(/^## Alternatives\n\n([\s\S]*?)(?=\n## |$(?![\s\S]))/m) ?? []
    const lines = alternatives.trim().split('\n')
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/^- .{20,}\.$/)
  })

  test('is kept by something that is there', () => {
    const keepers = codeSpans(said(record, 'Kept by')).filter((word) => /[/ ]|\.\w+$/.test(word))
    expect(keepers.length).toBeGreaterThan(0)
    for (const keeper of keepers) expect(isThere(keeper), keeper).toBe(true)
  })
})

function said(record: string, what: string): string {
  return record.match(new RegExp(`^- ${what}: (.+)$`, 'm'))?.[1] ?? ''
}

/** A file or folder of the project, or one of its commands. */
function isThere(keeper: string): boolean {
  const [, script] = keeper.match(/^npm run (\S+)/) ?? []
  return script === undefined ? existsSync(join(root, keeper)) : script in scripts
}
