import { type Problem, type Validated, validated } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'
import { readAgreements } from './agreements.ts'
import { contactLengths, readContactFields } from './contact-fields.ts'
import { type CustomerContent, type CustomerInput, type CustomerKind, customerKinds } from './customer.ts'

/**
 * Checks a customer as it may be saved, and gives it in its clean form: trimmed, numbers without spaces,
 * «1234 AB», empty as null. A customer may be saved without an address; an invoice for one without cannot be
 * made final. Without a country it is a Dutch one.
 */
export function validateCustomer(input: CustomerInput): Validated<CustomerContent> {
  const problems: Problem[] = []
  const kind = readKind(problems, input.kind)
  const fields = readContactFields(problems, input)
  const contactName = readText(problems, 'contactName', input.contactName, {
    maximumLength: contactLengths.contactName,
  })
  const identity = { kind, ...fields, contactName, country: fields.country ?? 'NL' }
  return validated(problems, { ...identity, ...readAgreements(problems, input, identity) })
}

function readKind(problems: Problem[], input: string | null | undefined): CustomerKind {
  const kind = customerKinds.find((known) => known === input)
  if (kind === undefined) problems.push({ path: 'kind', code: input ? 'choice_unknown' : 'required' })
  return kind ?? 'company'
}
