import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SalesMutation } from '../ports/readings.ts'
import { type BackfillPlan, type OldInvoice, planBackfill } from './plan-backfill.ts'

const invoiceOf = (number: number, changes: Partial<OldInvoice> = {}): OldInvoice => ({
  invoiceId: `invoice ${number}`,
  number: `2026-${number}`,
  customerId: 'westerveld',
  customer: 'Gemeente Westerveld',
  date: '2026-10-01',
  net: BigInt(number) * 100n,
  vat: BigInt(number) * 21n,
  gross: BigInt(number) * 121n,
  reference: `STELLA-${number}`,
  isHistory: false,
  credits: null,
  ...changes,
})

const mutationOf = (number: number, of: OldInvoice, changes: Partial<SalesMutation> = {}): SalesMutation => ({
  number,
  kind: 'invoice_sent',
  date: of.date,
  relationCode: 'WESTERVELD',
  invoiceNumber: of.number,
  document: '',
  description: '',
  lines: [{ account: '8000', vatCode: 'HOOG_VERK_21', net: `${of.net}`, vat: `${of.vat}` }],
  ...changes,
})

/** Of each group the numbers of its invoices. */
function groupsOf(plan: BackfillPlan) {
  const numbers = (invoices: readonly OldInvoice[]) => invoices.map(({ number }) => number)
  return {
    book: numbers(plan.book),
    adopt: numbers(plan.adopt.map(({ invoice }) => invoice)),
    differing: plan.differing.map(({ invoice, unlike }) => `${invoice.number} ${unlike.join(' ')}`),
    ambiguous: plan.ambiguous.map(({ invoice, mutations }) => `${invoice.number} ${mutations.join(' ')}`),
    alone: numbers(plan.alone),
    history: numbers(plan.history),
  }
}

const nothing = { book: [], adopt: [], differing: [], ambiguous: [], alone: [], history: [] }
const none = new Set<number>()

describe('an old invoice', () => {
  const invoice = invoiceOf(7)

  test('is booked where nothing of it stands there', () => {
    expect(groupsOf(planBackfill([invoice], [], none))).toEqual({ ...nothing, book: ['2026-7'] })
  })

  test('is what stands there under its number to the cent, however that is typed', () => {
    const typed = mutationOf(1, invoice, { invoiceNumber: ' 2026 - 7' })
    expect(groupsOf(planBackfill([invoice], [typed], none))).toEqual({ ...nothing, adopt: ['2026-7'] })
  })

  test.each([
    [{ date: '2026-10-02' }, '2026-7 date'],
    [{ lines: [{ account: '8000', vatCode: 'GEEN', net: '700', vat: '0' }] }, '2026-7 amount'],
    [{ lines: [{ account: '8000', vatCode: 'GEEN', net: null, vat: '147' }] }, '2026-7 amount'],
    [{ invoiceNumber: 'F7' }, '2026-7 number'],
  ])('differs from what seems to be it: %o', (change, differing) => {
    const plan = planBackfill([invoice], [mutationOf(1, invoice, change)], none)
    expect(groupsOf(plan)).toEqual({ ...nothing, differing: [differing] })
  })

  test.each([
    ['stands there twice', [mutationOf(1, invoice), mutationOf(2, invoice)], '2026-7 1 2'],
    [
      'has its number on another invoice of Stella',
      [mutationOf(1, invoice, { document: 'STELLA-9' })],
      '2026-7 1',
    ],
  ])('that %s is for a person to judge', (_, sales, ambiguous) => {
    expect(groupsOf(planBackfill([invoice], sales, none))).toEqual({ ...nothing, ambiguous: [ambiguous] })
  })

  test('is no payment, no purchase and no mutation that another invoice is', () => {
    const sales = [mutationOf(1, invoice, { kind: 'payment_received' }), mutationOf(2, invoice)]
    expect(groupsOf(planBackfill([invoice], sales, new Set([2])))).toEqual({ ...nothing, book: ['2026-7'] })
  })

  test('of a day and an amount that another has too is not guessed to be a mutation of these', () => {
    const twin = invoiceOf(8, { net: invoice.net, vat: invoice.vat })
    const plan = planBackfill([invoice, twin], [mutationOf(1, invoice, { invoiceNumber: 'F7' })], none)
    expect(groupsOf(plan)).toEqual({ ...nothing, book: ['2026-7', '2026-8'] })
  })

  test('that was brought in is listed, and never booked', () => {
    const history = invoiceOf(9, { isHistory: true })
    expect(groupsOf(planBackfill([history], [mutationOf(1, history)], none))).toEqual({
      ...nothing,
      history: ['2026-9'],
    })
  })

  test('that is a credit note goes along only with its invoice, or after it', () => {
    const credits = { invoiceId: invoice.invoiceId, isInBooks: false }
    const note = invoiceOf(8, { net: -700n, vat: -147n, credits })
    expect(groupsOf(planBackfill([note], [], none))).toEqual({ ...nothing, alone: ['2026-8'] })
    expect(groupsOf(planBackfill([invoice, note], [], none)).book).toEqual(['2026-7', '2026-8'])
    const there = { ...note, credits: { ...credits, isInBooks: true } }
    expect(groupsOf(planBackfill([there], [], none)).book).toEqual(['2026-8'])
  })
})

test('whatever stands where, each invoice is in one group, and no mutation is two invoices', () => {
  const scenario = fc.record({
    invoices: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }),
    sales: fc.array(
      fc.record({ of: fc.integer({ min: 1, max: 12 }), named: fc.integer({ min: 1, max: 14 }) }),
      {
        maxLength: 12,
      },
    ),
    taken: fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(scenario, ({ invoices: numbers, sales: wanted, taken }) => {
      // Few amounts, so that several look alike.
      const invoices = numbers.map((number) => invoiceOf(number, { net: BigInt(number % 3), vat: 0n }))
      const sales = wanted.map(({ named, of }, at) =>
        mutationOf(at, invoiceOf(of, { net: BigInt(of % 3), vat: 0n }), { invoiceNumber: `2026-${named}` }),
      )
      const plan = planBackfill(invoices, sales, new Set(taken))
      const all = [
        ...plan.book,
        ...plan.alone,
        ...plan.history,
        ...[...plan.adopt, ...plan.differing, ...plan.ambiguous].map(({ invoice }) => invoice),
      ]
      expect(all.map(({ number }) => number).sort()).toEqual(invoices.map(({ number }) => number).sort())
      const used = [...plan.adopt, ...plan.differing].map(({ mutation }) => mutation.number)
      expect(new Set(used).size).toBe(used.length)
      expect(used.filter((number) => taken.includes(number))).toEqual([])
      // Nothing is booked whose number stands there.
      const standing = new Set(
        sales.filter(({ number }) => !taken.includes(number)).map((it) => it.invoiceNumber),
      )
      expect(plan.book.filter(({ number }) => standing.has(number))).toEqual([])
    }),
  )
})
