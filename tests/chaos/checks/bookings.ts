import type { PlannedMutation } from '@stella/bookkeeping'
import type { MutationSnapshot } from '@stella/e-boekhouden-sandbox'
import { parseAmount } from '@stella/invoicing'
import type { Evidence } from './evidence.ts'

/**
 * I1: exactly one mutation for each final invoice, in the books that it is booked in. I2: none without a final
 * invoice of these books, so that none stands in two.
 */
export function checkMutations({ bookings, books, invoices }: Evidence): string[] {
  const wrong: string[] = []
  const inBooks = groupBy(books.mutations, (mutation) => mutation.invoiceNumber)
  for (const { number } of invoices) {
    const booking = bookings.find((it) => it.invoice_number === number)
    const found = inBooks.get(number ?? '') ?? []
    if (found.length !== 1) wrong.push(`I1: ${number} stands ${found.length} times in the books`)
    if (booking?.state !== 'booked' && booking?.state !== 'verified') {
      wrong.push(`I1: the booking of ${number} is ${booking?.state} (${booking?.cause})`)
    } else if (booking.mutation_number !== BigInt(found[0]?.number ?? 0)) {
      wrong.push(`I1: ${number} is mutation ${found[0]?.number}, not ${booking.mutation_number}`)
    }
    if (found.some(({ document }) => document !== booking?.reference))
      wrong.push(`I1: ${number} has no mark of ours`)
  }
  const numbers = new Set(invoices.map(({ number }) => number))
  for (const { invoiceNumber } of books.mutations) {
    if (!numbers.has(invoiceNumber))
      wrong.push(`I2: mutation for ${invoiceNumber}, of which there is no invoice`)
  }
  return wrong
}

/**
 * I1: every final invoice is booked in some books. I2: every invoice that was acknowledged is still final under its
 * number, without gaps.
 */
export function checkFinals(all: readonly Evidence[]): string[] {
  const [first] = all
  if (first === undefined) return []
  const { finals, organization } = first
  const wrong: string[] = []
  finals.forEach(({ id, number }, index) => {
    const booked = all.filter(({ invoices }) => invoices.some((it) => it.id === id))
    if (booked.length !== 1) wrong.push(`I1: ${number} is booked in ${booked.length} books`)
    if (Number(number?.slice(-4)) !== index + 1)
      wrong.push(`I2: ${number} is number ${index + 1} of its series`)
  })
  for (const { invoiceId, number } of organization.acknowledged) {
    if (finals.find(({ id }) => id === invoiceId)?.number !== number)
      wrong.push(`I2: ${number} was acknowledged and is lost`)
  }
  return wrong
}

/** I3: the same sums to the cent: per invoice, VAT code and account, in total, and in the ledger underneath. */
export function checkAmounts({ bookings, books, invoices }: Evidence): string[] {
  const wrong: string[] = []
  for (const invoice of invoices) {
    const planned = bookings.find((it) => it.invoice_id === invoice.id)?.mutation as
      | PlannedMutation
      | undefined
    const booked = books.mutations.filter((it) => it.invoiceNumber === invoice.number)
    for (const mutation of booked) {
      const left = sumsOf(
        planned?.lines.map((it) => [`${it.revenueAccount} ${it.vatCode}`, it.net, it.vat, it.gross]) ?? [],
      )
      const right = sumsOf(linesOf(mutation))
      if (left !== right) wrong.push(`I3: ${invoice.number} is ${right} in the books, not ${left}`)
      const total = totalOf(mutation)
      if (total !== `${invoice.total_net} ${invoice.total_vat} ${invoice.total_gross}`) {
        wrong.push(`I3: ${invoice.number} is ${total} cents in the books`)
      }
    }
  }
  const entries = books.mutations.flatMap((mutation) => mutation.entries)
  const debtors = entries.filter(({ account }) => account === '1300').map(({ amount }) => parseAmount(amount))
  const gross = invoices.reduce((sum, { total_gross }) => sum + total_gross, 0n)
  if (add(debtors) !== gross)
    wrong.push(`I3: account 1300 holds ${add(debtors)} cents, the invoices ${gross}`)
  if (add(entries.map(({ amount }) => parseAmount(amount))) !== 0n)
    wrong.push('I3: the ledger does not balance')
  return wrong
}

/** I5: booked in the order of the numbers; passed are only those of which the log says that they wait. */
export function checkOrder({ activities, bookings, books, relations }: Evidence): string[] {
  const waited = new Set(activities.filter(({ kind }) => passedBy.has(kind)).map((it) => it.subject_id))
  const customers = new Map(relations.map((it) => [it.id, it.customer_id]))
  const inOrder = books.mutations.toSorted((a, b) => a.number - b.number)
  let highest = ''
  return inOrder.flatMap(({ invoiceNumber }) => {
    if (invoiceNumber > highest) {
      highest = invoiceNumber
      return []
    }
    const booking = bookings.find((it) => it.invoice_number === invoiceNumber)
    const subjects = [booking?.invoice_id, customers.get(booking?.relation_id ?? '')]
    if (subjects.some((subject) => subject !== undefined && waited.has(subject))) return []
    return [`I5: ${invoiceNumber} was booked after ${highest}`]
  })
}

const passedBy: ReadonlySet<string> = new Set(['invoice_outcome_unknown', 'relation_outcome_unknown'])

function linesOf(mutation: MutationSnapshot): [string, string, string, string][] {
  return mutation.lines.map((it) => [
    `${it.ledgerAccount} ${it.vatCode}`,
    it.amountExcl,
    it.amountVat,
    it.amountIncl,
  ])
}

function totalOf(mutation: MutationSnapshot): string {
  const lines = linesOf(mutation)
  return [1, 2, 3].map((column) => add(lines.map((line) => parseAmount(line[column] ?? '')))).join(' ')
}

function sumsOf(lines: readonly [string, string, string, string][]): string {
  const sums = [...groupBy(lines, ([key]) => key)].map(([key, group]) => {
    const columns = [1, 2, 3].map((column) => add(group.map((line) => parseAmount(line[column] ?? ''))))
    return `${key} ${columns.join(' ')}`
  })
  return sums.sort().join(', ')
}

function add(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n)
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
