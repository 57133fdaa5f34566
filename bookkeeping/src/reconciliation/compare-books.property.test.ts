import { type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BooksHistory, histories } from '../../testing/books-history.ts'
import { eBoekhoudenAt } from '../books/e-boekhouden-books.ts'
import type { Books } from '../ports/books.ts'
import type { SalesMutation } from '../ports/readings.ts'
import { accountsBetween, amountsOf, codesBetween, sumPerCode } from './amounts.ts'
import { type Comparison, compareBooks } from './compare-books.ts'
import { afterPage, beginReading, nextPage } from './read-pages.ts'

const period = { from: '2026-11-01', until: '2026-11-30' }
const readAt = Date.parse('2026-12-01T08:00:00Z')

let sandbox: Sandbox
let books: Books
let history: BooksHistory
let months = 0

beforeAll(async () => {
  sandbox = await startSandbox()
  const { username, code1, code2 } = sandbox.administration
  books = eBoekhoudenAt(sandbox.soapUrl)({ username, securityCode1: code1, securityCode2: code2 })
  history = new BooksHistory(sandbox)
})
afterAll(() => sandbox.close())

test('names exactly the differences that people made to the cent, and following their actions ends in agreement', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (happened) => {
      months += 1
      history.begin(String(months), happened)
      const { comparison, mutations } = await compare()
      const kinds = comparison.differences.map(({ kind }) => kind)
      expect(kinds.toSorted()).toEqual(history.expected.toSorted())
      expect(new Set(comparison.differences.map(({ key }) => key)).size).toBe(kinds.length)
      holdsAllOfIt(comparison, mutations)
      await mend(comparison, happened.choices)
    }),
    { numRuns: 60 },
  )
})

/** Does what is offered until all that still differs was found right: people mend in one round, what they credit in two. */
async function mend(first: Comparison, choices: fc.Stream<number>): Promise<void> {
  let { differences } = first
  for (let round = 0; round < 2; round += 1) {
    for (const difference of differences) {
      const { actions } = difference
      const [choice = 0] = choices.take(1)
      history.follow(difference, actions[choice % Math.max(1, actions.length)])
    }
    const { comparison, mutations } = await compare()
    holdsAllOfIt(comparison, mutations)
    differences = comparison.differences.filter(({ key }) => !history.accepted.has(key))
    if (differences.length === 0) return
  }
  expect(differences).toEqual([])
}

async function compare(): Promise<{ comparison: Comparison; mutations: readonly SalesMutation[] }> {
  const mutations = await readPeriod()
  return { comparison: compareBooks([...history.sales.values()], mutations, readAt, new Set()), mutations }
}

/** What is named is all there is between both sides, per code and per account. */
function holdsAllOfIt(
  { accountRows, differences, rows }: Comparison,
  mutations: readonly SalesMutation[],
): void {
  const sales = [...history.sales.values()]
  const theirs = mutations.flatMap(amountsOf)
  const between = codesBetween(
    sales.flatMap(({ amounts }) => amounts),
    theirs,
  )
  const named = sumPerCode(differences.flatMap(({ amounts }) => amounts))
  expect(named.filter(({ net, vat }) => net !== 0n || vat !== 0n)).toEqual(between)
  const ofRows = rows.map(({ books: there, stella, vatCode }) => ({
    vatCode,
    net: stella.net - there.net,
    vat: stella.vat - there.vat,
  }))
  expect(codesBetween(ofRows, [])).toEqual(between)
  const ofAccounts = (accountRows ?? []).map(({ account, books: there, side, stella }) => ({
    account,
    side,
    amount: stella - there,
  }))
  const namedOnAccounts = differences.flatMap(({ accounts }) => accounts)
  expect(accountsBetween(ofAccounts, [])).toEqual(accountsBetween(namedOnAccounts, []))
}

/** As the engine reads it, page by page. */
async function readPeriod(): Promise<readonly SalesMutation[]> {
  let progress = beginReading(period)
  while (!progress.isWhole) {
    const said = await books.readMutations(nextPage(progress), new AbortController().signal)
    if (!said.ok) throw new Error(said.failure.kind)
    progress = afterPage(progress, said.value)
  }
  return progress.sales
}
