import { expect, test } from 'vitest'
import { sourceFiles } from './architecture/sources.ts'

/** The catalogue in each language, but for what the terminal says: there commands stand between such marks. */
const catalogue = /^texts\/src\/(nl|en)\/(?!program)/
const comments = /^\s*(\/\*\*|\*|\/\/).*$/gm
const strings = /'((?:[^'\\\n]|\\.)*)'/g
const quoted = /[«“]([^»”$]+)[»”]/g

/** Between such marks without being the label of anything. */
const others: ReadonlySet<string> = new Set(['…', 'none', 'Nieuwe badkamer', 'New bathroom'])

test.each(['nl', 'en'])('a sentence in %s that names a button names one that is there', (language) => {
  const texts = sourceFiles()
    .filter(({ path }) => catalogue.exec(path)?.[1] === language)
    .map(({ text }) => text.replaceAll(comments, ''))
  const labels = new Set(texts.flatMap((text) => [...text.matchAll(strings)].map(([, string]) => string)))
  const named = texts.flatMap((text) => [...text.matchAll(quoted)].map(([, label]) => label ?? ''))
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((label) => !labels.has(label) && !isOther(label))).toEqual([])
})

function isOther(words: string): boolean {
  return others.has(words) || words.startsWith('npm run ')
}
