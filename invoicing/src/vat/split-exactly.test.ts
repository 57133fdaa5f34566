import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents, sumOf } from '../money/cents.ts'
import { splitExactly } from './split-exactly.ts'
import { vatOverNet } from './vat-of-group.ts'

const split = (net: bigint, vat: bigint, rate = '21') =>
  splitExactly({ net: cents(net), vat: cents(vat) }, rate).map((piece) => [piece.net, piece.vat])

test('leaves alone what the rate is exactly the VAT of', () => {
  expect(split(505n, 106n)).toEqual([[505n, 106n]])
  expect(split(-505n, -106n)).toEqual([[-505n, -106n]])
})

test('divides so that the rate over each piece is its VAT', () => {
  expect(split(505n, 107n)).toEqual([
    [12n, 3n],
    [493n, 104n],
  ])
  expect(split(-505n, -107n)).toEqual([
    [-12n, -3n],
    [-493n, -104n],
  ])
})

test('whatever a part of an invoice comes to, at any rate, every piece is exact and all together are it', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -99_999_999, max: 99_999_999 })),
      fc.constantFrom('21', '9', '6', '19', '17.5', '18.5', '5.5', '0.5', '25', '12.34', '49.99'),
      fc.constantFrom(-1, 1),
      (hundredths, rate, beside) => {
        const net = cents(BigInt(hundredths))
        const vat = cents(vatOverNet(net, rate) + BigInt(beside))
        const pieces = splitExactly({ net, vat }, rate)
        expect(sumOf(pieces.map((piece) => piece.net))).toBe(net)
        expect(sumOf(pieces.map((piece) => piece.vat))).toBe(vat)
        for (const piece of pieces) expect(vatOverNet(piece.net, rate)).toBe(piece.vat)
      },
    ),
  )
})
