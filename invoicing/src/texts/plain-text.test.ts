import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCarried, onOneLine, plainText } from './plain-text.ts'

/** Text with what people paste from spreadsheets, word processors and chats, and with what intruders try. */
const pasted = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
    fc.constantFrom(
      '\t',
      '\v',
      '\f',
      '\r\n',
      '\r',
      '\n',
      '\u0085',
      '\u2028',
      '\u2029',
      '\0',
      '\ud800',
      '\ufffe',
    ),
    fc.constantFrom('\u202e', '\u202c', '\u2066', '\u2069', '\u200e', '\u200f', '\u061c', '\u00ad', '\ufeff'),
    fc.constantFrom('\u200b', '\u200c', '\u200d', '\u2060', '\ufe0f', '\u3164', '\u{e0041}', '\u{e0100}'),
    fc.constantFrom('👩', '🏽', '🏴', 'ไ', 'ท', 'क', '्', 'ش', 'ה', 'e', '\u0301', ' ', 'a'),
  ),
  maxLength: 20,
})

describe('plainText', () => {
  test.each([
    ['a tab', 'week 12\t8 uur', 'week 12 8 uur'],
    ['CR LF', 'een\r\ntwee', 'een\ntwee'],
    ['a vertical tab, as Word has it', 'een\vtwee', 'een\ntwee'],
    ['a form feed', 'een\ftwee', 'een\ntwee'],
    ['the line end of mainframes', 'een\u0085twee', 'een\ntwee'],
    ['the separators of Unicode', 'een\u2028twee\u2029drie', 'een\ntwee\ndrie'],
    ['an override of direction', 'IBAN \u202e24LN\u202c 91', 'IBAN 24LN 91'],
    ['isolates', '\u2067abc\u2069', 'abc'],
    ['zero-width characters', 'De\u200b Zw\u00adaan\ufeff\u2060', 'De Zwaan'],
    ['a hidden message in tags', 'ok\u{e0068}\u{e0069}', 'ok'],
    ['a filler that looks empty', 'a\u3164b', 'ab'],
    ['half of a surrogate pair', 'a\ud83d', 'a\ufffd'],
    ['control characters', 'a\0b\u0090', 'a\ufffdb\ufffd'],
  ])('%s', (_what, text, expected) => {
    expect(plainText(text)).toBe(expected)
  })

  test.each([
    ['emoji of several', '👩‍🔧 👩🏽‍🔧 🏳️‍🌈 ❤️‍🔥 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['Persian with a non-joiner', 'می‌خواهم'],
    ['Hindi with joiners', 'क्‍ष श्री'],
    ['Thai with breaks', 'ภาษา\u200bไทย'],
    ['Hebrew with a mark of direction', 'שלום\u200f, abc'],
    ['an ideograph in its own shape', '葛\u{e0100}城市'],
    ['spaces of other widths', 'a\u00a0b\u202fc'],
  ])('keeps what the writing needs: %s', (_what, text) => {
    expect(plainText(text)).toBe(text)
  })

  test('gives itself again, is always carried, and shows every visible character once', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const clean = plainText(text)
        expect(plainText(clean)).toBe(clean)
        expect(isCarried(clean)).toBe(true)
        expect(clean).not.toMatch(/[\t\r\v\f\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069\u00ad\ufeff]/)
        expect(letters(clean)).toBe(letters(text))
        expect(clean.split('\n').length).toBe(text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).length)
        expect(onOneLine(clean)).toBe(onOneLine(text))
      }),
      { numRuns: 1_000 },
    )
  })

  test('takes time in proportion to the text, whatever it holds', () => {
    const hostile = ['\u200b', '\u200d', '्', '\ufe0f', '\u{e0041}', '\u202e'].map(
      (it) => `क${it.repeat(100_000)}`,
    )
    for (const text of hostile) expect(plainText(text).length).toBeLessThanOrEqual(text.length)
  })
})

function letters(text: string): string {
  const seen = [...text.toWellFormed()].filter((it) => !/\p{DI}/u.test(it))
  return seen
    .join('')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}\p{P}]/gu, '')
}
