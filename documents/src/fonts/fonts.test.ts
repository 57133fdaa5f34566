import { expect, test } from 'vitest'
import { chooseFonts } from './fonts.ts'

const added = (text: string) =>
  chooseFonts(text)
    .families.slice(3)
    .map((it) => it.family)

test('what is common needs nothing but what is always there', () => {
  expect(added('Factuur € 1.234,56 Łódź Ελλάδα Москва مرحبا שלום 👩‍🔧')).toEqual([])
})

test.each([
  ['漢字かなカナ', ['Noto Sans SC']],
  ['한국어', ['NanumGothic']],
  ['ภาษาไทย', ['Noto Sans Thai']],
  ['हिन्दी தமிழ்', ['Noto Sans Devanagari', 'Noto Sans Tamil']],
  ['አማርኛ', ['Noto Sans Ethiopic']],
])('%s is set in a font that comes along', (text, families) => {
  expect(added(text)).toEqual(families)
  expect(chooseFonts(text).missing).toEqual([])
})

test('names each character that no font has, once', () => {
  expect(chooseFonts('a\u{10ff00}b\u{10ff00}\n\u200dᚠ').missing).toEqual(['\u{10ff00}', 'ᚠ'])
})
