import { sumOf } from '@stella/invoicing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isItem } from '../invoice-document.ts'
import { anyFinalDocument } from '../testing/any-document.ts'
import { finalDocument } from '../testing/example-documents.ts'
import { documentAmounts } from './document-amounts.ts'

test('€ 10.00 with VAT at 21 % is 8.27 + 1.74 − 0.01, as it is booked', () => {
  const lines = [{ description: 'Taart', quantity: '1', unitPrice: '10.00', vatTreatment: 'high' }]
  const amounts = documentAmounts(finalDocument({ pricesIncludeVat: true, lines }))
  expect([amounts.net, amounts.vat, amounts.rounding, amounts.payable]).toEqual([827n, 174n, -1n, 1_000n])
})

test('lines, allowances and charges add up to the bases, and those with VAT and rounding to what is paid', () => {
  fc.assert(
    fc.property(anyFinalDocument, (document) => {
      const amounts = documentAmounts(document)
      for (const [index, line] of amounts.lines.entries()) {
        const shown = document.invoice.lines[index]
        const kinds = shown && isItem(shown) ? (shown.allowances ?? []).map(({ kind }) => kind) : []
        const own = line.allowances.map((amount, at) => (kinds[at] === 'charge' ? amount : -amount))
        expect(own.reduce((sum, amount) => sum + amount, line.full as bigint)).toBe(line.net)
      }
      expect(amounts.linesNet - amounts.allowancesNet + amounts.chargesNet).toBe(amounts.net)
      expect(sumOf(amounts.taxed.map((it) => it.base))).toBe(amounts.net)
      expect(amounts.net + amounts.vat + amounts.rounding).toBe(document.invoice.totals.gross)
      expect(amounts.vat).toBe(document.invoice.totals.vat)
      // Prices without VAT leave nothing to round, also where a part is credited.
      if (!document.invoice.pricesIncludeVat) expect(amounts.rounding).toBe(0n)
    }),
  )
})
