const MINUS = '\u2212'
const NO_BREAK_SPACE = '\u00a0'

/** An amount or price in machine notation as it is written in Dutch: «€ 1.234,56», «−€ 0,125». */
export function euros(amount: string): string {
  const negative = amount.startsWith('-')
  return `${negative ? MINUS : ''}€${NO_BREAK_SPACE}${grouped(negative ? amount.slice(1) : amount)}`
}

/** A quantity or percentage in machine notation as it is written in Dutch: «1.234,5». */
export function decimal(number: string): string {
  return number.startsWith('-') ? MINUS + grouped(number.slice(1)) : grouped(number)
}

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  const groups = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.')
  return fraction === undefined ? groups : `${groups},${fraction}`
}
