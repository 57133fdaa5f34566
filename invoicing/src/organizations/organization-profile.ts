import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import {
  type ContactFields,
  type ContactInput,
  readChecked,
  readContactFields,
} from '../customers/contact-fields.ts'
import { type Problem, type Validated, validated } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'

/** Who sends the invoices, as it stands on them. All but the name may be missing. */
export type OrganizationProfile = ContactFields & {
  /** Without spaces, in capitals. */
  readonly iban: string | null
  /** In whose name the account is, as the bank knows it. Banks compare it with what a payer fills in. */
  readonly accountName: string | null
  readonly vatScheme: VatScheme
  /** The one colour on what customers get, as «#a8481c»; without it everything is ink. */
  readonly accentColor?: string | null
  /** Which of its logos stands there; a person hands in another, nobody fills in its id. */
  readonly logoId?: string | null
}

/** How the organization deals with VAT: as most, or not at all under the kleineondernemersregeling (art. 25 Wet OB). */
export const vatSchemes = ['ordinary', 'small_business_scheme'] as const
export type VatScheme = (typeof vatSchemes)[number]

export type OrganizationInput = ContactInput & {
  readonly iban?: string | null | undefined
  readonly accountName?: string | null | undefined
  /** Left out, it is the ordinary one. */
  readonly vatScheme?: string | null | undefined
  readonly accentColor?: string | null | undefined
}

/** What a payment carries at most (EPC069-12, SEPA). */
const ACCOUNT_NAME_LENGTH = 70

/** Checks the profile of an organisation, and gives it in its clean form. */
export function validateOrganization(input: OrganizationInput): Validated<OrganizationProfile> {
  const problems: Problem[] = []
  const fields = readContactFields(problems, input)
  const iban = readChecked(problems, 'iban', input.iban, readIban, 'iban_invalid')
  const accountName = readText(problems, 'accountName', input.accountName, {
    maximumLength: ACCOUNT_NAME_LENGTH,
  })
  const vatScheme = readScheme(problems, input.vatScheme)
  const accentColor = readChecked(problems, 'accentColor', input.accentColor, readColour, 'colour_invalid')
  return validated(problems, { ...fields, iban, accountName, vatScheme, accentColor })
}

function readScheme(problems: Problem[], input: string | null | undefined): VatScheme {
  const scheme = vatSchemes.find((known) => known === (input ?? 'ordinary'))
  if (scheme === undefined) problems.push({ path: 'vatScheme', code: 'choice_unknown' })
  return scheme ?? 'ordinary'
}

/**
 * What the law wants on an invoice of the one who sends it (article 35a Wet OB; the KvK number by article 27
 * Handelsregisterwet), and on a simplified one (article 34d, 35a lid 3) without the VAT number.
 */
const legallyRequired = ['address', 'postalCode', 'city', 'kvkNumber', 'vatNumber'] as const
export type LegallyRequiredField = (typeof legallyRequired)[number]

/**
 * The fields that are still empty and that Dutch law wants on an invoice: on an ordinary one, or on one that needs no
 * VAT number of the sender, because it is simplified or charges none by law. Only Dutch businesses have a KvK number and a postal code
 * for certain.
 */
export function missingLegalFields(
  profile: OrganizationProfile,
  needs: { readonly vatNumber: boolean } = { vatNumber: profile.vatScheme === 'ordinary' },
): LegallyRequiredField[] {
  const isDutch = (profile.country ?? 'NL') === 'NL'
  return legallyRequired.filter((field) => {
    if (field === 'vatNumber' && !needs.vatNumber) return false
    if (!isDutch && (field === 'postalCode' || field === 'kvkNumber')) return false
    return profile[field] === null
  })
}

/** Whether everything is there that an invoice says of its sender, the account to pay to included. */
export function isComplete(profile: OrganizationProfile): boolean {
  return missingLegalFields(profile).length === 0 && profile.iban !== null && profile.accountName !== null
}

/** «#A8481C», with or without the sign, as six hexadecimal digits or three. */
function readColour(input: string): string | null {
  const digits = input.replace(/^#/, '').toLowerCase()
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`
  return /^[0-9a-f]{3}$/.test(digits) ? `#${[...digits].map((digit) => digit + digit).join('')}` : null
}

function readIban(input: string): string | null {
  const iban = electronicFormatIBAN(input)
  return iban !== null && isValidIBAN(iban) ? iban : null
}
