import type { MutationLine } from '../books/administration.ts'
import { findVatCode } from '../books/vat-codes.ts'
import { type Cents, divideRounded, sum } from '../money/cents.ts'

/** A line of an invoice when its price is known. */
export interface PricedLine {
  accountId: number
  costCenterId: number
  vatCode: string
  excl: Cents
}

/**
 * The lines an invoice is booked with: one per account, cost center and VAT code, in the order they came. VAT is
 * rounded once, over the sum of a code; its lines share that VAT to the cent.
 */
export function linesWithVat(lines: readonly PricedLine[]): MutationLine[] {
  const grouped = groups(lines)
  const vat = new Map<PricedLine, Cents>()
  for (const [vatCode, same] of Map.groupBy(grouped, (line) => line.vatCode)) {
    const shares = sharesOf(
      same.map(({ excl }) => excl),
      percentageOf(vatCode),
    )
    for (const [at, line] of same.entries()) vat.set(line, shares[at] ?? 0)
  }
  return grouped.map((line) => withVat(line, vat.get(line) ?? 0))
}

function groups(lines: readonly PricedLine[]): PricedLine[] {
  const found = new Map<string, PricedLine>()
  for (const line of lines) {
    const key = `${line.accountId} ${line.costCenterId} ${line.vatCode}`
    const known = found.get(key)
    found.set(key, { ...line, excl: sum([known?.excl ?? 0, line.excl]) })
  }
  return [...found.values()]
}

/** A code of more than one percentage stands for its last, one of any percentage for none. */
function percentageOf(vatCode: string): string {
  return findVatCode(vatCode)?.percentages?.at(-1) ?? '0'
}

/**
 * The VAT over the sum, as a part for each amount. Each part is rounded down; the cents that are left go to those
 * that lost most by it, of equals to the first. An invoice and its credit note get the same parts with the sign
 * turned, so that the one takes the other off every account.
 */
function sharesOf(amounts: readonly Cents[], percentage: string): Cents[] {
  const total = sum(amounts)
  const sign = total < 0 ? -1 : 1
  const hundredths = amounts.map((amount) => BigInt(sign * amount) * BigInt(percentage))
  const parts = hundredths.map((exact) => Number(floorOfHundredths(exact)))
  const whole = Number(divideRounded(BigInt(sign * total) * BigInt(percentage), 100n))
  const lost = hundredths.map((exact, at) => Number(exact - 100n * BigInt(parts[at] ?? 0)))
  const most = [...lost.keys()].sort((a, b) => (lost[b] ?? 0) - (lost[a] ?? 0))
  const given = new Set(most.slice(0, whole - sum(parts)))
  return parts.map((part, at) => sum([sign * (part + (given.has(at) ? 1 : 0))]))
}

function floorOfHundredths(exact: bigint): bigint {
  const below = exact / 100n
  return exact < 0n && exact % 100n !== 0n ? below - 1n : below
}

function withVat({ accountId, costCenterId, vatCode, excl }: PricedLine, vat: Cents): MutationLine {
  const incl = sum([excl, vat])
  const vatPercentage = percentageOf(vatCode)
  return { entered: excl, excl, vat, incl, vatCode, vatPercentage, accountId, costCenterId }
}
