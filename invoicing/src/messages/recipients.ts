import { isEmailAddress } from '../customers/contact-fields.ts'
import type { Problem } from '../problems/problem.ts'

/** More than this is a mailing, not an invoice. */
const mostRecipients = 10

/**
 * The addresses in what was typed: each text may hold several, with commas, semicolons or lines between, and a name
 * before an address between angle brackets. Twice the same address is once. What is no address is a problem at its
 * place, and never taken for something else.
 */
export function readRecipients(problems: Problem[], typed: readonly string[]): string[] {
  const addresses = new Map<string, string>()
  for (const [index, text] of typed.entries()) {
    for (const part of partsOf(text)) {
      const address = /<([^<>]*)>$/.exec(part)?.[1]?.trim() ?? part
      if (isEmailAddress(address)) addresses.set(address.toLowerCase(), address)
      else problems.push({ path: `recipients.${index}`, code: 'email_invalid' })
    }
  }
  if (addresses.size === 0 && problems.length === 0)
    problems.push({ path: 'recipients', code: 'recipient_missing' })
  if (addresses.size > mostRecipients)
    problems.push({ path: 'recipients', code: 'too_many_recipients', limit: mostRecipients })
  return [...addresses.values()]
}

/** A comma within a name in quotes separates nothing. */
function partsOf(text: string): string[] {
  const parts = text.match(/(?:"[^"]*"|[^,;\n"])+|"/g) ?? []
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
