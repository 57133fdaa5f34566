import type { FieldProblem } from '../errors/errors.ts'

/** What is wrong with an option of `createClient` or `createTransport`. */
export type OptionProblem =
  | Extract<
      FieldProblem,
      'missing' | 'not_a_text' | 'too_long' | 'forbidden_character' | 'not_one_of_the_choices'
    >
  | 'not_an_object'
  | 'not_a_function'
  | 'not_a_number'
  | 'not_a_whole_number'
  | 'out_of_range'
  | 'not_an_address'
  | 'not_https'
  | 'holds_user_or_password'

/**
 * An option that cannot be used, thrown where the client or the transport is made. It is no `EBoekhoudenError`: no
 * operation failed, the program is to be mended. It never holds the value, which may be a code.
 */
export class InvalidOptionError extends TypeError {
  /** Where the option stands, such as `totalTimeoutMs` or `credentials.username`; `options` for all of them. */
  readonly option: string
  readonly problem: OptionProblem

  constructor(option: string, problem: OptionProblem, bounds = '') {
    super(`${option}: ${problem}${bounds}`)
    this.name = 'InvalidOptionError'
    this.option = option
    this.problem = problem
  }
}

/** The value if it is an object that holds others. Callers in plain JavaScript are not held to the types. */
export function objectOption<T extends object>(option: string, value: T): T {
  const given: unknown = value
  if (given === undefined) throw new InvalidOptionError(option, 'missing')
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new InvalidOptionError(option, 'not_an_object')
  }
  return value
}

/** A number within bounds, both included; whole unless fractions are allowed. */
export function numberOption(
  option: string,
  value: number | undefined,
  {
    unless,
    from = 1,
    to,
    fractions = false,
  }: { unless: number; from?: number; to: number; fractions?: boolean },
): number {
  const given: unknown = value === undefined ? unless : value
  if (typeof given !== 'number' || Number.isNaN(given)) throw new InvalidOptionError(option, 'not_a_number')
  if (given < from || given > to) throw new InvalidOptionError(option, 'out_of_range', ` (${from} to ${to})`)
  if (!fractions && !Number.isInteger(given)) throw new InvalidOptionError(option, 'not_a_whole_number')
  return given
}

export function choiceOption<T>(option: string, value: T | undefined, choices: readonly [T, ...T[]]): T {
  if (value === undefined) return choices[0]
  if (!choices.includes(value)) throw new InvalidOptionError(option, 'not_one_of_the_choices')
  return value
}

export function functionOption<T extends (...input: never[]) => unknown>(option: string, value: T): T {
  if (typeof value !== 'function') throw new InvalidOptionError(option, 'not_a_function')
  return value
}

export function textOption(option: string, value: string): string {
  const given: unknown = value
  if (given === undefined) throw new InvalidOptionError(option, 'missing')
  if (typeof given !== 'string') throw new InvalidOptionError(option, 'not_a_text')
  return value
}
