import { type Bookkeeper, type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eBoekhoudenAt } from '../books/e-boekhouden-books.ts'
import type { Books } from '../ports/books.ts'
import type { BookedMutation, ReadingProgress } from '../ports/readings.ts'
import { amountsOf, compareBooks, type DifferenceKind, numbersBetween, sumPerCode } from './compare-books.ts'
import { afterPage, beginReading, nextPage } from './read-pages.ts'
import type { StellaSale } from './stella-side.ts'

const period = { from: '2026-11-01', until: '2026-11-30' }
const readAt = Date.parse('2026-12-01T08:00:00Z')
const signal = new AbortController().signal
const codes = { HOOG_VERK_21: 21n, LAAG_VERK_9: 9n, VERL_VERK: 0n } as const
type Code = keyof typeof codes

let sandbox: Sandbox
let person: Bookkeeper
let books: Books
let months = 0

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.reset()
})

/** What people do to one invoice of ours, or beside them. */
const deeds = [
  'none',
  'pay',
  'remove',
  'amount',
  'code',
  'date',
  'other_month',
  'number',
  'blanks',
  'twice',
  'never_booked',
  'by_hand',
  'by_hand_otherwise',
  'waits',
] as const
const beside = ['cash_sale', 'journal_sale', 'journal', 'purchase', 'sale_by_hand', 'money'] as const

const histories = fc.record({
  invoices: fc.array(
    fc.record({
      net: fc.integer({ min: 1, max: 99_999 }),
      code: fc.constantFrom(...(Object.keys(codes) as Code[])),
      credit: fc.boolean(),
      deed: fc.constantFrom(...deeds),
    }),
    { maxLength: 8 },
  ),
  others: fc.array(fc.record({ what: fc.constantFrom(...beside), net: fc.integer({ min: 1, max: 9_999 }) }), {
    maxLength: 4,
  }),
  skips: fc.boolean(),
})

const euros = (cents: bigint) => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
const vatOf = (net: bigint, code: Code) => {
  const hundredfold = net * codes[code]
  const half = hundredfold < 0n ? -50n : 50n
  return (hundredfold + half) / 100n
}

test('names exactly the differences that people made, and what each makes to the cent', async () => {
  const { username, code1, code2 } = sandbox.administration
  books = eBoekhoudenAt(sandbox.soapUrl)({ username, securityCode1: code1, securityCode2: code2 })
  person = sandbox.bookkeeper()
  person.addRelation({ code: 'K1', name: 'Klant' })
  await fc.assert(
    fc.asyncProperty(histories, async ({ invoices, others, skips }) => {
      emptyBooks()
      months += 1
      const expected: DifferenceKind[] = []
      const sales = invoices.map((it, at) => {
        const number = `${months}-${String(at + 1 + (skips && at > 0 ? 1 : 0)).padStart(4, '0')}`
        return makeInvoice({ ...it, net: BigInt(it.credit ? -it.net : it.net), number }, expected)
      })
      if (skips && invoices.length > 1) expected.push('number_gap')
      for (const { net, what } of others) besides(what, BigInt(net), expected)
      const mutations = (await readPeriod()).sales
      expect(numbersBetween(sales).length > 0).toBe(skips && invoices.length > 1)
      const { agreeing, differences } = compareBooks(sales, mutations, readAt, new Set())
      expect(differences.map(({ kind }) => kind).toSorted()).toEqual(expected.toSorted())
      expect(agreeing).toBe(sales.length - differences.filter(({ sale }) => sale !== null).length)
      expect(new Set(differences.map(({ key }) => key)).size).toBe(differences.length)
      const ours = sales.flatMap(({ amounts }) => amounts)
      const theirs = mutations
        .flatMap(amountsOf)
        .map(({ net, vat, vatCode }) => ({ vatCode, net: -net, vat: -vat }))
      const between = sumPerCode([...ours, ...theirs]).filter(({ net, vat }) => net !== 0n || vat !== 0n)
      const named = sumPerCode(differences.flatMap(({ amounts }) => amounts))
      expect(named.filter(({ net, vat }) => net !== 0n || vat !== 0n)).toEqual(between)
    }),
    { numRuns: 60 },
  )
})

