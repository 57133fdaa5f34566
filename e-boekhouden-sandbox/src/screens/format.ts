import type { Cents } from '../money/cents.ts'
import { localTime } from '../time/amsterdam.ts'

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

/** '€ 1.234,56', with a space that does not break and a real minus. */
export function amount(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${cents < 0 ? '−' : ''}€\u00A0${whole},${digits.slice(-2)}`
}

/** '€ 60,00', '€ 0,0025': of a decimal text, with all its decimals and at least two. */
export function price(text: string): string {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const grouped = (whole || '0').replace(/\B(?=(\d{3})+$)/g, '.')
  return `${text.startsWith('-') ? '−' : ''}€\u00A0${grouped},${fraction.replace(/0+$/, '').padEnd(2, '0')}`
}

/** '22 nov 2026', of a 'YYYY-MM-DD'. */
export function date(text: string): string {
  const [year = '', month = '', day = ''] = text.split('-')
  return `${Number(day)}\u00A0${months[Number(month) - 1] ?? month}\u00A0${year}`
}

/** '22 nov 2026, 14:31:05', of an instant. */
export function moment(iso: string): string {
  const local = localTime(new Date(iso))
  return `${date(local.slice(0, 10))}, ${local.slice(11)}`
}

/** '14:31:05' */
export function time(iso: string): string {
  return localTime(new Date(iso)).slice(11)
}

/** '1 mutatie', '2 mutaties' */
export function count(number: number, one: string, more: string): string {
  return `${number.toLocaleString('nl-NL')}\u00A0${number === 1 ? one : more}`
}

/** '120 ms', '1,5 s' */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)}\u00A0ms`
  return `${(milliseconds / 1000).toFixed(1).replace('.', ',')}\u00A0s`
}

/** The service's words for kinds of mutations, as people say them. */
export const kindWords: Record<string, string> = {
  FactuurOntvangen: 'Factuur ontvangen',
  FactuurVerstuurd: 'Factuur verstuurd',
  FactuurbetalingOntvangen: 'Factuurbetaling ontvangen',
  FactuurbetalingVerstuurd: 'Factuurbetaling verstuurd',
  GeldOntvangen: 'Geld ontvangen',
  GeldUitgegeven: 'Geld uitgegeven',
  Memoriaal: 'Memoriaal',
}

export const categoryWords: Record<string, string> = {
  BAL: 'Balans',
  VW: 'Verlies en winst',
  FIN: 'Liquide middelen',
  DEB: 'Debiteuren',
  CRED: 'Crediteuren',
  AF6: 'Btw af te dragen, laag',
  AF19: 'Btw af te dragen, hoog',
  AFOVERIG: 'Btw af te dragen, overig',
  AF: 'Btw af te dragen, verlegd',
  BTWRC: 'Btw rekening-courant',
  VOOR: 'Btw te vorderen',
}
