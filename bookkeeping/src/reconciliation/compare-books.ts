import type { SalesMutation } from '../ports/readings.ts'
import type { CodeAmount, StellaSale } from './stella-side.ts'

/** Every way in which Stella and the books can differ, with what a person can do about it. */
export const differenceKinds = {
  failed: { action: 'open_invoice', meaning: 'The invoice failed, so it is not in the books.' },
  waiting: { action: 'open_invoice', meaning: 'The invoice waits and goes by itself.' },
  not_booked: { action: 'open_invoice', meaning: 'The invoice became final without these books.' },
  excluded: { action: 'accept', meaning: 'Somebody left the invoice out of the books.' },
  removed: {
    action: 'accept',
    meaning: 'The invoice was booked, and somebody removed it or gave it a day of another period.',
  },
  changed: { action: 'accept', meaning: 'The invoice stands there with another number, day or amount.' },
  booked_twice: { action: 'accept', meaning: 'A second mutation has the number or the mark of the invoice.' },
  entered_otherwise: {
    action: 'accept',
    meaning: 'Somebody entered the invoice by hand, with another amount.',
  },
  extra: { action: 'accept', meaning: 'A sale stands in the books alone.' },
  number_gap: { action: 'accept', meaning: 'Numbers between others were never given.' },
} as const satisfies Record<string, { action: 'open_invoice' | 'accept'; meaning: string }>

export type DifferenceKind = keyof typeof differenceKinds

export type Difference = {
  /** The same for as long as it is the same difference; another once an amount of it changes. */
  readonly key: string
  readonly kind: DifferenceKind
  readonly sale: StellaSale | null
  /** The mutations that it is about. */
  readonly mutations: readonly SalesMutation[]
  /** Stella minus the books, per VAT code; codes without a difference left out. */
  readonly amounts: readonly CodeAmount[]
  /** Of `changed`: what of it is another there. */
  readonly changed: readonly ('number' | 'date' | 'amount')[]
  /** Of `number_gap`: the numbers, as in «2026-0007». */
  readonly numbers: readonly string[]
}

export type Comparison = {
  readonly differences: readonly Difference[]
  /** Documents of Stella that stand in the books as they should; those entered by hand to the cent among them. */
  readonly agreeing: number
  /** Booked since the books were read, so that nothing is said of them. */
  readonly since: number
}

/**
 * Compares the sales of a period: every document of Stella with the mutations of the books, by mutation number, mark
 * and invoice number. What differs is named once, with what it makes in money; all of it together is exactly the
 * difference between the sums of both.
 *
 * @param readAt when reading of the books began: what was booked after it is in neither side
 * @param given of numbersBetween(), those that documents of other periods have
 */
export function compareBooks(
  sales: readonly StellaSale[],
  mutations: readonly SalesMutation[],
  readAt: number,
  given: ReadonlySet<string>,
): Comparison {
  const left = new Map(mutations.map((mutation) => [mutation.number, mutation]))
  const differences: Difference[] = []
  let agreeing = 0
  let since = 0
  for (const sale of sales) {
    if (sale.standing.state === 'booked' && sale.standing.bookedAt >= readAt) {
      left.delete(sale.standing.mutationNumber)
      since += 1
      continue
    }
    const found = take(left, sale)
    const difference = judge(sale, found)
    if (difference === null) agreeing += 1
    else differences.push(difference)
  }
  for (const mutation of left.values()) differences.push(differ('extra', null, [mutation]))
  return { differences: [...differences, ...gapsOf(sales, given)], agreeing, since }
}

/** The mutations that are this document's, or say that they are: taken out, so that each is named once. */
function take(left: Map<number, SalesMutation>, sale: StellaSale): SalesMutation[] {
  const { standing } = sale
  const own = standing.state === 'booked' || standing.state === 'failed' ? standing.mutationNumber : null
  const mark = standing.state === 'booked' || standing.state === 'failed' ? standing.reference : null
  const found = [...left.values()].filter(
    (mutation) =>
      mutation.number === own ||
      (mutation.kind === 'invoice_sent' &&
        (isSameNumber(mutation.invoiceNumber, sale.number) || (mark !== null && mutation.document === mark))),
  )
  for (const { number } of found) left.delete(number)
  return found.toSorted((one, other) => Number(other.number === own) - Number(one.number === own))
}

function judge(sale: StellaSale, found: readonly SalesMutation[]): Difference | null {
  const { standing } = sale
  const [first, ...others] = found
  if (others.length > 0) return differ('booked_twice', sale, found)
  if (first === undefined) return differ(kindOfMissing[standing.state], sale, [])
  const changed = changesOf(sale, first)
  if (changed.length === 0) return null
  const isOurs = 'mutationNumber' in standing && standing.mutationNumber === first.number
  return { ...differ(isOurs ? 'changed' : 'entered_otherwise', sale, [first]), changed }
}

