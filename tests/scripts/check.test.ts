import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'

type Outcome = { title: string; code: number; output: string; isNews: boolean }

/** The scripts are plain JavaScript, so that any Node can run them. */
const scripts = new URL('../../scripts/testing/', import.meta.url)
const lint: {
  filesToLint(root: string, memory: string): { paths: string[] | undefined; remember(): void }
} = await import(new URL('files-to-lint.mjs', scripts).href)
const importers: { withImporters(changed: string[], texts: Map<string, string>): string[] } = await import(
  new URL('importers.mjs', scripts).href
)
const { tellOutcomes }: { tellOutcomes(outcomes: Outcome[]): string } = await import(
  new URL('tell-outcomes.mjs', scripts).href
)

describe('what the linter looks at again', () => {
  test('is everything the first time, nothing where nothing changed, then what changed and what is new', () => {
    const { write, look } = project({ 'a.ts': '1', 'b.ts': '2' })
    expect(look().paths).toBeUndefined()
    look().remember()
    expect(look().paths).toEqual([])
    write('a.ts', '11')
    write('c.ts', '3')
    expect(look().paths).toEqual(['a.ts', 'c.ts'])
    expect(look().paths, 'as long as it is not in order').toEqual(['a.ts', 'c.ts'])
  })

  test('is everything once its settings changed', () => {
    const { write, look } = project({ 'a.ts': '1', 'biome.json': '{}' })
    look().remember()
    write('biome.json', '{ }')
    expect(look().paths).toBeUndefined()
  })

  test('is also who imports it: by its path, through a package, lazily, and through who exports it on', () => {
    const texts = new Map([
      ['mail/src/a.ts', 'export async function send() {}'],
      ['mail/src/index.ts', "export { send } from './a.ts'"],
      ['mail/src/b.ts', "import {\n  send,\n} from './a.ts'"],
      ['mail/src/c.ts', "import { b } from './b.ts'"],
      ['stella/src/d.ts', "import { send } from '@stella/mail'"],
      ['stella/src/e.ts', "const a = () => import('../../mail/src/a.ts')"],
    ])
    expect(importers.withImporters(['mail/src/a.ts'], texts)).toEqual([
      'mail/src/a.ts',
      'mail/src/b.ts',
      'mail/src/index.ts',
      'stella/src/d.ts',
      'stella/src/e.ts',
    ])
  })
})

describe('what the check ends with', () => {
  const outcome = { title: 'types', code: 0, output: 'fine', isNews: false }
  const news = { title: 'changes of the API', code: 0, output: 'added: it', isNews: true }

  test('is nothing where all is in order and nothing is new', () => {
    expect(tellOutcomes([outcome, { ...news, output: '' }])).toBe('')
  })

  test('is what is not in order, below the news, and cut where it is long', () => {
    const lines = Array.from({ length: 100 }, (_, at) => `mistake ${at}`)
    const told = tellOutcomes([{ ...outcome, code: 1, output: lines.join('\n') }, news, outcome]).split('\n')
    expect(told.indexOf('added: it')).toBeLessThan(told.indexOf('mistake 0'))
    expect(told).not.toContain('mistake 99')
    expect(told.slice(-3)).toEqual(['… and 60 lines more.', '', 'Not in order: types.'])
  })
})

/** A folder under git with these files. */
function project(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'stella-lint-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const write = (path: string, text: string) => writeFileSync(join(root, path), text)
  for (const [path, text] of Object.entries(files)) write(path, text)
  execFileSync('git', ['init', '--quiet'], { cwd: root })
  return { write, look: () => lint.filesToLint(root, join(root, '.git', 'lint.json')) }
}
