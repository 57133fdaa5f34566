import { readPaymentTerm } from '../invoices/payment-term.ts'
import type { Problem } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'
import { isOfferedVatTreatment, type OfferedVatTreatment } from '../vat/treatments.ts'
import { memberStateOf } from '../vat-numbers/vat-number.ts'
import { readChecked } from './contact-fields.ts'
import { readContacts } from './contacts.ts'
import { isInEuropeanUnion } from './countries.ts'
import {
  type CustomerAgreements,
  type CustomerContent,
  type CustomerInput,
  type DocumentLanguage,
  documentLanguages,
} from './customer.ts'
import { cleanPeppolId, isOin } from './electronic-address.ts'
import { readPostalAddress } from './postal-address.ts'

/** Who a customer is, as its agreements are judged with. */
type Identity = Pick<CustomerContent, 'kind' | 'country' | 'vatNumber'>

/** Reads what is agreed with a customer; what is wrong is added to `problems`. */
export function readAgreements(
  problems: Problem[],
  input: CustomerInput,
  identity: Identity,
): Required<CustomerAgreements> {
  return {
    postalAddress: readPostalAddress(problems, input.postalAddress, identity.country),
    contacts: readContacts(problems, input.contacts ?? []),
    oin: readChecked(problems, 'oin', input.oin, (text) => readOin(text, identity), 'oin_invalid'),
    peppolId: readPeppol(problems, input.peppolId),
    paymentTermDays: readPaymentTerm(problems, input.paymentTermDays),
    language: readLanguage(problems, input.language),
    vatTreatment: readTreatment(problems, input.vatTreatment, identity),
    attachUbl: readChoice(problems, 'attachUbl', input.attachUbl),
  }
}

function readOin(text: string, { country, kind }: Identity): string | null {
  const digits = text.replaceAll(/[\s.]/g, '')
  return isOin(digits) && country === 'NL' && kind === 'company' ? digits : null
}

/** The longest value with its scheme, and the words before it that some write. */
const PEPPOL_ID_LENGTH = 80

function readPeppol(problems: Problem[], input: string | null | undefined): string | null {
  const text = readText(problems, 'peppolId', input, { maximumLength: PEPPOL_ID_LENGTH })
  if (text === null) return null
  const id = cleanPeppolId(text)
  if (id === null && !problems.some(({ path }) => path === 'peppolId')) {
    problems.push({ path: 'peppolId', code: 'peppol_id_invalid' })
  }
  return id
}

function readLanguage(problems: Problem[], input: string | null | undefined): DocumentLanguage | null {
  if (input === null || input === undefined || input === '') return null
  const language = documentLanguages.find((known) => known === input)
  if (language === undefined) problems.push({ path: 'language', code: 'choice_unknown' })
  return language ?? null
}

function readChoice(
  problems: Problem[],
  path: string,
  input: boolean | string | null | undefined,
): boolean | null {
  if (input === null || input === undefined || input === '') return null
  if (String(input) !== 'true' && String(input) !== 'false') problems.push({ path, code: 'choice_unknown' })
  return String(input) === 'true'
}

function readTreatment(
  problems: Problem[],
  input: string | null | undefined,
  identity: Identity,
): OfferedVatTreatment | null {
  if (input === null || input === undefined || input === '') return null
  if (!isOfferedVatTreatment(input)) {
    problems.push({ path: 'vatTreatment', code: 'vat_treatment_unknown' })
    return null
  }
  if ((input === 'eu_goods' || input === 'eu_services') && !isElsewhereInUnion(identity)) {
    problems.push({ path: 'vatTreatment', code: 'vat_treatment_not_of_customer' })
  }
  return input
}

/** A business in another member state, or registered in one for VAT; goods go to Northern Ireland as well. */
function isElsewhereInUnion({ country, kind, vatNumber }: Identity): boolean {
  if (kind !== 'company') return false
  const state = vatNumber === null ? null : memberStateOf(vatNumber)
  return (country !== 'NL' && isInEuropeanUnion(country)) || (state !== null && state !== 'NL')
}
