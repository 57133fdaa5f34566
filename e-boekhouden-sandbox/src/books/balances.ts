import { type Cents, sum } from '../money/cents.ts'
import type { Administration, Entry, Mutation } from './administration.ts'

export interface BalanceFilter {
  /** 0: all. */
  costCenterId?: number
  from?: string | null
  through?: string | null
}

/** Balances by account id, debit positive. Accounts nothing was booked on are not in it. */
export function balances(
  books: Administration,
  filter: BalanceFilter = {},
  mutations: readonly Mutation[] = books.mutations,
): Map<number, Cents> {
  const found = new Map<number, Cents>()
  for (const mutation of mutations) {
    if (filter.from && mutation.date < filter.from) continue
    if (filter.through && mutation.date > filter.through) continue
    for (const entry of mutation.entries) {
      if (filter.costCenterId && entry.costCenterId !== filter.costCenterId) continue
      found.set(entry.accountId, (found.get(entry.accountId) ?? 0) + entry.amount)
    }
  }
  return found
}

export type Side = 'Debiteuren' | 'Crediteuren'

export interface OpenItem {
  side: Side
  /** The date of the first mutation of the item. */
  date: string
  invoiceNumber: string
  relationId: number | null
  /** The mutation that made it. */
  mutationNumber: number
  /** What was invoiced, what was paid of it, what is left: `amount − paid = outstanding`. On both sides an open
   * invoice is positive. */
  amount: Cents
  paid: Cents
  outstanding: Cents
  /** What each invoice with this number and relation put on it, in the order they were booked. */
  invoices: { mutationNumber: number; amount: Cents }[]
}

/**
 * Every item of one side, settled ones included, in the order they were made. They are made of the entries on the
 * debtors or creditors accounts, so that what is outstanding always adds up to the balance of those accounts.
 */
export function items(
  books: Administration,
  side: Side,
  mutations: readonly Mutation[] = books.mutations,
): OpenItem[] {
  const accounts = accountsOf(books, side)
  const sign = side === 'Debiteuren' ? 1 : -1
  const found = new Map<string, OpenItem>()
  for (const mutation of mutations) {
    for (const entry of mutation.entries) {
      if (!accounts.has(entry.accountId)) continue
      const key = itemKey(entry, mutation)
      const item = found.get(key) ?? newItem(side, entry, mutation)
      const amount = sign * entry.amount
      if (isInvoice(mutation)) addInvoice(item, mutation, amount)
      else item.paid -= amount
      item.outstanding += amount
      found.set(key, item)
    }
  }
  return [...found.values()]
}

export function openItems(
  books: Administration,
  side: Side,
  mutations: readonly Mutation[] = books.mutations,
): OpenItem[] {
  return items(books, side, mutations).filter(({ outstanding }) => outstanding !== 0)
}

export function totalOutstanding(open: readonly OpenItem[]): Cents {
  return sum(open.map(({ outstanding }) => outstanding))
}

function accountsOf(books: Administration, side: Side): Set<number> {
  const category = side === 'Debiteuren' ? 'DEB' : 'CRED'
  return new Set(books.ledger.filter((account) => account.category === category).map(({ id }) => id))
}

function itemKey(entry: Entry, mutation: Mutation): string {
  if (entry.invoiceNumber.trim() === '') return `mutation ${mutation.number}`
  return `${entry.relationId} ${entry.invoiceNumber.trim().toLowerCase()}`
}

function newItem(side: Side, entry: Entry, mutation: Mutation): OpenItem {
  return {
    side,
    date: mutation.date,
    invoiceNumber: entry.invoiceNumber,
    relationId: entry.relationId,
    mutationNumber: mutation.number,
    amount: 0,
    paid: 0,
    outstanding: 0,
    invoices: [],
  }
}

function addInvoice(item: OpenItem, { number }: Mutation, amount: Cents): void {
  item.amount += amount
  item.invoices.push({ mutationNumber: number, amount })
}

function isInvoice(mutation: Mutation): boolean {
  return mutation.kind === 'FactuurVerstuurd' || mutation.kind === 'FactuurOntvangen'
}
