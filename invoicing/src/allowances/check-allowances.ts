import type { Cents } from '../money/cents.ts'
import type { Problem } from '../problems/problem.ts'
import { type Allowance, type AllowanceAmount, withAllowances } from './allowance.ts'

/** Names the discount with which more is taken off than there is. */
export function checkTakenOff(
  problems: Problem[],
  path: string,
  base: Cents,
  allowances: readonly Allowance[],
  amounts: readonly AllowanceAmount[],
): void {
  const left = withAllowances(base, allowances, amounts)
  const isBeyond = base < 0n ? left > 0n : left < 0n
  const last = allowances.findLastIndex(({ kind }) => kind === 'allowance')
  if (!isBeyond || last === -1) return
  const field = allowances[last]?.percentage === null ? 'amount' : 'percentage'
  problems.push({ path: `${path}.${last}.${field}`, code: 'discount_beyond_amount' })
}
