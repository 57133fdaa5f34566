import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const folder = fileURLToPath(new URL('.', import.meta.url))
const isSource = (path: string) => path.endsWith('.ts') && !/\.test\.ts$|^testing\b|^index\.ts$/.test(path)
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(isSource)
  .map((path) => readFileSync(`${folder}${path}`, 'utf8'))

/** Each exported type or class of the client with what its declaration says, comments left out. */
const declarations = new Map(
  sources.flatMap((source) =>
    withoutComments(source)
      .split(/^(?=\S)(?![}|)])/m)
      .flatMap((statement): [string, string][] => {
        const name = statement.match(/^export (?:type|class) (\w+)/)?.[1]
        return name === undefined ? [] : [[name, statement]]
      }),
  ),
)

const exported = new Set(
  [...readFileSync(`${folder}index.ts`, 'utf8').matchAll(/\{([^}]*)\}/g)].flatMap(
    ([, names = '']) => names.match(/\w+/g) ?? [],
  ),
)

describe('the types that the package exports', () => {
  it('name no type of the client that one cannot import', () => {
    const missing = [...exported].flatMap((name) =>
      (declarations.get(name)?.match(/\b[A-Z]\w+/g) ?? [])
        .filter((other) => declarations.has(other) && !exported.has(other))
        .map((other) => `${other}, named by ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('are found with all that their declarations say', () => {
    expect(declarations.get('Client')).toContain('getArticles(filter?: ArticleFilter')
    expect(declarations.get('EBoekhoudenError')).toContain('| InvalidRequestError')
    expect(declarations.get('NewInvoice')).toContain('lines: readonly NewInvoiceLine[]')
    expect(declarations.size).toBeGreaterThan(exported.size / 2)
  })
})

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
}
