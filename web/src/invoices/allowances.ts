import type { Language } from '@stella/texts/screens'
import type { Schemas } from '../api/client.ts'
import { formatEuro, formatQuantity } from '../format/amounts.ts'
import { isDecimal, readDecimal } from '../format/decimal.ts'

/** A discount or a charge as it stands in the form: its figure is kept as it was typed. */
export type AllowanceFields = {
  key: string
  kind: 'allowance' | 'charge'
  figure: string
  /** What the figure counts. */
  unit: 'percent' | 'euro'
  reason: string
  /** Of one on the whole: the VAT it falls under; null where it is spread over the rates of the lines. */
  vatTreatment: string | null
  vatRate: string | null
}

export function emptyAllowance(): AllowanceFields {
  return {
    key: crypto.randomUUID(),
    kind: 'allowance',
    figure: '',
    unit: 'percent',
    reason: '',
    vatTreatment: null,
    vatRate: null,
  }
}

type Saved = Pick<Schemas['Invoice']['allowances'][number], 'kind' | 'reason' | 'percentage' | 'amount'> & {
  vatTreatment?: string | null
  vatRate?: string | null
}

/** Saved ones as fields, their figures written in the language of the screens. */
export function allowanceFieldsOf(saved: readonly Saved[], language: Language): AllowanceFields[] {
  return saved.map(({ kind, reason, percentage, amount, vatTreatment = null, vatRate = null }) => ({
    key: crypto.randomUUID(),
    kind,
    figure: percentage === null ? euroFigure(amount ?? '0', language) : formatQuantity(percentage, language),
    unit: percentage === null ? 'euro' : 'percent',
    reason: reason ?? '',
    vatTreatment,
    vatRate,
  }))
}

/** An amount as a figure beside its sign: `1.234,50`. */
export function euroFigure(amount: string, language: Language): string {
  return formatEuro(amount, language).replace(/^€\s*/, '')
}

/** What is typed, with the unit it says itself: «10%» is a percentage and «€ 10» an amount, whatever stood there. */
export function figureTyped(typed: string): Partial<AllowanceFields> {
  if (typed.includes('%')) return { figure: typed.replaceAll('%', '').trim(), unit: 'percent' }
  return typed.includes('€') ? { figure: typed, unit: 'euro' } : { figure: typed }
}

/** Those with a figure, as the API takes them, each with its place in the form and where its figure stands there. */
export function filledAllowances(given: readonly AllowanceFields[], language: Language) {
  return given.flatMap((allowance, place) => {
    if (allowance.figure.trim() === '') return []
    const { kind, reason, unit, vatTreatment, vatRate } = allowance
    const read = readFigure(allowance, language)
    const figure = read ?? '0'
    const isPercentage = unit === 'percent'
    const content = {
      kind,
      reason: reason.trim() === '' ? null : reason,
      percentage: isPercentage ? figure : null,
      amount: isPercentage ? null : figure,
      vatTreatment,
      vatRate,
    }
    const field = isPercentage ? 'percentage' : 'amount'
    return [{ content, place, field, isRead: read !== undefined }]
  })
}

/** Whether somebody said why, and not how much. */
export function lacksFigure({ figure, reason }: AllowanceFields): boolean {
  return figure.trim() === '' && reason.trim() !== ''
}

/** One of a line has the VAT of its line. */
export function ofLine({
  vatTreatment: _,
  vatRate: __,
  ...content
}: Schemas['DocumentAllowanceContent']): Schemas['LineAllowanceContent'] {
  return content
}

/** The figure as a decimal string; undefined where it is no number. */
export function readFigure({ figure }: AllowanceFields, language: Language): string | undefined {
  return readDecimal(figure, language)
}

/** Where a mistake in the figure of one stands, as the API names it. */
export function figurePath(path: string, { unit }: AllowanceFields): string {
  return `${path}.${unit === 'percent' ? 'percentage' : 'amount'}`
}

/**
 * What one comes to, with its sign, of an amount in euros: rounded as the API does. Undefined where it cannot be read.
 * @param base decimal string in euros
 */
export function allowanceAmount(
  base: string,
  allowance: AllowanceFields,
  language: Language,
): string | undefined {
  const figure = readFigure(allowance, language)
  if (figure === undefined || !isDecimal(base)) return undefined
  const of = scaled(base, 2)
  const { digits, decimals } = parts(figure)
  const size =
    allowance.unit === 'percent'
      ? divideHalfUp(of * digits, 100n * 10n ** BigInt(decimals))
      : scaled(figure, 2) * (of < 0n ? -1n : 1n)
  return inEuros(allowance.kind === 'charge' ? size : -size)
}

/** The sum of amounts in euros. */
export function sumOfEuros(amounts: readonly string[]): string {
  return inEuros(amounts.reduce((sum, amount) => sum + scaled(amount, 2), 0n))
}

function parts(decimal: string): { digits: bigint; decimals: number } {
  const [whole = '', fraction = ''] = decimal.split('.')
  return { digits: BigInt(whole + fraction), decimals: fraction.length }
}

function scaled(decimal: string, scale: number): bigint {
  const { digits, decimals } = parts(decimal)
  return decimals <= scale
    ? digits * 10n ** BigInt(scale - decimals)
    : divideHalfUp(digits, 10n ** BigInt(decimals - scale))
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator
  const rounded = (size * 2n + denominator) / (denominator * 2n)
  return numerator < 0n ? -rounded : rounded
}

function inEuros(cents: bigint): string {
  const size = cents < 0n ? -cents : cents
  const text = size.toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`
}
