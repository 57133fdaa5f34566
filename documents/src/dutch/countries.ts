const names = new Intl.DisplayNames('nl', { type: 'region' })

/** The Dutch name of a country, from its ISO code of two letters. */
export function countryName(code: string): string {
  return names.of(code) ?? code
}
