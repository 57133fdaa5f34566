import type { PlainDate } from '@stella/invoicing'

const NO_BREAK_SPACE = '\u00a0'
const months =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

/** A date as it is written in a Dutch letter: «22 november 2026». */
export function longDate(date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return [day, months[(month ?? 1) - 1], year].join(NO_BREAK_SPACE)
}
