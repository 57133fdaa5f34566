import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTooComplex } from './complexity.ts'

describe('a body of JSON', () => {
  const line = {
    kind: 'item',
    description: 'x, "y" {z} [\\',
    quantity: '1',
    unit: 'hour',
    unitPrice: '1',
    vatTreatment: 'high',
    vatRate: null,
    allowances: [],
  }

  test('of an invoice with a thousand lines is not too complex', () => {
    expect(isTooComplex(JSON.stringify({ customerId: 'x', lines: Array(1_000).fill(line) }))).toBe(false)
  })

  const judged: { what: string; value: unknown; expected: boolean }[] = [
    { what: '20,000 values', value: [...Array(19_999)], expected: false },
    { what: 'more values', value: [...Array(20_000)], expected: true },
    { what: '8 levels', value: nested(8), expected: false },
    { what: '9 levels', value: nested(9), expected: true },
    { what: 'a name of 50 characters', value: { ['x'.repeat(50)]: 1 }, expected: false },
    { what: 'a longer name', value: { ['x'.repeat(51)]: 1 }, expected: true },
    {
      what: 'a text of all that is counted outside of texts',
      value: `:,[{"${'[,:'.repeat(50_000)}`,
      expected: false,
    },
    { what: 'a backslash before a long text', value: ['\\', ',"'.repeat(20_000)], expected: false },
  ]

  test.each(judged)('$what: too complex is $expected', ({ value, expected }) => {
    expect(isTooComplex(JSON.stringify(value))).toBe(expected)
  })

  test('is counted as its values are, whatever its texts hold', () => {
    const many = fc.jsonValue({ maxDepth: 4 }).map((value) => [value, [...Array(19_000)]])
    fc.assert(
      fc.property(many, (value) => {
        // A name that is long is too much by itself, and empty lists and objects count as two.
        fc.pre(!/"[^"]{50}/.test(JSON.stringify(value)))
        const { exact, most } = sizes(value)
        const judged = isTooComplex(JSON.stringify(value))
        if (exact > 20_000) expect(judged).toBe(true)
        if (most <= 20_000) expect(judged).toBe(false)
      }),
    )
  })
})

function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)]
}

function sizes(value: unknown): { exact: number; most: number } {
  if (typeof value !== 'object' || value === null) return { exact: 1, most: 1 }
  const inner = Object.values(value).map(sizes)
  const sum = (of: 'exact' | 'most') => inner.reduce((total, size) => total + size[of], 1)
  return { exact: sum('exact'), most: sum('most') + (inner.length === 0 ? 1 : 0) }
}
