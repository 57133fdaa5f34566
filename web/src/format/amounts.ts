import type { Language } from '@stella/texts/screens'
import { isDecimal } from './decimal.ts'

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-IE' }

/** The most that Intl writes: what was typed is never shown rounded, or it would be saved so. */
const ALL_DECIMALS = 20

/**
 * An amount as `€ 1.234,56` or `−€ 121,00`, exact: the decimal string goes to Intl as it is, and all its decimals
 * stand there, as a price per unit may have many.
 */
export function formatEuro(amount: string, language: Language): string {
  return format(amount, language, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: 2,
    maximumFractionDigits: ALL_DECIMALS,
  })
}

/** A quantity as `20,5`, with all its decimals. */
export function formatQuantity(quantity: string, language: Language): string {
  return format(quantity, language, { maximumFractionDigits: ALL_DECIMALS })
}

/** A rate as `21%`. */
export function formatRate(rate: string, language: Language): string {
  return `${format(rate, language, { maximumFractionDigits: 2 })}%`
}

function format(value: string, language: Language, options: Intl.NumberFormatOptions): string {
  const negative = value.startsWith('-')
  const size = negative ? value.slice(1) : value
  if (!isDecimal(size)) return value
  const written = new Intl.NumberFormat(locales[language], options).format(size).replace(/ /g, '\u00a0')
  const zero = /^0*(\.0*)?$/.test(size)
  return negative && !zero ? `−${written}` : written
}
