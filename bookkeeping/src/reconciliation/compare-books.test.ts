import { expect, test } from 'vitest'
import { saleOf } from '../../testing/books-history.ts'
import type { SalesMutation } from '../ports/readings.ts'
import { compareBooks } from './compare-books.ts'

const readAt = Date.parse('2026-12-01T08:00:00Z')

function mutationOf(number: number, changes: Partial<SalesMutation> = {}): SalesMutation {
  return {
    number,
    kind: 'invoice_sent',
    date: '2026-11-10',
    account: '1300',
    relationCode: 'K1',
    invoiceNumber: `F-${number}`,
    document: '',
    description: '',
    lines: [{ account: '8000', vatCode: 'HOOG_VERK_21', net: '100', vat: '21' }],
    ...changes,
  }
}

const booked = (number: number, bookedAt = 0) =>
  saleOf(`F-${number}`, 100n, 'HOOG_VERK_21', {
    state: 'booked',
    mutationNumber: number,
    reference: `STELLA-${number}`,
    bookedAt,
  })
const compared = (sales: Parameters<typeof compareBooks>[0], mutations: readonly SalesMutation[]) =>
  compareBooks(sales, mutations, readAt, new Set())
const kindsOf = (...of: Parameters<typeof compared>) => compared(...of).differences.map(({ kind }) => kind)

test('what was booked since the books were read is no difference, seen there or not', () => {
  for (const mutations of [[], [mutationOf(1)]]) {
    expect(compared([booked(1, readAt)], mutations)).toMatchObject({
      differences: [],
      agreeing: 0,
      since: 1,
      rows: [],
      accountRows: [],
    })
  }
})

test('numbers that documents of another period have are no gap', () => {
  const sales = ['F-1', 'F-4'].map((number) => saleOf(number, 0n, 'VERL_VERK'))
  const gapOf = (given: string[]) =>
    compareBooks(sales, [], readAt, new Set(given)).differences.find(({ kind }) => kind === 'number_gap')
      ?.numbers
  expect(gapOf([])).toEqual(['F-2', 'F-3'])
  expect(gapOf(['F-2'])).toEqual(['F-3'])
  expect(gapOf(['F-2', 'F-3'])).toBeUndefined()
})

test('each invoice gets its own mutation first, whatever number people gave to another one', () => {
  const swapped = [mutationOf(1, { invoiceNumber: 'F-2' }), mutationOf(2)]
  expect(compared([booked(1), booked(2)], swapped)).toMatchObject({
    agreeing: 1,
    differences: [{ kind: 'changed', changed: ['number'], mutations: [{ number: 1 }] }],
  })
})

test('many on the same other account are one difference, which stays found right when more come', () => {
  const moved = (number: number) => mutationOf(number, { account: '1310' })
  const [two, three] = [2, 3].map((count) => {
    const numbers = Array.from({ length: count }, (_, at) => at + 1)
    return compared(
      numbers.map((number) => booked(number)),
      numbers.map(moved),
    )
  })
  expect(two?.differences).toMatchObject([
    { kind: 'other_account', numbers: ['F-1', 'F-2'], moved: { from: ['1300'], to: ['1310'] }, amounts: [] },
  ])
  expect(two?.differences[0]?.accounts).toEqual([
    { account: '1300', side: 'debtors', amount: 242n },
    { account: '1310', side: 'debtors', amount: -242n },
  ])
  expect(three?.differences[0]?.key).toBe(two?.differences[0]?.key)
})

test('each invoice is compared with the accounts it was booked on, whatever is booked on now', () => {
  const before = { ...booked(1), accounts: accounts('1300', '8000') }
  const after = { ...booked(2), accounts: accounts('1300', '8010') }
  const line = { vatCode: 'HOOG_VERK_21', net: '100', vat: '21' }
  const mutations = [mutationOf(1), mutationOf(2, { lines: [{ ...line, account: '8010' }] })]
  expect(compared([before, after], mutations).differences).toEqual([])
  const both = [...(mutations[1]?.lines ?? []), { ...line, account: '8000', net: '0', vat: '0' }]
  expect(kindsOf([before, after], [mutationOf(1), mutationOf(2, { lines: both })])).toEqual([])
})

function accounts(debtors: string, revenue: string) {
  return [
    { account: debtors, side: 'debtors', amount: 121n },
    { account: revenue, side: 'revenue', amount: 100n },
  ] as const
}

test('an invoice in no books agrees once all of it is credited there, and not before', () => {
  const elsewhere = { standing: { state: 'elsewhere' }, accounts: null } as const
  const invoice = { ...saleOf('F-1', 100n, 'HOOG_VERK_21'), ...elsewhere }
  const note = (number: string, net: bigint) => ({
    ...saleOf(number, net, 'HOOG_VERK_21'),
    ...elsewhere,
    creditsId: invoice.invoiceId,
  })
  expect(kindsOf([invoice, note('C', -50n)], [])).toEqual(['not_booked', 'not_booked'])
  // Two halves of 10.5 cents of VAT are 22 together, rounded each: not what the invoice came to.
  expect(kindsOf([invoice, note('C', -50n), note('D', -50n)], [])).toHaveLength(3)
  expect(compared([invoice, note('C', -100n)], [])).toMatchObject({ differences: [], agreeing: 2 })
  expect(kindsOf([note('C', -100n)], [])).toEqual(['not_booked'])
  expect(kindsOf([invoice, note('C', -100n)], [mutationOf(1)])).toEqual(['not_booked'])
})

test('nothing is said of accounts where the books were read before those of the debtors were kept', () => {
  const { account: _, ...old } = mutationOf(1)
  expect(compared([booked(1)], [old])).toMatchObject({ differences: [], accountRows: null })
})

test('an amount that is no number of cents is another one', () => {
  const line = { account: '8000', vatCode: 'HOOG_VERK_21', net: null, vat: '21' }
  expect(compared([booked(1)], [mutationOf(1, { lines: [line] })]).differences).toMatchObject([
    { kind: 'changed', changed: ['amount'] },
  ])
})

test('5,000 sales and as many mutations are compared within the time of a request', () => {
  const count = 5_000
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  const began = performance.now()
  const { agreeing } = compared(
    numbers.map((number) => booked(number)),
    numbers.map((number) => mutationOf(number)),
  )
  expect(agreeing).toBe(count)
  // With their square it takes longer, and minutes with a year of a large business.
  expect(performance.now() - began).toBeLessThan(5_000)
})
