import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import {
  type ContactFields,
  type ContactInput,
  readChecked,
  readContactFields,
} from '../customers/contact-fields.ts'
import { type Problem, type Validated, validated } from '../problems/problem.ts'

/** Who sends the invoices, as it stands on them. All but the name may be missing. */
export type OrganizationProfile = ContactFields & {
  /** Without spaces, in capitals. */
  readonly iban: string | null
}

export type OrganizationInput = ContactInput & { readonly iban?: string | null | undefined }

/** Checks the profile of an organisation, and gives it in its clean form. */
export function validateOrganization(input: OrganizationInput): Validated<OrganizationProfile> {
  const problems: Problem[] = []
  const fields = readContactFields(problems, input)
  const iban = readChecked(problems, 'iban', input.iban, readIban, 'iban_invalid')
  return validated(problems, { ...fields, iban })
}

/** What the law wants on an invoice of the one who sends it. */
const legallyRequired = ['address', 'postalCode', 'city', 'kvkNumber', 'vatNumber'] as const
export type LegallyRequiredField = (typeof legallyRequired)[number]

/** The fields that are still empty and that Dutch law wants on every invoice. */
export function missingLegalFields(profile: OrganizationProfile): LegallyRequiredField[] {
  return legallyRequired.filter((field) => profile[field] === null)
}

function readIban(input: string): string | null {
  const iban = electronicFormatIBAN(input)
  return iban !== null && isValidIBAN(iban) ? iban : null
}
