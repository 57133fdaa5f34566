import type { Problem } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'
import { readVatNumber } from '../vat-numbers/vat-number.ts'
import { isCountryCode } from './countries.ts'
import { readRegistrationNumber } from './registration-number.ts'

/**
 * The lengths that e-Boekhouden.nl takes for a relation (manual 5.5). A contact has 150 when it is added but 50
 * when it is updated, so 50 is what can be kept.
 */
export const contactLengths = {
  name: 100,
  contactName: 50,
  address: 150,
  postalCode: 50,
  city: 50,
  email: 150,
  phone: 50,
} as const

/** What a customer and one's own organisation have in common. All but the name may be missing. */
export type ContactFields = {
  readonly name: string
  /** Street and house number. */
  readonly address: string | null
  readonly postalCode: string | null
  readonly city: string | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  readonly email: string | null
  readonly phone: string | null
  /** Eight digits; of a foreign company the number of its own register. */
  readonly kvkNumber: string | null
  /** With the prefix of the country, in capitals, without spaces or dots. */
  readonly vatNumber: string | null
}

export type ContactInput = { readonly [Field in keyof ContactFields]?: string | null | undefined }

/** Reads and checks the fields; what is wrong is added to `problems`. */
export function readContactFields(problems: Problem[], input: ContactInput): ContactFields {
  const country = readCountry(problems, input.country, 'country')
  return {
    name:
      readText(problems, 'name', input.name, { maximumLength: contactLengths.name, required: true }) ?? '',
    address: readText(problems, 'address', input.address, { maximumLength: contactLengths.address }),
    postalCode: readPostalCode(problems, input.postalCode, country, 'postalCode'),
    city: readText(problems, 'city', input.city, { maximumLength: contactLengths.city }),
    country,
    email: readEmail(problems, 'email', input.email),
    phone: readText(problems, 'phone', input.phone, { maximumLength: contactLengths.phone }),
    kvkNumber: readChecked(
      problems,
      'kvkNumber',
      input.kvkNumber,
      (text) => readRegistrationNumber(text, country),
      (country ?? 'NL') === 'NL' ? 'kvk_number_invalid' : 'registration_number_invalid',
    ),
    vatNumber: readChecked(
      problems,
      'vatNumber',
      input.vatNumber,
      (text) => readVatNumber(text, country),
      'vat_number_invalid',
    ),
  }
}

/** Reads a text of which another function knows the form; that one gives null when it is wrong. */
export function readChecked(
  problems: Problem[],
  path: string,
  input: string | null | undefined,
  read: (text: string) => string | null,
  code: Problem['code'],
): string | null {
  const text = readText(problems, path, input, { maximumLength: 50 })
  if (text === null) return null
  const value = read(text)
  if (value === null && !problems.some((problem) => problem.path === path)) problems.push({ path, code })
  return value
}

export function readCountry(
  problems: Problem[],
  input: string | null | undefined,
  path: string,
): string | null {
  const country = (input ?? '').trim().toUpperCase()
  if (country === '') return null
  if (!isCountryCode(country)) problems.push({ path, code: 'country_unknown' })
  return country
}

/** «1234ab» becomes «1234 AB»; outside the Netherlands a postal code is any short text. */
export function readPostalCode(
  problems: Problem[],
  input: string | null | undefined,
  country: string | null,
  path: string,
): string | null {
  const text = readText(problems, path, input, { maximumLength: contactLengths.postalCode })
  if (text === null || (country ?? 'NL') !== 'NL') return text
  const match = /^([1-9]\d{3})\s*([A-Z]{2})$/i.exec(text)
  if (match?.[1] === undefined || match[2] === undefined) {
    problems.push({ path, code: 'postal_code_invalid' })
    return text
  }
  return `${match[1]} ${match[2].toUpperCase()}`
}

/** Something, one at sign, a host with a dot. Whether it exists only a message can tell. */
const emailPattern = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\.]+(\.[^\s@<>"(),:;[\]\\.]+)+$/

/** Whether a text could be an e-mail address, of one person, without a name beside it. */
export function isEmailAddress(text: string): boolean {
  return emailPattern.test(text) && text.length <= contactLengths.email
}

export function readEmail(
  problems: Problem[],
  path: string,
  input: string | null | undefined,
): string | null {
  const email = readText(problems, path, input, { maximumLength: contactLengths.email })
  if (email !== null && !emailPattern.test(email) && !problems.some((problem) => problem.path === path)) {
    problems.push({ path, code: 'email_invalid' })
  }
  return email
}
