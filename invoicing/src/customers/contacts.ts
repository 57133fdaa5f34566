import type { Problem } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'
import { contactLengths, readEmail } from './contact-fields.ts'

/** Somebody at a customer. One of name and e-mail address is there. */
export type Contact = {
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly receivesInvoices: boolean
}

export type ContactPersonInput = {
  readonly name?: string | null | undefined
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly receivesInvoices?: boolean | null | undefined
}

/** Nobody keeps more people of one customer up to date, and each is read with every customer. */
export const MAXIMUM_CONTACTS = 20

/** Reads the people at a customer; what is wrong is added to `problems`, at `contacts.0.email`. */
export function readContacts(problems: Problem[], inputs: readonly ContactPersonInput[]): Contact[] {
  if (inputs.length > MAXIMUM_CONTACTS) {
    problems.push({ path: 'contacts', code: 'too_many_contacts', limit: MAXIMUM_CONTACTS })
    return []
  }
  return inputs.map((input, index) => readContact(problems, `contacts.${index}`, input))
}

function readContact(problems: Problem[], path: string, input: ContactPersonInput): Contact {
  const contact = {
    name: readText(problems, `${path}.name`, input.name, { maximumLength: contactLengths.name }),
    email: readEmail(problems, `${path}.email`, input.email),
    phone: readText(problems, `${path}.phone`, input.phone, { maximumLength: contactLengths.phone }),
    receivesInvoices: input.receivesInvoices ?? false,
  }
  if (contact.name === null && contact.email === null)
    problems.push({ path: `${path}.name`, code: 'required' })
  else if (contact.receivesInvoices && contact.email === null) {
    problems.push({ path: `${path}.email`, code: 'contact_email_missing' })
  }
  return contact
}

/**
 * The addresses that invoices are mailed to: those of the contacts that receive invoices, or else the customer's own.
 * Each once, whatever the case of its letters; none where there is no address at all.
 */
export function invoiceRecipients(customer: {
  readonly email: string | null
  readonly contacts?: readonly Contact[]
}): string[] {
  const named = (customer.contacts ?? [])
    .filter(({ receivesInvoices }) => receivesInvoices)
    .flatMap(({ email }) => email ?? [])
  const wanted = named.length > 0 ? named : [customer.email].filter((email) => email !== null)
  return [...new Map(wanted.map((email) => [email.toLowerCase(), email])).values()]
}
