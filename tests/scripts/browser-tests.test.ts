import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { roomsUnder } from '../architecture/rooms.ts'
import { root } from '../architecture/sources.ts'

/** The scripts are plain JavaScript, so that any Node can run them. */
const scripts = new URL('../../scripts/testing/', import.meta.url)
const { roomsOfBrowserTests }: { roomsOfBrowserTests(rooms: string[]): Record<string, string[]> } =
  await import(new URL('browser-rooms.mjs', scripts).href)
const { browserTestsOf }: { browserTestsOf(patterns: string[]): string[] } = await import(
  new URL('browser-tests.mjs', scripts).href
)

const rooms = [...roomsUnder('Nouns'), ...roomsUnder('Shared ground')].map(({ name }) => name)
const found = roomsOfBrowserTests(rooms)

describe('the tests in the browser', () => {
  test('each concern a room of CONTRIBUTING.md: called after it, or named in tests/e2e/rooms.json', () => {
    expect(Object.keys(found).filter((name) => found[name]?.length === 0)).toEqual([])
  })

  test('are named in rooms.json as they are called, with rooms that there are', () => {
    const added: Record<string, string[]> = JSON.parse(
      readFileSync(join(root, 'tests/e2e/rooms.json'), 'utf8'),
    )
    expect(Object.keys(added).filter((name) => !(name in found))).toEqual([])
    expect(
      Object.values(added)
        .flat()
        .filter((room) => !rooms.includes(room)),
    ).toEqual([])
  })

  test('about invoices are also those that are not called so', () => {
    const paths = browserTestsOf(['invoices'])
    expect(paths).toEqual(expect.arrayContaining(['lines', 'crediting', 'long-invoice'].map(pathOf)))
    expect(paths).not.toContain(pathOf('passwords'))
    expect(browserTestsOf(['passw'])).toEqual([pathOf('passwords')])
  })
})

function pathOf(name: string): string {
  return `tests/e2e/${name}.spec.ts`
}
