import type { Client } from '@stella/e-boekhouden'
import type { BooksSnapshot } from '@stella/e-boekhouden-sandbox'
import { expect } from 'vitest'
import { balanceOf, openItems, outstandingOf } from './expected.ts'
import { amountOf, centsOf, type KeptBooks, type KeptEntry, pick, sumOf } from './kept-books.ts'

/** Reads everything through the client and holds it against the books that were kept beside it. `chosen` says which
 * mutation's day divides the books in two. */
export async function compareAll(client: Client, books: KeptBooks, chosen: number): Promise<void> {
  const splitOn = pick(books.mutations, chosen)?.date ?? '2026-02-01'
  expect(await client.getMutations()).toEqual(books.mutations)
  await compareMasterData(client, books)
  await compareBalances(client, books, splitOn)
  await compareOpenItems(client, books)
  await compareInvoices(client, books)
}

/** Every mutation is balanced, and the balances are what the mutations come to. */
export function checkSnapshot({ mutations, ledger }: BooksSnapshot, books: KeptBooks): void {
  for (const { entries } of mutations) {
    expect(sumOf(entries.map(({ amount }) => centsOf(amount)))).toBe(0)
  }
  for (const { code, balance } of ledger) expect(balance, code).toBe(balanceOf(books, code))
}

async function compareMasterData(client: Client, books: KeptBooks): Promise<void> {
  const relations = await client.getRelations()
  expect(relations.map(({ code, name, kind }) => ({ code, name, kind }))).toEqual(books.relations)
  const accounts = await client.getLedgerAccounts()
  expect(accounts.map(({ code, category, description }) => ({ code, category, description }))).toEqual(
    books.accounts,
  )
}

async function compareBalances(client: Client, books: KeptBooks, splitOn: string): Promise<void> {
  const filters: [filter: Parameters<Client['getBalances']>[0], within: (entry: KeptEntry) => boolean][] = [
    [{}, () => true],
    [{ dateTo: splitOn }, ({ date }) => date <= splitOn],
    [{ dateFrom: splitOn }, ({ date }) => date >= splitOn],
    [{ costCenterId: 1 }, ({ costCenterId }) => costCenterId === 1],
    [{ costCenterId: 2, dateTo: splitOn }, (entry) => entry.costCenterId === 2 && entry.date <= splitOn],
  ]
  for (const [filter, within] of filters) {
    const balances = await client.getBalances(filter)
    expect(balances.map(({ accountCode, balance }) => [accountCode, balance])).toEqual(
      books.accounts.map(({ code }) => [code, balanceOf(books, code, within)]),
    )
    if (filter?.costCenterId === undefined) {
      expect(sumOf(balances.map(({ balance }) => centsOf(balance)))).toBe(0)
    }
  }
  for (const account of ['1000', '1010', '1300', '1600', '1650', '8000']) {
    expect(await client.getBalance({ account }), account).toBe(balanceOf(books, account))
    expect(await client.getBalance({ account, costCenterId: 1, dateFrom: splitOn }), account).toBe(
      balanceOf(books, account, (entry) => entry.costCenterId === 1 && entry.date >= splitOn),
    )
  }
}

/** What is open adds up to the balance of the account it stands on. */
async function compareOpenItems(client: Client, books: KeptBooks): Promise<void> {
  const debtors = await client.getOpenItems('debtors')
  const creditors = await client.getOpenItems('creditors')
  expect(debtors).toEqual(openItems(books, 'sale'))
  expect(creditors).toEqual(openItems(books, 'purchase'))
  const total = (items: typeof debtors) => sumOf(items.map(({ outstanding }) => centsOf(outstanding)))
  expect(amountOf(total(debtors))).toBe(await client.getBalance({ account: '1300' }))
  expect(amountOf(0 - total(creditors))).toBe(await client.getBalance({ account: '1600' }))
}

async function compareInvoices(client: Client, books: KeptBooks): Promise<void> {
  const invoices = await client.getInvoices()
  expect(invoices.map(({ pdfUrl: _, ...invoice }) => invoice)).toEqual(
    books.written.map((written) => {
      const { booked: _, ...invoice } = written
      return { ...invoice, totalOutstanding: outstandingOf(books, written) }
    }),
  )
}
