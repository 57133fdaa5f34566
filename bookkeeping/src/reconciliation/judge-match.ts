import type { SalesMutation } from '../ports/readings.ts'
import { type AccountAmount, accountsBetween, accountsOf, amountsOf, codesBetween } from './amounts.ts'
import { type ChangedPart, type Difference, differ, type Moved } from './difference.ts'
import type { DifferenceKind } from './difference-kinds.ts'
import { type Match, plainNumber } from './match-sales.ts'
import type { StellaSale } from './stella-side.ts'

/**
 * What differs between a document and the mutations that are its own; null where nothing does.
 *
 * @param hasDebtors whether the accounts of the headers were read, without which nothing is said of accounts
 */
export function judgeMatch({ found, sale }: Match, hasDebtors: boolean): Difference | null {
  const { standing } = sale
  const [first, ...others] = found
  if (others.length > 0) return differ('booked_twice', sale, found)
  if (first === undefined) return differ(kindOfMissing[standing.state], sale, [])
  const changed = changesOf(sale, first, hasDebtors)
  if (changed.length === 0) return standing.state === 'failed' ? differ('stands_there', sale, [first]) : null
  if (changed.every((part) => part === 'account')) {
    return { ...differ('other_account', sale, [first], [sale.number]), changed, moved: movedOf(sale, first) }
  }
  const isOurs = 'mutationNumber' in standing && standing.mutationNumber === first.number
  return { ...differ(isOurs ? 'changed' : 'entered_otherwise', sale, [first]), changed }
}

const kindOfMissing = {
  booked: 'removed',
  failed: 'failed',
  waiting: 'waiting',
  excluded: 'excluded',
  elsewhere: 'not_booked',
} as const satisfies Record<StellaSale['standing']['state'], DifferenceKind>

function changesOf(sale: StellaSale, mutation: SalesMutation, hasDebtors: boolean): ChangedPart[] {
  const isAmount =
    codesBetween(sale.amounts, amountsOf(mutation)).length > 0 ||
    mutation.lines.some(({ net, vat }) => net === null || vat === null)
  const isAccount = hasDebtors && isOnOtherAccounts(sale, mutation, isAmount)
  return [
    ...(plainNumber(mutation.invoiceNumber) === plainNumber(sale.number) ? [] : (['number'] as const)),
    ...(mutation.date === sale.date ? [] : (['date'] as const)),
    ...(isAmount ? (['amount'] as const) : []),
    ...(isAccount ? (['account'] as const) : []),
  ]
}

/** Another amount stands on its accounts as well, and is no other account; nothing is said of what is not planned. */
function isOnOtherAccounts({ accounts }: StellaSale, mutation: SalesMutation, isAmount: boolean): boolean {
  if (accounts === null) return false
  const theirs = accountsOf(mutation)
  if (!isAmount) return accountsBetween(accounts, theirs).length > 0
  return namesOf(accounts).join() !== namesOf(theirs).join()
}

function movedOf({ accounts }: StellaSale, mutation: SalesMutation): Moved {
  const [ours, theirs] = [namesOf(accounts ?? []), namesOf(accountsOf(mutation))]
  const from = ours.filter((name) => !theirs.includes(name))
  const to = theirs.filter((name) => !ours.includes(name))
  // Where the same accounts hold other parts of it, all of them are named.
  return from.length === 0 && to.length === 0 ? { from: ours, to: theirs } : { from, to }
}

function namesOf(amounts: readonly AccountAmount[]): string[] {
  return [...new Set(amounts.map(({ account }) => account ?? ''))].toSorted()
}
