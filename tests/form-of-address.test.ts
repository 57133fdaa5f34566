import { expect, test } from 'vitest'
import { sourceFiles } from './architecture/sources.ts'
import { manualScreens } from './e2e/manual/sentences.ts'

/** Where people are spoken to in Dutch: the texts of the screens, documents, letters, the terminal and the sandbox. */
const spoken = /^(texts\/src\/nl|documents\/src|mail\/src|stella\/src|e-boekhouden-sandbox\/src|scripts)\//
/** A string of the source: what stands between quotes, or in a template. */
const strings = /'(?:[^'\\\n]|\\.)*'|`[^`]*`/g
const familiar = /(?<![\p{L}-])(je|jij|jou|jouw|jullie|jezelf)(?![\p{L}-])/iu

/** The manual shows these two to the letter, and they are familiar. */
const shownByTheManual: readonly string[] = [manualScreens.lead, manualScreens.tileText]

test('everything that is said in Dutch says «u», as the manual does', () => {
  const found = sourceFiles()
    .filter(({ path }) => spoken.test(path) && !path.includes('.test.'))
    .flatMap(({ path, text }) => familiarIn(text).map((sentence) => `${path}: ${sentence}`))
  expect(found).toEqual([])
})

test('a familiar sentence is found, and a word that only looks like one is not', () => {
  expect(familiarIn("a: 'Vul je naam in.', b: `Dit is van jou`, c: 'projekt, jee'")).toEqual([
    'Vul je naam in.',
    'Dit is van jou',
  ])
})

function familiarIn(source: string): string[] {
  return [...source.matchAll(strings)]
    .map(([string]) => string.slice(1, -1))
    .filter((sentence) => familiar.test(sentence) && !shownByTheManual.includes(sentence))
}