test('what was booked since the books were read is no difference', () => {
  const sale = saleOf('2026-0001', 100n, 'HOOG_VERK_21', {
    state: 'booked',
    mutationNumber: 1,
    reference: 'STELLA-1',
    bookedAt: readAt,
  })
  expect(compareBooks([sale], [], readAt, new Set())).toEqual({ differences: [], agreeing: 0, since: 1 })
})

test('numbers that documents of another period have are no gap', () => {
  const standing = { state: 'waiting' } as const
  const sales = ['F-1', 'F-4'].map((number) => saleOf(number, 0n, 'VERL_VERK', standing))
  const gapOf = (given: string[]) =>
    compareBooks(sales, [], readAt, new Set(given)).differences.find(({ kind }) => kind === 'number_gap')
      ?.numbers
  expect(gapOf([])).toEqual(['F-2', 'F-3'])
  expect(gapOf(['F-2'])).toEqual(['F-3'])
  expect(gapOf(['F-2', 'F-3'])).toBeUndefined()
})

test('a period of 1,203 mutations is read in one call for each 500, and five at most beside', async () => {
  const read = (count: number, rowsEach = 1) => {
    const all = Array.from({ length: count }, (_, at) => mutationOf(at + 1, rowsEach))
    let progress: ReadingProgress = beginReading(period)
    while (!progress.isWhole) {
      const { to = Number.MAX_SAFE_INTEGER } = nextPage(progress)
      progress = afterPage(progress, all.filter(({ number }) => number <= to).slice(-500))
    }
    return progress
  }
  for (const count of [0, 1, 499, 500, 501, 1_203, 5_000]) {
    const { calls, mutationsRead, sales } = read(count)
    expect([sales.length, mutationsRead]).toEqual([count, count])
    expect(calls).toBeLessThanOrEqual(Math.ceil(count / 500) + 5)
  }
})

test('a mutation that comes in part at the end of one answer counts whole', () => {
  const whole = mutationOf(7, 3)
  const part = { ...whole, lines: whole.lines.slice(0, 1) }
  const newer = Array.from({ length: 499 }, (_, at) => mutationOf(8 + at, 1))
  const first = afterPage(beginReading(period), [part, ...newer])
  expect(nextPage(first)).toMatchObject({ to: 7 })
  const second = afterPage(first, [whole])
  expect(second).toMatchObject({ isWhole: true, mutationsRead: 500 })
  expect(second.sales.find(({ number }) => number === 7)?.lines).toHaveLength(3)
})

function mutationOf(number: number, rows: number): BookedMutation {
  const line = { account: '8000', vatCode: 'HOOG_VERK_21', invoiceNumber: '', net: 100n, vat: 21n }
  return {
    number,
    kind: 'invoice_sent',
    date: '2026-11-02',
    account: '1300',
    relationCode: 'K1',
    invoiceNumber: String(number),
    document: '',
    description: '',
    lines: Array.from({ length: rows }, () => line),
  }
}

function saleOf(number: string, net: bigint, code: Code, standing: StellaSale['standing']): StellaSale {
  const amounts = net === 0n ? [] : [{ vatCode: code, net, vat: vatOf(net, code) }]
  return { invoiceId: `id of ${number}`, number, customer: 'Klant', date: '2026-11-10', amounts, standing }
}

function emptyBooks(): void {
  for (const { number } of sandbox.books().mutations) person.removeMutation(number)
}

function book(number: string, net: bigint, code: Code, document = '') {
  return person.bookMutation({
    kind: 'FactuurVerstuurd',
    date: '2026-11-10',
    account: '1300',
    relationCode: 'K1',
    invoiceNumber: number,
    document,
    lines: [{ amountExcl: euros(net), vatCode: code, ledgerAccount: '8000' }],
  })
}

