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
    ['\u3164', null],
    ['Jan\tde\u0085Boer', 'Jan de Boer'],
    ['Jan\u202Een\u202C\u200b Zn', 'Janen Zn'],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%j is kept as %j', (input, expected) => {
    const problems: Problem[] = []
    expect(readText(problems, 'name', input, { maximumLength: 40 })).toBe(expected)
    expect(problems).toEqual([])
  })

  test.each(['a\u0000b', 'a\u001fb', 'a\u007fb', 'a\u0090b', 'a\u{d800}b', 'a\ufffeb', 'a\ufdd0b'])(
    'a character that cannot be carried over is refused: %j',
    (input) => {
      const problems: Problem[] = []
      readText(problems, 'name', input, { maximumLength: 40 })
      expect(problems).toEqual([{ path: 'name', code: 'character_not_allowed' }])
    },
  )

  test('lines stay lines where several are allowed, whatever ended them, and a tab is a space', () => {
    const problems: Problem[] = []
    const text = readText(problems, 'description', 'een\r\ntwee\rdrie\vvier\u0085vijf\u2028week 12\t8 uur', {
      maximumLength: 60,
      multiline: true,
    })
    expect(text).toBe('een\ntwee\ndrie\nvier\nvijf\nweek 12 8 uur')
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
