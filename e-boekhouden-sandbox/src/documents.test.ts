import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { routes } from './control/routes.ts'
import { faultKindNames } from './faults/kinds.ts'
import { defaultSettings } from './handle/settings.ts'
import { unreachableCodes } from './operations/codes.ts'

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

/** The first cells of the table under a heading, without their marks. */
function firstCells(text: string, heading: string): string[] {
  const section = text.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, cell = '']) => cell)
}

/** What the README calls the part of a path that comes after such a word. */
const names: Record<string, string> = { faults: 'id', relations: 'id', ledger: 'code', mutations: 'number' }

describe('the documents', () => {
  it('list every fault, every setting and every variable', () => {
    const readme = read('README.md')
    expect(firstCells(readme, 'Faults')).toEqual(faultKindNames.toSorted(byOrderIn(readme)))
    expect(firstCells(readme, 'Settings')).toEqual(Object.keys(defaultSettings))
    const variables = readFileSync(new URL('./environment.ts', import.meta.url), 'utf8').match(
      /SANDBOX_[A-Z0-9_]+/g,
    )
    for (const name of new Set(variables)) expect(readme).toContain(`\`${name}\``)
  })

  it('list every path of the control API', () => {
    const readme = read('README.md')
    const paths = Object.keys(routes).map((key) => `/_sandbox${key.replace(/^\w+ /, '')}`)
    expect(paths.length).toBeGreaterThan(15)
    for (const path of paths) {
      const named = path.replace(/\/(\w+)\/\*/g, (_, of: string) => `/${of}/{${names[of] ?? 'name'}}`)
      expect(readme).toContain(named.replace(/\/$/, ''))
    }
  })

  it('name only files that are there, and every code that never occurs', () => {
    const differences = read('DIFFERENCES.md')
    const files = new Set(`${read('README.md')}${differences}`.match(/src\/[\w/.-]+/g))
    expect(files.size).toBeGreaterThan(15)
    for (const file of files)
      expect([file, existsSync(new URL(`../${file}`, import.meta.url))]).toEqual([file, true])
    for (const code of Object.keys(unreachableCodes))
      expect(differences).toContain(`\`${code}\` never occurs`)
  })
})

function byOrderIn(text: string) {
  return (a: string, b: string) => text.indexOf(`| \`${a}\``) - text.indexOf(`| \`${b}\``)
}
