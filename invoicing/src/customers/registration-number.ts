/**
 * Writes the number of a company in the trade register of its country (ISO 3166-1 alpha-2; null is the Netherlands).
 * A Dutch KvK number is eight digits without spaces and dots, and has no check digit; that of another country is as it
 * is written there, at least two characters with a digit among them. Gives null when it cannot be one.
 */
export function readRegistrationNumber(input: string, country: string | null = null): string | null {
  if ((country ?? 'NL') !== 'NL') return /\d/.test(input) && input.length >= 2 ? input : null
  const number = input.replaceAll(/[\s.]/g, '')
  return /^\d{8}$/.test(number) ? number : null
}