const kindOfMissing = {
  booked: 'removed',
  failed: 'failed',
  waiting: 'waiting',
  excluded: 'excluded',
  elsewhere: 'not_booked',
} as const satisfies Record<StellaSale['standing']['state'], DifferenceKind>

function changesOf(sale: StellaSale, mutation: SalesMutation): Difference['changed'] {
  const isAmount =
    amountsBetween(sale, [mutation]).length > 0 ||
    mutation.lines.some(({ net, vat }) => net === null || vat === null)
  return [
    ...(isSameNumber(mutation.invoiceNumber, sale.number) ? [] : (['number'] as const)),
    ...(mutation.date === sale.date ? [] : (['date'] as const)),
    ...(isAmount ? (['amount'] as const) : []),
  ]
}

/** Numbers are compared as the service does, and without blanks, which people type. */
function isSameNumber(left: string, right: string): boolean {
  return plain(left) === plain(right)
}

function plain(number: string): string {
  return number.replaceAll(/\s/g, '').toLowerCase()
}

function differ(
  kind: DifferenceKind,
  sale: StellaSale | null,
  mutations: readonly SalesMutation[],
  numbers: readonly string[] = [],
): Difference {
  const amounts = amountsBetween(sale, mutations)
  const sums = amounts.map(({ net, vat, vatCode }) => `${vatCode}:${net}:${vat}`).join(',')
  const subject = sale?.invoiceId ?? ''
  const key = [kind, subject, mutations.map(({ number }) => number).join('+'), numbers.join('+'), sums].join(
    '/',
  )
  return { key, kind, sale, mutations, amounts, changed: [], numbers }
}

/** Stella minus the books, per VAT code. */
function amountsBetween(sale: StellaSale | null, mutations: readonly SalesMutation[]): CodeAmount[] {
  return sumPerCode([...(sale?.amounts ?? []), ...mutations.flatMap(amountsOf).map(negative)]).filter(
    ({ net, vat }) => net !== 0n || vat !== 0n,
  )
}

/** What a mutation puts on each VAT code, in cents; what is no number of cents counts as nothing and is told. */
export function amountsOf({ lines }: SalesMutation): CodeAmount[] {
  return lines.map(({ net, vat, vatCode }) => ({
    vatCode,
    net: BigInt(net ?? 0),
    vat: BigInt(vat ?? 0),
  }))
}

export function sumPerCode(amounts: readonly CodeAmount[]): CodeAmount[] {
  const sums = new Map<string, { net: bigint; vat: bigint }>()
  for (const { net, vat, vatCode } of amounts) {
    const sum = sums.get(vatCode) ?? { net: 0n, vat: 0n }
    sums.set(vatCode, { net: sum.net + net, vat: sum.vat + vat })
  }
  return [...sums]
    .map(([vatCode, sum]) => ({ vatCode, ...sum }))
    .toSorted((left, right) => (left.vatCode < right.vatCode ? -1 : 1))
}

function negative({ net, vat, vatCode }: CodeAmount): CodeAmount {
  return { vatCode, net: -net, vat: -vat }
}

/** More than so many missing numbers in a row are another series, or one that was moved on, and no gap. */
const LONGEST_GAP = 20n

function gapsOf(sales: readonly StellaSale[], given: ReadonlySet<string>): Difference[] {
  return gaps(sales).flatMap((missing) => {
    const numbers = missing.filter((number) => !given.has(number))
    return numbers.length === 0 ? [] : [differ('number_gap', null, [], numbers)]
  })
}

/** The numbers that lie between those of the period, in which they may be missing or belong to another one. */
export function numbersBetween(sales: readonly StellaSale[]): string[] {
  return gaps(sales).flat()
}

/** Numbers that lie between two of the same form, and that no document of the period has. */
function gaps(sales: readonly StellaSale[]): string[][] {
  const byForm = Map.groupBy(
    sales.flatMap(({ number }) => partsOf(number) ?? []),
    ({ before, width }) => `${before}/${width}`,
  )
  return [...byForm.values()].flatMap((parts) => {
    const sorted = parts.toSorted((left, right) => (left.place < right.place ? -1 : 1))
    return sorted.flatMap((part, at) => {
      const next = sorted[at + 1]
      const missing = next === undefined ? 0n : next.place - part.place - 1n
      if (missing <= 0n || missing > LONGEST_GAP) return []
      const numbers = Array.from({ length: Number(missing) }, (_, step) => {
        const place = part.place + BigInt(step) + 1n
        return `${part.before}${place.toString().padStart(part.width, '0')}`
      })
      return [numbers]
    })
  })
}

function partsOf(number: string): { before: string; place: bigint; width: number } | null {
  const [, before = '', digits] = /^(.*?)(\d+)$/.exec(number) ?? []
  return digits === undefined ? null : { before, place: BigInt(digits), width: digits.length }
}
