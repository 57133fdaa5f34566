import { type AccountAmount, accountsOf, accountsUnplanned, amountsOf, codesBetween } from './amounts.ts'
import type { Match } from './match-sales.ts'

/** Stella's side per account; of what is not planned and yet stands there to the cent, as it stands there. */
export function ourAccounts({ found, sale: { accounts, amounts } }: Match): readonly AccountAmount[] {
  if (accounts !== null) return accounts
  const [only, ...others] = found
  const isThere = only !== undefined && others.length === 0
  return isThere && codesBetween(amounts, amountsOf(only)).length === 0
    ? accountsOf(only)
    : accountsUnplanned(amounts)
}
