import type { Problem } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'
import { contactLengths, readCountry, readPostalCode } from './contact-fields.ts'

/** Where post goes: a street or a post box, in a town. */
export type PostalAddress = {
  readonly address: string
  readonly postalCode: string | null
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

export type PostalAddressInput = { readonly [Field in keyof PostalAddress]?: string | null | undefined }

/**
 * Reads where post goes. One of which nothing but the country is filled in is none; of one that is begun the rest is
 * asked, at `postalAddress.city`.
 *
 * @param home the country of the customer, which it is in where none is said
 */
export function readPostalAddress(
  problems: Problem[],
  input: PostalAddressInput | null | undefined,
  home: string,
): PostalAddress | null {
  const at = (field: string) => `postalAddress.${field}`
  const country = readCountry(problems, input?.country, at('country')) ?? home
  const city = readText(problems, at('city'), input?.city, { maximumLength: contactLengths.city })
  const address = readText(problems, at('address'), input?.address, { maximumLength: contactLengths.address })
  const postalCode = readPostalCode(problems, input?.postalCode, country, at('postalCode'))
  if (address === null && city === null && postalCode === null) return null
  if (address === null) problems.push({ path: at('address'), code: 'required' })
  if (city === null) problems.push({ path: at('city'), code: 'required' })
  if (postalCode === null && country === 'NL') problems.push({ path: at('postalCode'), code: 'required' })
  return { address: address ?? '', postalCode, city: city ?? '', country }
}
