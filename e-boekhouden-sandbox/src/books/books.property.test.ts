import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BooksSnapshot, type Sandbox, startSandbox } from '../index.ts'
import { toCents } from '../money/cents.ts'
import {
  everything,
  invoice,
  invoiceLine,
  mutation,
  mutationLine,
  plainLine,
  relation,
} from '../testing/messages.ts'
import { checkAnswer } from '../testing/schema.ts'
import { type Caller, type Fields, openCaller } from '../testing/soap-caller.ts'

type Step = [operation: string, fields: Fields]

const cents = fc.integer({ min: -50_000, max: 500_000 })
const text = (amount: number) => (amount / 100).toFixed(2)
const relationCode = fc.constantFrom('K1', 'K2', 'L1')
const number = fc.integer({ min: 1, max: 8 }).map((n) => `N${n}`)
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`)

const vatCodes: [code: string, percentage: number][] = [
  ['HOOG_VERK_21', 21],
  ['LAAG_VERK_9', 9],
  ['BI_EU_VERK', 0],
  ['GEEN', 0],
]

const line = fc
  .tuple(cents, fc.constantFrom(...vatCodes), fc.constantFrom('8000', '8010'))
  .map(([excl, [code, percentage], account]) => {
    const vat = Math.sign(excl) * Math.round((Math.abs(excl) * percentage) / 100)
    return mutationLine({
      BedragInvoer: text(excl),
      BedragExclBTW: text(excl),
      BedragBTW: text(vat),
      BedragInclBTW: text(excl + vat),
      BTWCode: code,
      BTWPercentage: percentage,
      TegenrekeningCode: account,
    })
  })

const sale = fc
  .record({ number, code: relationCode, day, lines: fc.array(line, { minLength: 1, maxLength: 4 }) })
  .map((s): Step => ['AddMutatie', mutation(s.number, { RelatieCode: s.code, Datum: s.day }, s.lines)])

const purchase = fc
  .record({ number, code: relationCode, amount: cents })
  .map(
    ({ number: nr, code, amount }): Step => [
      'AddMutatie',
      mutation(nr, { Soort: 'FactuurOntvangen', Rekening: '1600', RelatieCode: code }, [
        plainLine(text(amount), '7000'),
      ]),
    ],
  )

const paid = fc
  .record({ number, code: relationCode, amount: cents, out: fc.boolean(), money: fc.boolean() })
  .map(({ number: nr, code, amount, out, money }): Step => {
    const kinds = money
      ? ['GeldUitgegeven', 'GeldOntvangen']
      : ['FactuurbetalingVerstuurd', 'FactuurbetalingOntvangen']
    const Soort = kinds[out ? 0 : 1] ?? ''
    const changes = { Soort, Rekening: '1010', RelatieCode: code }
    return ['AddMutatie', mutation(nr, changes, [plainLine(text(amount), out ? '1600' : '1300')])]
  })

const journalEntry = fc
  .record({
    amount: cents,
    from: fc.constantFrom('1300', '1600', '2000', '0500'),
    to: fc.constantFrom('1300', '4000', '1010'),
  })
  .map(
    ({ amount, from, to }): Step => [
      'AddMutatie',
      mutation('', { Soort: 'Memoriaal', Rekening: from, RelatieCode: '', Betalingstermijn: '' }, [
        plainLine(text(amount), to),
      ]),
    ],
  )

const made = fc
  .record({
    code: relationCode,
    books: fc.boolean(),
    quantity: fc.integer({ min: -20, max: 400 }),
    price: cents,
  })
  .map(
    ({ code, books, quantity, price }): Step => [
      'AddFactuur',
      invoice({ Relatiecode: code, InBoekhoudingPlaatsen: String(books) }, [
        invoiceLine({ Aantal: quantity / 8, PrijsPerEenheid: text(price) }),
        invoiceLine({ BTWCode: 'LAAG_VERK_9', TegenrekeningCode: '8000' }),
      ]),
    ],
  )

const steps = fc.array(fc.oneof({ weight: 4, arbitrary: sale }, purchase, paid, paid, journalEntry, made), {
  maxLength: 25,
})

describe('the books, after any calls', () => {
  it('are in balance, agree in every view, and are the same after a restart', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (sequence, duplicates) => {
        const dataFolder = mkdtempSync(join(tmpdir(), 'sandbox-books-'))
        const duplicateInvoiceNumbers = duplicates ? 'accepted' : 'refused'
        const sandbox = await startSandbox({ dataFolder, settings: { duplicateInvoiceNumbers } })
        try {
          const caller = await openCaller(sandbox)
          for (const code of ['K1', 'K2', 'L1']) await caller.call('AddRelatie', relation(code))
          for (const [operation, fields] of sequence) await checkStep(caller, sandbox, operation, fields)
          const books = sandbox.books()
          checkBooks(books)
          await checkViews(caller, books)
          const kept = sandbox.books()
          await sandbox.close()
          const again = await startSandbox({ dataFolder })
          expect(again.books()).toEqual(kept)
          await again.close()
        } finally {
          await sandbox.close().catch(() => {})
          rmSync(dataFolder, { recursive: true, force: true })
        }
      }),
      { numRuns: 40 },
    )
  })
})

/** A call either books exactly one mutation or refuses with a code, and answers by the schema. */
async function checkStep(caller: Caller, sandbox: Sandbox, operation: string, fields: Fields): Promise<void> {
  const before = sandbox.books().mutations.length
  const answer = await caller.call(operation, fields)
  expect(answer.status).toBe(200)
  checkAnswer(answer.text)
  const booked = sandbox.books().mutations.length - before
  const kept = (fields.oFact as Fields | undefined)?.InBoekhoudingPlaatsen === 'false'
  expect(booked).toBe(answer.code === '' && !kept ? 1 : 0)
  if (operation === 'AddMutatie' && answer.code === '')
    expect(Number(answer.value('Mutatienummer'))).toBe(before + 1)
}

function checkBooks(books: BooksSnapshot): void {
  for (const { entries } of books.mutations) expect(total(entries.map(({ amount }) => amount))).toBe(0)
  expect(books.mutations.map(({ number: nr }) => nr)).toEqual(books.mutations.map((_, at) => at + 1))
  expect(total(books.ledger.map(({ balance }) => balance))).toBe(0)
  const balance = (code: string) =>
    toCents(books.ledger.find((account) => account.code === code)?.balance ?? '0')
  const outstanding = (side: string) =>
    total(books.openItems.filter((item) => item.side === side).map((item) => item.outstanding))
  expect(outstanding('Debiteuren')).toBe(balance('1300'))
  expect(outstanding('Crediteuren')).toBe(0 - balance('1600'))
  for (const item of books.openItems)
    expect(
      total([item.amount, `-${item.paid}`.replace('--', ''), `-${item.outstanding}`.replace('--', '')]),
    ).toBe(0)
}

/** What the service tells is what is in the books. */
async function checkViews(caller: Caller, books: BooksSnapshot): Promise<void> {
  const saldi = await caller.call('GetSaldi', { cFilter: { KostenPlaatsId: 0 } })
  checkAnswer(saldi.text)
  const told = saldi
    .all('cSaldo')
    .map(({ children }) => Object.fromEntries(children.map(({ name, text: value }) => [name, value])))
  for (const { code, balance } of books.ledger) {
    expect(toCents(told.find(({ Code }) => Code === code)?.Saldo ?? 'x')).toBe(toCents(balance))
    const one = await caller.call('GetSaldo', { cFilter: { GbCode: code, KostenPlaatsId: 0 } })
    expect(toCents(one.value('Saldo') ?? 'x')).toBe(toCents(balance))
  }
  const mutations = await caller.call('GetMutaties', everything)
  checkAnswer(mutations.text)
  expect(mutations.all('MutatieNr').map(({ text: nr }) => Number(nr))).toEqual(
    books.mutations.map(({ number: nr }) => nr),
  )
  for (const OpSoort of ['Debiteuren', 'Crediteuren']) {
    const open = await caller.call('GetOpenPosten', { OpSoort })
    checkAnswer(open.text)
    expect(open.all('Openstaand').map(({ text: amount }) => toCents(amount))).toEqual(
      books.openItems.filter(({ side }) => side === OpSoort).map(({ outstanding }) => toCents(outstanding)),
    )
  }
  const invoices = await caller.call('GetFacturen', {
    cFilter: { DatumVan: '1980-01-01', DatumTm: '2049-12-31' },
  })
  checkAnswer(invoices.text)
  expect(invoices.all('TotaalInclBTW').map(({ text: amount }) => toCents(amount))).toEqual(
    books.invoices.map(({ totalIncl }) => toCents(totalIncl)),
  )
}

function total(amounts: string[]): number {
  return amounts.map(toCents).reduce((sum, amount) => sum + amount, 0)
}
