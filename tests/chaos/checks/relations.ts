import { relationCodeOf } from '../../../bookkeeping/src/relations/relation-code.ts'
import type { Evidence } from './evidence.ts'

/**
 * I4: one relation for each customer, added once, under the code that belongs to the customer. What was being added to
 * books that are no longer linked may have been left there as it was, but never twice.
 */
export function checkRelations({ areLinked, bookings, books, journal, relations }: Evidence): string[] {
  const wrong: string[] = []
  for (const { code, customer_id, state } of relations) {
    const inBooks = books.relations.filter((relation) => relation.code === code)
    const added = journal.filter(
      (it) => it.operation === 'AddRelatie' && it.worked && codeIn(it.request) === code,
    )
    if (code !== relationCodeOf(customer_id)) wrong.push(`I4: customer ${customer_id} has code ${code}`)
    if (!areLinked && inBooks.length === 0 && !isAdded(state)) continue
    if (inBooks.length !== 1) wrong.push(`I4: relation ${code} stands ${inBooks.length} times in the books`)
    if (added.filter((it) => it.code === '').length !== 1) {
      wrong.push(`I4: relation ${code} was added ${added.length} times`)
    }
    if (areLinked && state !== 'present') wrong.push(`I4: relation ${code} is ${state}`)
  }
  const known = new Set(relations.map(({ code }) => code))
  for (const { code } of books.relations) {
    if (!known.has(code)) wrong.push(`I4: relation ${code} in the books is nobody's`)
  }
  for (const { invoiceNumber, relationCode } of books.mutations) {
    const booking = bookings.find((it) => it.invoice_number === invoiceNumber)
    const relation = relations.find(({ id }) => id === booking?.relation_id)
    if (relation?.code !== relationCode)
      wrong.push(`I4: ${invoiceNumber} is booked on relation ${relationCode}`)
  }
  return wrong
}

/** Whether the service has said that it has it. */
export function isAdded(state: string): boolean {
  return ['present', 'outdated', 'updating'].includes(state)
}

function codeIn(request: string): string {
  return /<Code>([^<]*)</.exec(request)?.[1] ?? ''
}
