import { type Problem, type Validated, validated } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'
import { MAXIMUM_PLACE, problemsOfPattern } from './pattern.ts'
import type { SeriesContent } from './series.ts'

/** Room for a name in a list. */
const NAME_LENGTH = 60

/** Room for a pattern; what it makes is bound by the books. */
const PATTERN_LENGTH = 100

/** Room for a sentence or two. */
const REASON_LENGTH = 300

export type SeriesInput = {
  readonly name?: string | null | undefined
  readonly pattern?: string | null | undefined
  readonly restartsYearly?: boolean | null | undefined
}

/** Checks a series of numbers, and gives it in its clean form: the parts of its pattern in small letters. */
export function validateSeries(input: SeriesInput): Validated<SeriesContent> {
  const problems: Problem[] = []
  const restartsYearly = input.restartsYearly ?? true
  const name = readText(problems, 'name', input.name, { maximumLength: NAME_LENGTH, required: true }) ?? ''
  const before = problems.length
  const typed = readText(problems, 'pattern', input.pattern, {
    maximumLength: PATTERN_LENGTH,
    required: true,
  })
  const pattern = (typed ?? '').replace(/\{[^{}]*\}/g, (part) => part.toLowerCase().replaceAll(' ', ''))
  if (problems.length === before) problems.push(...problemsOfPattern('pattern', pattern, restartsYearly))
  return validated(problems, { name, pattern, restartsYearly })
}

export type NextNumberInput = {
  readonly place?: number | null | undefined
  readonly reason?: string | null | undefined
}

export type NextNumber = { readonly place: number; readonly reason: string | null }

/** Checks with which place a series is to go on, and why. Whether that ground is free, only the database knows. */
export function validateNextNumber(input: NextNumberInput): Validated<NextNumber> {
  const problems: Problem[] = []
  const place = input.place ?? 0
  if (!Number.isSafeInteger(place) || place < 1 || place > MAXIMUM_PLACE)
    problems.push({ path: 'place', code: 'series_place_invalid', limit: MAXIMUM_PLACE })
  const reason = readText(problems, 'reason', input.reason, { maximumLength: REASON_LENGTH })
  return validated(problems, { place, reason })
}
