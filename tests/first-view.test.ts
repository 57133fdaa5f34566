import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { root } from './architecture/sources.ts'

// What a browser with an empty cache fetches before the first screen stands, by the list that the build leaves: bytes and
// files, so that no clock is needed. `npm run bench -- screens` measures the same in a browser.

/** Compressed JavaScript, in bytes. */
const mostScriptBytes = 200_000
/** The page, light or dark, the rules of how it looks, the letter, and the icon of the window. */
const besidePieces = 5
/** Who is here; and, for whoever is signed in, the answers, the log and its stream. */
const asked = { guests: 1, places: 4 }
const mostRequests = 15

interface Piece {
  file: string
  name?: string
  isDynamicEntry?: boolean
  imports?: string[]
}

const folder = join(root, 'web/dist')
let pieces: Record<string, Piece>
beforeAll(async () => {
  const build = new URL('../scripts/preparation/web-build.mjs', import.meta.url)
  const { buildWebWhenChanged }: { buildWebWhenChanged(): void } = await import(build.href)
  buildWebWhenChanged()
  pieces = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
})

/** All pieces that one cannot do without, itself first. */
function neededBy(key: string, known = new Set<string>()): Set<string> {
  known.add(key)
  for (const other of pieces[key]?.imports ?? []) if (!known.has(other)) neededBy(other, known)
  return known
}

const keyOf = (name: string) =>
  Object.keys(pieces).find((key) => pieces[key]?.name === name && pieces[key]?.file.endsWith('.js')) ?? ''

function firstViewOf(name: string): Piece[] {
  const keys = new Set([...neededBy('index.html'), ...neededBy(keyOf(name))])
  return [...keys].flatMap((key) => pieces[key] ?? [])
}

describe.each(['guests', 'places'] as const)('the first view of the piece «%s»', (name) => {
  test('takes less than 200 kB of compressed JavaScript', () => {
    const sizes = firstViewOf(name).map(({ file }) => statSync(join(folder, `${file}.br`)).size)
    expect(sizes.length).toBeGreaterThan(2)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostScriptBytes)
  })

  test('takes at most fifteen requests', () => {
    const needed = firstViewOf(name)
    expect(needed.length + besidePieces + asked[name]).toBeLessThanOrEqual(mostRequests)
  })

  test('has the words of one language', () => {
    const scripts = firstViewOf(name).map(({ file }) => readFileSync(join(folder, file), 'utf8'))
    const holds = (word: string) => scripts.some((script) => script.includes(word))
    expect(holds('Wachtwoord vergeten?')).toBe(true)
    expect(holds('Forgotten your password?') || holds('Forgot your password?')).toBe(false)
  })
})

test('every page is in a piece with others, none a file of its own', () => {
  const named = Object.values(pieces).filter(
    ({ file, isDynamicEntry }) => isDynamicEntry && file.endsWith('.js'),
  )
  expect(named.map(({ name }) => name)).toEqual(['screens'])
  const scripts = Object.values(pieces).filter(({ file }) => file.endsWith('.js'))
  expect(scripts.length).toBeLessThan(20)
})

test('every piece is there, and compressed', () => {
  for (const { file } of Object.values(pieces)) {
    expect(existsSync(join(folder, file)), file).toBe(true)
    if (/\.(js|css)$/.test(file)) expect(existsSync(join(folder, `${file}.br`)), file).toBe(true)
  }
})
