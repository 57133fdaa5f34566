import { describe, expect, test } from 'vitest'
import { isAddress, isCommonPassword } from './password-blocklist.ts'

describe('a password that guessing begins with', () => {
  test.each([
    'qwertyuiop',
    'Password123',
    'PASSWORD123',
    '1234567890',
    'welkom2026!',
    'Wachtwoord01',
    'geheim1234',
    '!!amsterdam1',
    'aaaaaaaaaaaa',
    'abababababab',
    '..........',
    '          ',
    'ｐａｓｓｗｏｒｄ123',
  ])('%j is refused', (password) => {
    expect(isCommonPassword(password)).toBe(true)
  })

  test.each(['tien tekens of meer', 'de kat zit op het dak', 'k7#mQ2!xv9', 'welkom bij de bakker'])(
    '%j is not',
    (password) => {
      expect(isCommonPassword(password)).toBe(false)
    },
  )
})

describe('an address as a password', () => {
  test.each(['marloes@vandijk.example', 'Marloes@VanDijk.example ', 'marloes2026!', 'marloesvandijkexample'])(
    '%j is refused',
    (password) => {
      expect(isAddress(password, 'marloes@vandijk.example')).toBe(true)
    },
  )

  test('is not seen in a sentence that names somebody', () => {
    expect(isAddress('marloes bakt op dinsdag', 'marloes@vandijk.example')).toBe(false)
    expect(isAddress('jan en ik', 'jan@vandijk.example')).toBe(false)
  })
})
