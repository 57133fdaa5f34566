import { checkVAT, countries } from 'jsvat'
import { isCountryCode } from '../customers/countries.ts'

/** The prefix of a country's VAT numbers where it is not the country's own code: Greece and Northern Ireland. */
const prefixOfCountry: Readonly<Record<string, readonly string[]>> = { GR: ['EL'], GB: ['XI', 'GB'] }

/** Prefixes of VAT numbers of the EU; Greece uses EL, Northern Ireland (goods only) XI. */
const europeanPrefixes = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

/** Digits of a Northern Irish number, which jsvat does not know: those of a British one. */
const northernIrishNumber = /^XI(\d{9}|\d{12}|(GD|HA)\d{3})$/

/** Ten digits that begin with 0 or, since 2023, with 1; jsvat knows the first kind alone. */
const belgianNumber = /^BE[01]\d{9}$/

/**
 * Writes a VAT number without spaces, dots and hyphens, in capitals, judged with the country of whom it belongs to
 * (ISO 3166-1 alpha-2; null is the Netherlands). A prefix that was left out is added when the number is right with it.
 * Checks the form and the check digits of EU numbers (for the Netherlands both the 11-test and the mod-97 numbers of
 * sole traders), whichever member state gave it: a company may be registered in another than it lives in. Of other
 * countries only that it is made of letters and digits, some of them digits. Returns null when it cannot be right.
 */
export function readVatNumber(input: string, country: string | null = null): string | null {
  const number = input
    .replaceAll(/[\s.-]/g, '')
    .toUpperCase()
    .replace(/^GR(?=\d)/, 'EL')
  if (!/^[A-Z0-9]{4,20}$/.test(number) || !/\d{2}/.test(number)) return null
  if (isEuropean(number)) return isRight(number) ? number : null
  const prefixes = prefixOfCountry[country ?? 'NL'] ?? [country ?? 'NL']
  const completed = prefixes.map((prefix) => `${prefix}${number}`).find((it) => isEuropean(it) && isRight(it))
  if (completed !== undefined) return completed
  const isOfMember = prefixes.some((prefix) => europeanPrefixes.has(prefix))
  return isOfMember && !isOfThirdCountry(number) ? null : number
}

/** The member state of a VAT number in its clean form («EL» for Greece, «XI» for Northern Ireland), or null. */
export function memberStateOf(vatNumber: string): string | null {
  return isEuropean(vatNumber) ? vatNumber.slice(0, 2) : null
}

/** With the code of a country before it; a member state's number without its prefix, and wrong, is none. */
function isOfThirdCountry(number: string): boolean {
  return isCountryCode(number.slice(0, 2)) && /(\d[A-Z]*){5}/.test(number.slice(2))
}

function isEuropean(number: string): boolean {
  const prefix = number.slice(0, 2)
  return prefix === 'XI' || europeanPrefixes.has(prefix)
}

function isRight(number: string): boolean {
  const prefix = number.slice(0, 2)
  if (prefix === 'XI') return northernIrishNumber.test(number)
  // Zeros alone pass the arithmetic of some countries, and belong to nobody.
  if (!/[1-9]/.test(number.slice(2))) return false
  if (prefix === 'BE') return belgianNumber.test(number) && hasBelgianCheckDigits(number)
  return checkVAT(number, countries).isValid
}

/** The last two digits are 97 less the remainder of the first eight by 97. */
function hasBelgianCheckDigits(number: string): boolean {
  return Number(number.slice(10)) === 97 - (Number(number.slice(2, 10)) % 97)
}
