import { describe, expect, test } from 'vitest'
import { cycles, importsOf, resolveRelative } from './architecture/imports.ts'
import { fileNames, misnamedFiles, roomsOnDisk, roomsUnder } from './architecture/rooms.ts'
import { isTest, type SourceFile, sourceFiles } from './architecture/sources.ts'
import { importsOfProof, upwardImports } from './architecture/upward.ts'
import { declaredIn, workspacesInReadme } from './architecture/workspaces.ts'

/** Which workspace may import which: the picture of the architecture, kept true. */
const mayImport = workspacesInReadme()

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

  test.each(Object.entries(mayImport))(
    'has one picture: %s declares what the table says',
    (workspace, ours) => {
      const declared = declaredIn(`${workspace}/package.json`).filter((name) => name.startsWith('@stella/'))
      expect(declared.sort()).toEqual(ours.map((name) => `@stella/${name}`).sort())
    },
  )

  test('has no import that is not in the table', () => {
    expect(files.filter((file) => !crossing.has(file.workspace)).flatMap(forbiddenImports)).toEqual([])
  })

  test('has no package imported that its workspace does not declare', () => {
    expect(files.flatMap(undeclaredPackages)).toEqual([])
  })

  test('has no import cycle', () => {
    expect(cycles(files)).toEqual([])
  })

  test('has no import that runs upwards, from a room to what puts the rooms together', () => {
    expect(files.flatMap(upwardImports)).toEqual([])
  })

  test('has no product that imports its own proof', () => {
    expect(files.flatMap(importsOfProof)).toEqual([])
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

describe('the tables of rooms in CONTRIBUTING.md', () => {
  const nouns = roomsUnder('Nouns')
  const rooms = [...nouns, ...roomsUnder('Shared ground')]

  test('have a row for every room on disk, and a room for every row', () => {
    const said = rooms.flatMap(({ name, workspaces }) =>
      workspaces.map((workspace) => `${workspace}/${name}`),
    )
    expect(roomsOnDisk(files.map(({ path }) => path))).toEqual(said.sort())
  })

  test('stand in the order of the alphabet, so that a row has one place', () => {
    for (const names of [nouns, rooms.slice(nouns.length)].map((part) => part.map(({ name }) => name))) {
      expect(names).toEqual(names.toSorted())
    }
  })

  test('name the files that each room holds', () => {
    const paths = files.map(({ path }) => path)
    expect(misnamedFiles(paths, nouns, fileNames())).toEqual([])
  })

  test('are held to: a room without its file is named, and so is a name that no room has', () => {
    const paths = ['api/src/customers/routes.ts', 'web/src/customers/CustomerPage.tsx']
    const table = [{ name: 'customers', workspaces: ['api', 'web'] }]
    const rows = [
      { workspace: 'api', name: 'contract.ts', standsIn: 'every noun' },
      { workspace: 'api', name: 'routes.ts', standsIn: 'every noun' },
      { workspace: 'web', name: 'routes.tsx', standsIn: 'every noun with pages' },
      { workspace: 'web', name: '…Page.tsx', standsIn: 'here and there' },
    ]
    expect(misnamedFiles(paths, table, rows)).toEqual([
      'no room of api has a file contract.ts',
      'no room of web has a file routes.tsx',
      '«here and there» says nothing of where …Page.tsx stands',
    ])
    const another = [...paths, 'api/src/invoices/contract.ts']
    const both = [...table, { name: 'invoices', workspaces: ['api'] }]
    expect(misnamedFiles(another, both, rows.slice(0, 2))).toEqual([
      'api/src/customers/ has no contract.ts',
      'api/src/invoices/ has no routes.ts',
    ])
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

  test('finds a circle through a package, types included, and none where import() comes back', () => {
    const a = file('one/src/index.ts', "import { b } from '@stella/two'")
    const b = file('two/src/index.ts', "import { a } from '../../one/src/index.ts'")
    const typesOnly = file('two/src/index.ts', "import type { a } from '../../one/src/index.ts'")
    const lazy = file('two/src/index.ts', "const a = () => import('../../one/src/index.ts')")
    for (const back of [b, typesOnly]) {
      expect(cycles([a, back])).toEqual([['one/src/index.ts', 'two/src/index.ts']])
    }
    expect(cycles([a, lazy])).toEqual([])
  })

  test('names what a room imports from above it, types included, and a test bench in the product', () => {
    const room = file('api/src/customers/routes.ts', "import type { Api } from '../create-api.ts'")
    const root = file('api/src/create-api.ts', "import { a } from './customers/routes.ts'")
    const bench = file('api/src/testing/bench.ts', "import { a } from '../create-api.ts'")
    const product = file('api/src/customers/a.ts', "import { a } from '@stella/database/testing'")
    const files = [room, root, bench, product]
    expect(files.flatMap(upwardImports)).toEqual([
      'api/src/customers/routes.ts imports api/src/create-api.ts',
    ])
    expect(files.flatMap(importsOfProof)).toEqual(['api/src/customers/a.ts imports @stella/database/testing'])
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
