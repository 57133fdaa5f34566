import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { manual, manualScreens } from './e2e/manual/sentences.ts'

const manualFile = fileURLToPath(new URL('../../shared/handleiding-stella-v1.1.txt', import.meta.url))

test('the walk quotes the manual to the letter and leaves no sentence of it out', ({ skip }) => {
  if (!existsSync(manualFile)) skip('the manual does not stand beside the project')
  const text = plain(readFileSync(manualFile, 'utf8'))
  for (const quoted of [...Object.values(manual), ...Object.values(manualScreens)]) {
    expect(text).toContain(quoted)
  }
  const instructions = text.slice(text.lastIndexOf('2.1 Gegevens e-Boekhouden.nl'))
  const read = [...Object.values(manual), manualScreens.tileText, 'Hoe werkt de koppeling?']
  const left = read.reduce((rest, sentence) => rest.replaceAll(sentence, ''), instructions)
  // What remains are headings, page marks and pictures: nothing that ends like a sentence.
  expect(left.match(/[a-z]{3,} [^.?]*[a-z]{3,}[.?](?= |$)/g) ?? []).toEqual([])
})

/** The text without its marks for bold and links, its list dashes and its line breaks. */
function plain(text: string): string {
  return text
    .replace(/\*\*/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