/** An invoice of Stella, and what people did to it; adds what must be named. */
function makeInvoice(
  { code, deed, net, number }: { code: Code; deed: (typeof deeds)[number]; net: bigint; number: string },
  expected: DifferenceKind[],
): StellaSale {
  const reference = `STELLA-${number}`
  if (deed === 'never_booked') expected.push('not_booked')
  if (deed === 'waits') expected.push('waiting')
  if (deed === 'by_hand') book(number, net, code)
  if (deed === 'by_hand_otherwise') {
    book(number, net + 1n, code)
    expected.push('entered_otherwise')
  }
  if (deed === 'never_booked' || deed === 'by_hand' || deed === 'by_hand_otherwise') {
    return saleOf(number, net, code, { state: 'elsewhere' })
  }
  if (deed === 'waits') return saleOf(number, net, code, { state: 'waiting' })
  const mutationNumber = book(number, net, code, reference)
  const change = (what: Parameters<Bookkeeper['changeMutation']>[1], kind: DifferenceKind | null) => {
    person.changeMutation(mutationNumber, what)
    if (kind !== null) expected.push(kind)
  }
  const line = { amountExcl: euros(net), vatCode: code, ledgerAccount: '8000' }
  if (deed === 'pay') person.bookPayment({ invoiceNumber: number, amount: '1.00', date: '2026-11-12' })
  if (deed === 'remove') {
    person.removeMutation(mutationNumber)
    expected.push('removed')
  }
  if (deed === 'amount') change({ lines: [{ ...line, amountExcl: euros(net + 1n) }] }, 'changed')
  if (deed === 'code')
    change({ lines: [{ ...line, vatCode: code === 'VERL_VERK' ? 'BU_EU_VERK' : 'VERL_VERK' }] }, 'changed')
  if (deed === 'date') change({ date: '2026-11-11' }, 'changed')
  if (deed === 'other_month') change({ date: '2026-12-01' }, 'removed')
  if (deed === 'number') change({ invoiceNumber: `H${number}` }, 'changed')
  if (deed === 'blanks') change({ invoiceNumber: ` ${number.replace('-', ' - ')} ` }, null)
  if (deed === 'twice') {
    book(number, net, code)
    expected.push('booked_twice')
  }
  return saleOf(number, net, code, { state: 'booked', mutationNumber, reference, bookedAt: readAt - 1 })
}

/** What stands in the books beside our invoices. */
function besides(what: (typeof beside)[number], net: bigint, expected: DifferenceKind[]): void {
  const amountExcl = euros(net)
  const common = { date: '2026-11-20', relationCode: 'K1' }
  const line = { amountExcl, vatCode: 'HOOG_VERK_21', ledgerAccount: '8000' }
  if (what === 'cash_sale')
    person.bookMutation({ ...common, kind: 'GeldOntvangen', account: '1000', lines: [line] })
  if (what === 'journal_sale')
    person.bookMutation({ ...common, kind: 'Memoriaal', account: '4000', lines: [line] })
  if (what === 'sale_by_hand') {
    const invoiceNumber = `eigen ${net} ${sandbox.books().mutations.length}`
    person.bookMutation({
      ...common,
      kind: 'FactuurVerstuurd',
      account: '1300',
      invoiceNumber,
      lines: [line],
    })
  }
  if (what === 'journal') {
    person.bookMutation({
      ...common,
      kind: 'Memoriaal',
      account: '4000',
      lines: [{ amountExcl, ledgerAccount: '1300' }],
    })
  }
  if (what === 'money') {
    person.bookMutation({
      ...common,
      kind: 'GeldOntvangen',
      account: '1010',
      lines: [{ amountExcl, ledgerAccount: '8000' }],
    })
  }
  if (what === 'purchase') {
    person.bookMutation({
      ...common,
      kind: 'FactuurOntvangen',
      account: '1600',
      invoiceNumber: `P${net}${sandbox.books().mutations.length}`,
      lines: [{ amountExcl, vatCode: 'HOOG_INK_21', ledgerAccount: '7000' }],
    })
  }
  if (what === 'cash_sale' || what === 'journal_sale' || what === 'sale_by_hand') expected.push('extra')
}

/** As the engine reads it, page by page. */
async function readPeriod(): Promise<ReadingProgress> {
  let progress: ReadingProgress = beginReading(period)
  while (!progress.isWhole) {
    const said = await books.readMutations(nextPage(progress), signal)
    if (!said.ok) throw new Error(said.failure.kind)
    progress = afterPage(progress, said.value)
  }
  return progress
}
