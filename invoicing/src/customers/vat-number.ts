import { checkVAT, countries } from 'jsvat'

/** Prefixes of VAT numbers of the EU; Greece uses EL, Northern Ireland (goods only) XI. */
const europeanPrefixes = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

/** Digits of a Northern Irish number, which jsvat does not know: those of a British one. */
const northernIrishNumber = /^XI(\d{9}|\d{12}|(GD|HA)\d{3})$/

/**
 * Writes a VAT number without spaces, dots and hyphens, in capitals. Checks the form and the check digits of
 * EU numbers (for the Netherlands both the 11-test and the mod-97 numbers of sole traders); of other countries
 * only that it is made of letters and digits. Returns null when it cannot be right.
 */
export function readVatNumber(input: string): string | null {
  const number = input.replaceAll(/[\s.-]/g, '').toUpperCase()
  if (!/^[A-Z0-9]{4,20}$/.test(number)) return null
  const prefix = number.slice(0, 2)
  if (prefix === 'XI') return northernIrishNumber.test(number) ? number : null
  if (!europeanPrefixes.has(prefix)) return number
  // Zeros alone pass the arithmetic of some countries, and belong to nobody.
  if (!/[1-9]/.test(number.slice(2))) return null
  return checkVAT(number, countries).isValid ? number : null
}
