import { describe, expect, test } from 'vitest'
import { type HistoryInput, validateHistory } from './validate-history.ts'

const whole = { number: 'F-1', date: '2026-03-01', gross: '121.00', net: '100.00', outstanding: '0' }

function read(input: HistoryInput, vatTreatment: string | null = null) {
  const checked = validateHistory({ ...whole, ...input }, vatTreatment)
  return checked.ok ? checked.value : checked.problems
}

describe('an invoice of another program', () => {
  test.each<[string, HistoryInput, string | null, [bigint, bigint, bigint]]>([
    ['without VAT and in all', {}, null, [10_000n, 2_100n, 12_100n]],
    ['with its VAT and in all', { net: '', vat: '21' }, null, [10_000n, 2_100n, 12_100n]],
    ['without VAT and with its VAT', { gross: '', vat: '21.00' }, null, [10_000n, 2_100n, 12_100n]],
    ['in all, of which a person said the rate', { net: '' }, 'high', [10_000n, 2_100n, 12_100n]],
    [
      'in all, at the low rate of that day',
      { net: '', gross: '106', date: '2018-12-31' },
      'low',
      [10_000n, 600n, 10_600n],
    ],
    ['in all, without VAT', { net: '', gross: '-50' }, 'exempt', [-5_000n, 0n, -5_000n]],
    ['of nothing', { net: '', gross: '0' }, null, [0n, 0n, 0n]],
  ])('is known %s', (_, input, vatTreatment, [net, vat, gross]) => {
    expect(read(input, vatTreatment)).toMatchObject({ net, vat, gross })
  })

  test.each<[string, HistoryInput, bigint]>([
    ['an amount', { outstanding: '20.50', status: 'paid' }, 2_050n],
    ['what was paid', { outstanding: '', paid: '100' }, 2_100n],
    ['what was paid too much', { outstanding: '', paid: '130' }, -900n],
    ['the day on which it was paid', { outstanding: '', paidOn: '2026-03-09', status: 'open' }, 0n],
    ['the word for paid', { outstanding: '', status: 'paid' }, 0n],
    ['the word for open', { outstanding: '', status: 'open' }, 12_100n],
    ['nothing, where it came to nothing', { outstanding: '', net: '0', gross: '0' }, 0n],
  ])('has open what %s says', (_, input, outstanding) => {
    expect(read(input)).toMatchObject({ outstanding })
  })

  test.each<[HistoryInput, number]>([
    [{ due: '2026-03-15' }, 14],
    [{ due: '2026-02-15' }, 0],
    [{ term: '30' }, 30],
    [{ due: '2026-03-15', term: '30' }, 14],
    [{}, 0],
  ])('with %j is to be paid within %i days', (input, paymentTermDays) => {
    expect(read(input)).toMatchObject({ paymentTermDays })
  })

  test.each<[HistoryInput, string, string]>([
    [{ number: ' ' }, 'number', 'required'],
    [{ number: 'F'.repeat(51) }, 'number', 'too_long'],
    [{ date: '' }, 'date', 'required'],
    [{ date: '31-02-2026' }, 'date', 'date_invalid'],
    [{ date: '1979-12-31' }, 'date', 'date_out_of_range'],
    [{ term: 'maand' }, 'term', 'payment_term_invalid'],
    [{ gross: '12,10' }, 'gross', 'amount_invalid'],
    [{ vat: '20' }, 'gross', 'amounts_differ'],
    [{ net: '' }, 'vat', 'amount_missing'],
    [{ net: '100', gross: '' }, 'gross', 'amount_missing'],
    [{ outstanding: '' }, 'outstanding', 'outstanding_unknown'],
    [{ outstanding: '', status: 'in behandeling' }, 'outstanding', 'outstanding_unknown'],
    [{ outstanding: '121.01' }, 'outstanding', 'outstanding_too_much'],
    [{ net: '-100', gross: '-121', outstanding: '-122' }, 'outstanding', 'outstanding_too_much'],
    [{ status: 'draft' }, 'payment', 'history_draft'],
  ])('with %j is refused at %s: %s', (input, path, code) => {
    expect(read(input)).toMatchObject([{ path, code }])
  })
})
