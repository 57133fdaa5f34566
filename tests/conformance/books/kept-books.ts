import type { Invoice, LedgerAccount, Mutation } from '@stella/e-boekhouden'

// The books as these tests keep them beside the sandbox, by what the kinds of mutations mean: in whole cents, with
// none of the sandbox's code.

export interface KeptEntry {
  date: string
  account: string
  /** Debit positive. */
  cents: number
  costCenterId: number
  /** On debtors and creditors: the item it makes or pays. */
  item: string | null
  pays: boolean
}

export interface KeptRelation {
  code: string
  name: string
  kind: 'company' | 'person'
}

/** An invoice that can be paid: sent or received, booked by a mutation or written by the service. */
export interface KeptInvoice {
  side: 'sale' | 'purchase'
  number: string
  relation: KeptRelation
  date: string
  cents: number
}

export interface KeptBooks {
  relations: KeptRelation[]
  /** In the order they were given out. */
  relationIds: number[]
  accounts: Pick<LedgerAccount, 'code' | 'category' | 'description'>[]
  mutations: Mutation[]
  entries: KeptEntry[]
  invoices: KeptInvoice[]
  /** The invoices that the service wrote, as it must list them; what is outstanding is worked out. */
  written: (Omit<Invoice, 'pdfUrl' | 'totalOutstanding'> & { booked: boolean })[]
}

export function emptyBooks(accounts: KeptBooks['accounts']): KeptBooks {
  return { relations: [], relationIds: [], accounts, mutations: [], entries: [], invoices: [], written: [] }
}

export interface Rate {
  code: string
  percentage: number
  /** Where its VAT goes; '' where there is none. */
  account: string
  /** At which percentage the buyer owes and reclaims the VAT, where the supplier leaves it to him. */
  owedByBuyer?: number
}

export const rates: Record<'sale' | 'purchase', Rate[]> = {
  sale: [
    { code: 'HOOG_VERK_21', percentage: 21, account: '1650' },
    { code: 'LAAG_VERK_9', percentage: 9, account: '1651' },
    { code: 'GEEN', percentage: 0, account: '' },
    { code: 'VERL_VERK', percentage: 0, account: '' },
    { code: 'BI_EU_VERK_D', percentage: 0, account: '' },
  ],
  purchase: [
    { code: 'HOOG_INK_21', percentage: 21, account: '1520' },
    { code: 'LAAG_INK_9', percentage: 9, account: '1520' },
    { code: 'VERL_INK', percentage: 0, account: '', owedByBuyer: 21 },
    { code: 'VERL_INK_L9', percentage: 0, account: '', owedByBuyer: 9 },
    { code: 'GEEN', percentage: 0, account: '' },
  ],
}

/** Half away from zero. */
export function percentOf(cents: number, percentage: number): number {
  return rounded(BigInt(cents) * BigInt(percentage), 100n)
}

export function rounded(dividend: bigint, divisor: bigint): number {
  const size = dividend < 0n ? -dividend : dividend
  const cents = Number((2n * size + divisor) / (2n * divisor))
  return dividend < 0n && cents !== 0 ? -cents : cents
}

/** '1210.00' */
export function amountOf(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export function centsOf(amount: string): number {
  if (!/^-?\d+\.\d\d$/.test(amount)) throw new Error(`not an amount: ${amount}`)
  return Number(amount.replace('.', ''))
}

export function sumOf(cents: Iterable<number>): number {
  let total = 0
  for (const each of cents) total += each
  return total
}

export function pick<T>(all: readonly T[], choice: number): T | undefined {
  return all.length === 0 ? undefined : all[choice % all.length]
}
