import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeSpans } from './agreement/places.ts'
import { root } from './architecture/sources.ts'

/** Folders without a page of ours; what stands in `output` and behind a dot is made. */
const passedOver = new Set(['node_modules', 'output', 'dist'])
const pages = pagesUnder(root).map((path) => relative(root, path))

describe('the pages of documentation', () => {
  test('are found', () => {
    expect(pages).toEqual(expect.arrayContaining(['CONTRIBUTING.md', 'e-boekhouden-sandbox/README.md']))
  })

  test.each(pages)('name no file that is not there: %s', (page) => {
    const markdown = readFileSync(join(root, page), 'utf8')
    const missing = [...pathsIn(markdown), ...linksIn(markdown)].filter((path) => !isThere(page, path))
    expect(missing).toEqual([])
  })

  test('are held to: a path and a link that lead nowhere are found, addresses and patterns are not paths', () => {
    const markdown =
      'See `api/src/no.ts`, `*.test.ts`, `tests/a-….ts`, [it](docs/no.md#there) and [all](https://a.nl).'
    expect([...pathsIn(markdown), ...linksIn(markdown)]).toEqual(['api/src/no.ts', 'docs/no.md'])
    expect(isThere('CONTRIBUTING.md', 'api/src/no.ts')).toBe(false)
    expect(isThere('e-boekhouden-sandbox/README.md', 'src/operations/')).toBe(true)
  })
})

/** Code spans that are a file of the tree, or one of its folders under `src/`. */
function pathsIn(markdown: string): string[] {
  return codeSpans(markdown).filter(
    (span) =>
      /^[\w-]+(\/[\w.-]+)*\/([\w.-]+\.(ts|tsx|mjs|md|sql|json)|[\w-]*)$/.test(span) &&
      /(^|\/)src\/|\.\w+$/.test(span),
  )
}

function linksIn(markdown: string): string[] {
  return [...markdown.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, path = '']) => path)
}

/** From the root, from the page's own folder, or from the `src/` beside it. */
function isThere(page: string, path: string): boolean {
  return [root, join(root, dirname(page)), join(root, dirname(page), 'src')].some((folder) =>
    existsSync(join(folder, path)),
  )
}

function pagesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      return passedOver.has(entry.name) || entry.name.startsWith('.')
        ? []
        : pagesUnder(join(folder, entry.name))
    }
    return entry.name.endsWith('.md') ? [join(folder, entry.name)] : []
  })
}
