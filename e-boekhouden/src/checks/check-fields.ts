import type { FieldProblem } from '../errors/errors.ts'
import { InvalidRequestError } from '../errors/errors.ts'
import type { AbortSignalLike } from '../service/abort-signal.ts'
import { assumptions } from '../service/assumptions.ts'
import type { OperationName } from '../service/operation-names.ts'
import { decimalsOf, shortestDecimal } from '../values/decimal.ts'
import { isPlainDate } from '../values/plain-date.ts'
import type { DecimalString, PlainDate } from '../values/values.ts'
import { isXmlText } from '../xml/escape.ts'

/**
 * Checks of what a caller hands in, before anything is sent. Each gives the value as it goes on the wire, or
 * throws an `InvalidRequestError` that names the field. Callers in plain JavaScript are not held to the
 * types, so the types are checked too.
 */
export type FieldChecks = {
  /** Left out, it is the empty text. The bound counts as the service does (see the assumptions). */
  text(field: string, value: unknown, rule: { max?: number; required?: boolean }): string
  /** Within the years that the service books in, unless any year will do. */
  date(field: string, value: unknown, rule?: { anyYear: boolean }): PlainDate
  /** At most the given number of decimals, two unless said otherwise; in its shortest form. */
  decimal(field: string, value: unknown, rule?: { decimals?: number }): DecimalString
  /** Left out, it is 0. */
  wholeNumber(field: string, value: unknown, rule?: { positive?: boolean }): number
  /** What the table says for the value. */
  choice<V>(field: string, value: unknown, table: Readonly<Record<string, V>>): V
  flag(field: string, value: unknown): boolean
  /** A list with a number of entries within bounds, without holes. */
  entries<E>(field: string, value: readonly E[], bounds: { min: number; max: number }): readonly E[]
  /** An object whose fields can be asked for. */
  record<R extends object>(field: string, value: R): R
  /** As `entries`, each of them a record. */
  records<R extends object>(
    field: string,
    value: readonly R[],
    bounds: { min: number; max: number },
  ): readonly R[]
  /** Left out, or null, there is none. */
  signal(field: string, value: unknown): AbortSignalLike | undefined
}

/**
 * What `contentOf` makes of the values of a caller, whatever these are. Throws an `InvalidRequestError` and nothing
 * else, also where an accessor of the caller's throws while it is read: its error is then the `cause`.
 */
export function checkedContent<C>(operation: OperationName, contentOf: (check: FieldChecks) => C): C {
  try {
    return contentOf(checkFields(operation))
  } catch (error) {
    if (error instanceof InvalidRequestError) throw error
    throw new InvalidRequestError(operation, { field: 'input', problem: 'unreadable', cause: error })
  }
}

function checkFields(operation: OperationName): FieldChecks {
  function refuse(field: string, problem: FieldProblem, limit: number | null = null): never {
    throw new InvalidRequestError(operation, { field, problem, limit })
  }

  const checks: FieldChecks = {
    text(field, value, rule) {
      const text = value ?? ''
      if (typeof text !== 'string') return refuse(field, 'not_a_text')
      const problem = textProblem(text, rule)
      return problem === null ? text : refuse(field, problem, problem === 'too_long' ? rule.max : null)
    },

    date(field, value, rule) {
      if (value === undefined || value === null || value === '') return refuse(field, 'missing')
      if (typeof value !== 'string' || !isPlainDate(value)) return refuse(field, 'not_a_date')
      const { from, to } = assumptions.wholeRange
      const bookable = value >= from && value <= to
      return bookable || rule?.anyYear ? value : refuse(field, 'date_out_of_range')
    },

    decimal(field, value, rule) {
      const decimals = rule?.decimals ?? 2
      if (value === undefined || value === null || value === '') return refuse(field, 'missing')
      const decimal = typeof value === 'string' && plainDecimal.test(value) ? shortestDecimal(value) : null
      if (decimal === null) return refuse(field, 'not_a_decimal')
      return decimalsOf(decimal) > decimals ? refuse(field, 'too_many_decimals', decimals) : decimal
    },

    wholeNumber(field, value, rule) {
      const number = value ?? 0
      if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) {
        return refuse(field, 'not_a_whole_number')
      }
      return rule?.positive && number === 0 ? refuse(field, 'missing') : number
    },

    choice(field, value, table) {
      const chosen = typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined
      return chosen ?? refuse(field, value === undefined ? 'missing' : 'not_one_of_the_choices')
    },

    flag(field, value) {
      return typeof value === 'boolean' ? value : refuse(field, 'not_a_boolean')
    },

    entries(field, value, { min, max }) {
      if (!Array.isArray(value) || value.length < min || value.length > max) {
        return refuse(field, 'wrong_count', max)
      }
      // A hole would be passed over later on; so it is an entry without a value.
      return Array.from(value)
    },

    record(field, value) {
      if (value === undefined) return refuse(field, 'missing')
      return isRecord(value) ? value : refuse(field, 'not_an_object')
    },

    records(field, value, bounds) {
      return checks
        .entries(field, value, bounds)
        .map((entry, index) => checks.record(`${field}.${index}`, entry))
    },

    signal(field, value) {
      if (value === undefined || value === null) return undefined
      return isSignal(value) ? value : refuse(field, 'not_a_signal')
    },
  }
  return checks
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSignal(value: unknown): value is AbortSignalLike {
  return (
    isRecord(value) &&
    typeof Reflect.get(value, 'aborted') === 'boolean' &&
    typeof Reflect.get(value, 'addEventListener') === 'function' &&
    typeof Reflect.get(value, 'removeEventListener') === 'function'
  )
}

/** Why the service could not hold the text; null when it can. */
export function textProblem(
  text: string,
  { max, required }: { max?: number; required?: boolean },
): 'missing' | 'forbidden_character' | 'too_long' | null {
  if (required && text.trim() === '') return 'missing'
  if (!isXmlText(text)) return 'forbidden_character'
  return max !== undefined && assumptions.lengthOf(text) > max ? 'too_long' : null
}

/** As the manual asks: a dot, no thousands separators. Fifteen digits are more than any booking has. */
const plainDecimal = /^-?\d{1,15}(\.\d{1,15})?$/
