import { isWithinBounds, readAmount } from '../money/cents.ts'
import { formatDecimal, parseDecimal, powerOfTen } from '../money/decimal.ts'
import type { Problem } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'
import { type Allowance, type AllowanceKind, allowanceKinds, PERCENTAGE_DECIMALS } from './allowance.ts'

/** On one line, or on the whole; more is no invoice that anybody can follow. */
const MAXIMUM_ALLOWANCES = 10

const REASON_LENGTH = 100

/** A discount takes off the whole at most; a charge may be more than that, as Sundays are, but not without end. */
const MAXIMUM_PERCENTAGE: Readonly<Record<AllowanceKind, number>> = { allowance: 100, charge: 1_000 }

export type AllowanceInput = {
  readonly kind?: string | null | undefined
  readonly reason?: string | null | undefined
  readonly percentage?: string | null | undefined
  readonly amount?: string | null | undefined
}

/** Reads discounts and charges. What is wrong is added to `problems`. */
export function readAllowances<Input extends AllowanceInput, Read extends Allowance>(
  problems: Problem[],
  path: string,
  inputs: readonly Input[] | null | undefined,
  more: (read: Allowance, input: Input, path: string) => Read,
): Read[] {
  if ((inputs?.length ?? 0) > MAXIMUM_ALLOWANCES) {
    problems.push({ path, code: 'too_many_allowances', limit: MAXIMUM_ALLOWANCES })
    return []
  }
  return (inputs ?? []).map((input, index) => {
    const own = `${path}.${index}`
    return more(readAllowance(problems, own, input), input, own)
  })
}

function readAllowance(problems: Problem[], path: string, input: AllowanceInput): Allowance {
  const kind = allowanceKinds.find((known) => known === (input.kind ?? 'allowance'))
  if (kind === undefined) problems.push({ path: `${path}.kind`, code: 'choice_unknown' })
  const percentage = (input.percentage ?? '').trim()
  const amount = (input.amount ?? '').trim()
  if (percentage === '' && amount === '') problems.push({ path: `${path}.percentage`, code: 'required' })
  if (percentage !== '' && amount !== '') problems.push({ path: `${path}.amount`, code: 'allowance_twofold' })
  return {
    kind: kind ?? 'allowance',
    reason: readText(problems, `${path}.reason`, input.reason, { maximumLength: REASON_LENGTH }),
    percentage: readPercentage(problems, `${path}.percentage`, percentage, kind ?? 'allowance'),
    amount: percentage === '' ? readEuros(problems, `${path}.amount`, amount) : null,
  }
}

function readPercentage(problems: Problem[], path: string, text: string, kind: AllowanceKind): string | null {
  if (text === '') return null
  const decimal = parseDecimal(text, PERCENTAGE_DECIMALS)
  const limit = MAXIMUM_PERCENTAGE[kind]
  if (decimal === null || decimal.units <= 0n) problems.push({ path, code: 'percentage_invalid' })
  else if (decimal.units > BigInt(limit) * powerOfTen(decimal.scale))
    problems.push({ path, code: kind === 'charge' ? 'charge_too_large' : 'discount_too_large', limit })
  else return formatDecimal(decimal)
  return '0'
}

function readEuros(problems: Problem[], path: string, text: string): string | null {
  if (text === '') return null
  const amount = readAmount(text)
  if (amount === null || amount <= 0n) problems.push({ path, code: 'allowance_amount_invalid' })
  else if (!isWithinBounds(amount)) problems.push({ path, code: 'amount_too_large' })
  else return formatDecimal({ units: amount, scale: 2 }, 2)
  return '0.00'
}
