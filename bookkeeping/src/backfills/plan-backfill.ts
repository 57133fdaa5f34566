import { isReference } from '../bookings/reference.ts'
import type { SalesMutation } from '../ports/readings.ts'

/** A final invoice or credit note that Stella did not book; amounts in cents, negative of a credit note. */
export type OldInvoice = {
  readonly invoiceId: string
  readonly number: string
  readonly customerId: string
  readonly customer: string
  readonly date: string
  readonly net: bigint
  readonly vat: bigint
  readonly gross: bigint
  /** Stella's own mark of it. */
  readonly reference: string
  /** Brought in from another program. */
  readonly isHistory: boolean
  /** Of a credit note: the invoice that it takes back, and whether that stands in these books already. */
  readonly credits: { readonly invoiceId: string; readonly isInBooks: boolean } | null
}

/** What differs between an invoice and the mutation that seems to be it. */
export type Unlike = 'number' | 'date' | 'amount'

export type FoundOne = {
  readonly invoice: OldInvoice
  readonly mutation: SalesMutation
  readonly unlike: readonly Unlike[]
}

/**
 * What a backfill would do, each invoice in one group: `book` it; `adopt` the mutation that is equal; `differing` ones
 * have a mutation of their number, or of their day and amounts, that is not the same; `ambiguous` ones have several, or one
 * of another invoice; `alone` are credit notes of what would not stand in the books; `history` is never booked.
 */
export type BackfillPlan = {
  readonly book: readonly OldInvoice[]
  readonly adopt: readonly FoundOne[]
  readonly differing: readonly FoundOne[]
  readonly ambiguous: readonly { readonly invoice: OldInvoice; readonly mutations: readonly number[] }[]
  readonly alone: readonly OldInvoice[]
  readonly history: readonly OldInvoice[]
}

/**
 * Puts the invoices that Stella did not book, oldest first, beside the sales that stand in the books.
 *
 * @param taken numbers of mutations that other invoices of Stella are
 */
export function planBackfill(
  invoices: readonly OldInvoice[],
  sales: readonly SalesMutation[],
  taken: ReadonlySet<number>,
): BackfillPlan {
  const candidates = sales.filter(({ kind, number }) => kind === 'invoice_sent' && !taken.has(number))
  const ours = invoices.filter(({ isHistory }) => !isHistory)
  const byNumber = Map.groupBy(candidates, ({ invoiceNumber }) => plain(invoiceNumber))
  const numbers = new Set(ours.map(({ number }) => plain(number)))
  // What bears the number of an invoice is that one's alone, however much it looks like another.
  const others = candidates.filter(({ invoiceNumber }) => !numbers.has(plain(invoiceNumber)))
  const byLook = Map.groupBy(others, (mutation) => look(mutation.date, netOf(mutation), vatOf(mutation)))
  const alike = Map.groupBy(ours, ({ date, net, vat }) => look(date, net, vat))
  const judged = ours.map((invoice) => {
    const named = byNumber.get(plain(invoice.number)) ?? []
    const looks = look(invoice.date, invoice.net, invoice.vat)
    const isOnly = alike.get(looks)?.length === 1
    // Two invoices of a day and an amount, and a mutation of these: which of both it is, nobody can tell.
    const found = named.length > 0 ? named : isOnly ? (byLook.get(looks) ?? []) : []
    return judge(invoice, found)
  })
  const of = <Kind extends Judged['kind']>(kind: Kind) =>
    judged.filter((it): it is Extract<Judged, { kind: Kind }> => it.kind === kind)
  const { alone, book } = withoutAlone(
    of('book').map(({ invoice }) => invoice),
    of('adopt').map(({ invoice }) => invoice),
  )
  return {
    book,
    alone,
    adopt: of('adopt'),
    differing: of('differing'),
    ambiguous: of('ambiguous'),
    history: invoices.filter(({ isHistory }) => isHistory),
  }
}

type Judged =
  | { readonly kind: 'book'; readonly invoice: OldInvoice }
  | ({ readonly kind: 'adopt' | 'differing' } & FoundOne)
  | { readonly kind: 'ambiguous'; readonly invoice: OldInvoice; readonly mutations: readonly number[] }

function judge(invoice: OldInvoice, found: readonly SalesMutation[]): Judged {
  const [mutation, ...others] = found
  if (mutation === undefined) return { kind: 'book', invoice }
  const isOfAnother = isReference(mutation.document) && mutation.document !== invoice.reference
  if (others.length > 0 || isOfAnother)
    return { kind: 'ambiguous', invoice, mutations: found.map(({ number }) => number) }
  const unlike = unlikeIn(invoice, mutation)
  return { kind: unlike.length === 0 ? 'adopt' : 'differing', invoice, mutation, unlike }
}

function unlikeIn(invoice: OldInvoice, mutation: SalesMutation): Unlike[] {
  const isAmount = invoice.net === netOf(mutation) && invoice.vat === vatOf(mutation)
  return [
    ...(plain(invoice.number) === plain(mutation.invoiceNumber) ? [] : (['number'] as const)),
    ...(invoice.date === mutation.date ? [] : (['date'] as const)),
    ...(isAmount ? [] : (['amount'] as const)),
  ]
}

/** A credit note is never alone in the books: it goes along only where its invoice stands there, or comes first. */
function withoutAlone(book: readonly OldInvoice[], adopt: readonly OldInvoice[]) {
  const there = new Set([...book, ...adopt].map(({ invoiceId }) => invoiceId))
  const isAlone = ({ credits }: OldInvoice) =>
    credits !== null && !credits.isInBooks && !there.has(credits.invoiceId)
  return { alone: book.filter(isAlone), book: book.filter((invoice) => !isAlone(invoice)) }
}

/** Without VAT, in cents; null where a line is no whole number of them. */
export function netOf({ lines }: SalesMutation): bigint | null {
  return sumOf(lines.map(({ net }) => net))
}

export function vatOf({ lines }: SalesMutation): bigint | null {
  return sumOf(lines.map(({ vat }) => vat))
}

function sumOf(amounts: readonly (string | null)[]): bigint | null {
  let sum = 0n
  for (const amount of amounts) {
    if (amount === null) return null
    sum += BigInt(amount)
  }
  return sum
}

/** Two with the same may be the same. */
function look(date: string, net: bigint | null, vat: bigint | null): string {
  return `${date} ${net} ${vat}`
}

/** Without blanks and case, as people type numbers. */
function plain(number: string): string {
  return number.replaceAll(/\s/g, '').toLowerCase()
}
