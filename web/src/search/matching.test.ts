import { describe, expect, it } from 'vitest'
import { isAbout } from './matching.ts'

describe('a place is about what is typed', () => {
  it.each([
    ['', true],
    ['kopp', true],
    ['KOPPELING', true],
    ['boekh kopp', true],
    ['integr', true],
    ['oppeling', false],
    ['koppeling klant', false],
  ])('«%s»: %s', (words, expected) =>
    expect(isAbout(words, ['Koppeling met e-Boekhouden.nl', 'Intégraties'])).toBe(expected),
  )
})
