import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cycles, importsOf, resolveRelative } from './architecture/imports.ts'
import { root, type SourceFile, sourceFiles } from './architecture/sources.ts'

/** Which workspace may import which: the picture of the architecture, kept true. */
const mayImport: Record<string, readonly string[]> = {
  invoicing: [],
  texts: [],
  'e-boekhouden': [],
  'e-boekhouden-sandbox': [],
  documents: ['invoicing'],
  database: ['invoicing'],
  bookkeeping: ['texts', 'invoicing', 'e-boekhouden', 'database'],
  mail: ['texts', 'bookkeeping', 'database'],
  'support-desk': ['texts', 'invoicing', 'bookkeeping', 'database'],
  api: ['texts', 'invoicing', 'documents', 'e-boekhouden', 'database', 'bookkeeping', 'support-desk'],
  web: ['texts'],
  stella: [
    'texts',
    'invoicing',
    'documents',
    'e-boekhouden',
    'database',
    'bookkeeping',
    'mail',
    'support-desk',
    'api',
  ],
}

/** Tests may start the sandbox in their own process; what stands in these folders crosses workspaces. */
const forTests = ['e-boekhouden-sandbox']
const crossing = new Set(['tests', 'bench', 'scripts', 'docs'])

/** Files that may be longer than 300 lines, each with its reason. */
const longFiles: Record<string, string> = {}

/** Files that hold a mark against the compiler on purpose, each with its reason. */
const marked: Record<string, string> = {
  'e-boekhouden/scripts/check-package.mjs': 'shows that the published types refuse what must not compile',
}

const files = sourceFiles()
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes('/testing/')

describe('the architecture', () => {
  test('finds the sources it is about', () => {
    for (const workspace of Object.keys(mayImport)) {
      expect(files.filter((file) => file.workspace === workspace).length, workspace).toBeGreaterThan(0)
    }
  })

  test('has no workspace that the table does not know', () => {
    const known = [...Object.keys(mayImport), ...crossing]
    expect(files.map((file) => file.workspace).filter((name) => !known.includes(name))).toEqual([])
  })

  test('has no import that is not in the table', () => {
    expect(files.filter((file) => !crossing.has(file.workspace)).flatMap(forbiddenImports)).toEqual([])
  })

  test('has no package imported that its workspace does not declare', () => {
    expect(files.flatMap(undeclaredPackages)).toEqual([])
  })

  test('has no import cycle', () => {
    expect(cycles(files)).toEqual([])
  })

  test('keeps the domain free of the system: no files, no network, no clock, no chance', () => {
    const impure = /from 'node:|\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\./
    const found = files
      .filter((file) => file.workspace === 'invoicing' && !isTest(file.path))
      .filter((file) => impure.test(file.text))
    expect(found.map((file) => file.path)).toEqual([])
  })

  test('has no file of more than 300 lines', () => {
    const long = files.filter((file) => file.text.split('\n').length > 301).map((file) => file.path)
    expect(long.sort()).toEqual(Object.keys(longFiles).sort())
  })

  test('loosens no check of the compiler or the linter', () => {
    // Written in two halves, so that this file does not find itself.
    const loosened = new RegExp(['@ts-' + '(ignore|expect-error|nocheck)', 'biome-' + 'ignore'].join('|'))
    const found = files.filter((file) => loosened.test(file.text)).map((file) => file.path)
    expect(found).toEqual(Object.keys(marked))
  })
})

describe('the reading of imports', () => {
  const file = (path: string, text: string): SourceFile => ({
    path,
    workspace: path.split('/')[0] ?? '',
    text,
  })

  test('finds imports over several lines, re-exports, side effects and import()', () => {
    const text = [
      "import {\n  a,\n  type B,\n} from './a.ts'",
      "import type { C } from '@stella/database'",
      "export { d } from './d.ts'",
      "export type { E } from './e.ts'",
      "export * from './f.ts'",
      "import './g.css'",
      "const h = () => import('./h.ts')",
      "export const text = 'from'",
    ].join('\n')
    expect(importsOf(text).map(({ specifier, loads }) => `${specifier} ${loads}`)).toEqual([
      './a.ts true',
      '@stella/database false',
      './d.ts true',
      './e.ts false',
      './f.ts true',
      './g.css true',
      './h.ts false',
    ])
  })

  test('finds a circle through a package, and none where only types go round', () => {
    const a = file('one/src/index.ts', "import { b } from '@stella/two'")
    const b = file('two/src/index.ts', "import { a } from '../../one/src/index.ts'")
    const typesOnly = file('two/src/index.ts', "import type { a } from '../../one/src/index.ts'")
    expect(cycles([a, b])).toEqual([['one/src/index.ts', 'two/src/index.ts']])
    expect(cycles([a, typesOnly])).toEqual([])
  })

  test('names an import that is not in the table', () => {
    const web = file('web/src/page.ts', "import { sql } from '@stella/database'")
    const outside = file('invoicing/src/a.ts', "import { sql } from '../../database/src/index.ts'")
    const undeclared = file('invoicing/src/a.ts', "import ky from 'ky'")
    expect([web, outside].flatMap(forbiddenImports)).toHaveLength(2)
    expect(undeclaredPackages(undeclared)).toEqual(['invoicing/src/a.ts imports ky'])
  })
})

function forbiddenImports(file: SourceFile): string[] {
  const allowed = [
    file.workspace,
    ...(mayImport[file.workspace] ?? []),
    ...(isTest(file.path) ? forTests : []),
  ]
  return importsOf(file.text)
    .map(({ specifier }) => ({ specifier, target: workspaceOf(file, specifier) }))
    .filter(({ target }) => target !== undefined && !allowed.includes(target))
    .map(({ specifier }) => `${file.path} imports ${specifier}`)
}

function workspaceOf(file: SourceFile, specifier: string): string | undefined {
  const [, named] = specifier.match(/^@stella\/([a-z-]+)/) ?? []
  if (named !== undefined) return named
  if (!specifier.startsWith('.')) return undefined
  const [folder = '..'] = resolveRelative(file, specifier).split('/')
  return folder
}

function undeclaredPackages(file: SourceFile): string[] {
  // What crosses workspaces may use what they use.
  const owners = crossing.has(file.workspace) ? Object.keys(mayImport) : [file.workspace]
  const manifests = ['package.json', ...owners.map((workspace) => `${workspace}/package.json`)]
  const declared = new Set(manifests.flatMap(declaredIn))
  const ownName = `@stella/${file.workspace}`
  return importsOf(file.text)
    .map(({ specifier }) => packageName(specifier))
    .filter(
      (name) => name !== undefined && name !== ownName && !name.startsWith('@stella/') && !declared.has(name),
    )
    .map((name) => `${file.path} imports ${name}`)
}

function packageName(specifier: string): string | undefined {
  if (/^(\.|node:|virtual:|\/)/.test(specifier)) return undefined
  const [first = '', second = ''] = specifier.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

function declaredIn(manifest: string): string[] {
  try {
    const parsed = JSON.parse(readFileSync(join(root, manifest), 'utf8'))
    return Object.keys({ ...parsed.dependencies, ...parsed.devDependencies, ...parsed.optionalDependencies })
  } catch {
    return []
  }
}
