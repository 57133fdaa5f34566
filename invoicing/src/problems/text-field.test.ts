import { describe, expect, test } from 'vitest'
import type { Problem } from './problem.ts'
import { readText } from './text-field.ts'

describe('readText', () => {
  test.each([
    ['  Jan  ', 'Jan'],
    ['Cafe\u0301', 'Café'],
    ['<b>"Brood" & \'Banket\'</b>', '<b>"Brood" & \'Banket\'</b>'],
    ['👩‍🔧 Loodgieter 🚰', '👩‍🔧 Loodgieter 🚰'],
    ['Łódź, Ελλάδα, Москва, 東京', 'Łódź, Ελλάδα, Москва, 東京'],
    ['   ', null],
    ['\u200b\u00a0\u2060', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%j is kept as %j', (input, expected) => {
    const problems: Problem[] = []
    expect(readText(problems, 'name', input, { maximumLength: 40 })).toBe(expected)
    expect(problems).toEqual([])
  })

  test.each(['a\u0000b', 'a\u001fb', 'a\u007fb', 'a\u0085b', 'a\u{d800}b', 'a\ufffeb', 'a\nb', 'a\tb'])(
    'a character that cannot be carried over is refused: %j',
    (input) => {
      const problems: Problem[] = []
      readText(problems, 'name', input, { maximumLength: 40 })
      expect(problems).toEqual([{ path: 'name', code: 'character_not_allowed' }])
    },
  )

  test('line breaks and tabs stand where several lines are allowed', () => {
    const problems: Problem[] = []
    const text = readText(problems, 'description', 'een\r\ntwee\rdrie\n\tvier', {
      maximumLength: 40,
      multiline: true,
    })
    expect(text).toBe('een\ntwee\ndrie\n\tvier')
    expect(problems).toEqual([])
  })

  test('the length is counted as the service counts it, and nothing is cut off', () => {
    const problems: Problem[] = []
    const text = '🚰'.repeat(21)
    expect(readText(problems, 'name', text, { maximumLength: 42 })).toBe(text)
    expect(problems).toEqual([])
    expect(readText(problems, 'name', text, { maximumLength: 41 })).toBe(text)
    expect(problems).toEqual([{ path: 'name', code: 'too_long', limit: 41 }])
  })

  test('a field that must be filled says so', () => {
    const problems: Problem[] = []
    readText(problems, 'name', ' ', { maximumLength: 40, required: true })
    expect(problems).toEqual([{ path: 'name', code: 'required' }])
  })
})
