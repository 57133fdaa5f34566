import { describe, expect, test } from 'vitest'
import { cursorParts, decodeCursor, pageOf, pageSize } from './page.ts'
import { searchable, searchPatterns } from './search.ts'

describe('a cursor', () => {
  const page = pageOf(
    [
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ],
    2,
    (row) => row,
    (row) => row[0],
  )

  test('holds the key of the last row shown, and only when there are more', () => {
    expect(page.items).toEqual(['a', 'b'])
    expect(decodeCursor(page.nextCursor ?? '', [cursorParts.text, cursorParts.integer])).toEqual(['b', '2'])
    expect(pageOf([1, 2], 2, () => [], String).nextCursor).toBeNull()
  })

  test.each([
    '',
    'x',
    '{}',
    'W10',
    Buffer.from('["b","two"]').toString('base64url'),
    '💥',
    'a'.repeat(10_000),
  ])('from elsewhere is refused by code: %s', (cursor) => {
    expect(() => decodeCursor(cursor, [cursorParts.text, cursorParts.integer])).toThrow(
      expect.objectContaining({ code: 'cursor_invalid' }),
    )
  })

  test('of another list is refused by code', () => {
    expect(() => decodeCursor(page.nextCursor ?? '', [cursorParts.date, cursorParts.integer])).toThrow(
      expect.objectContaining({ code: 'cursor_invalid' }),
    )
  })
})

test('a page has 50 rows unless asked otherwise, and never more than 200', () => {
  expect(
    [{}, { limit: 10 }, { limit: 0 }, { limit: -5 }, { limit: 1e9 }, { limit: 2.9 }].map(pageSize),
  ).toEqual([50, 10, 1, 1, 200, 2])
})

describe('searching', () => {
  test('leaves case and accents out of account', () => {
    expect(searchable('Café', null, '', 'ÉÉN İstanbul')).toBe('cafe een istanbul')
  })

  test('takes every word by itself, and wildcards for what they are', () => {
    expect(searchPatterns('  Hoek 100%_ c:\\x ')).toEqual(['%hoek%', '%100\\%\\_%', '%c:\\\\x%'])
    expect(searchPatterns(undefined)).toEqual([])
    expect(searchPatterns('a\0b')).toEqual(['%a%', '%b%'])
    expect(searchPatterns('w '.repeat(1000))).toHaveLength(10)
  })
})
