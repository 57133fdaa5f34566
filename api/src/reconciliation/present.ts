import type { Compared, Difference, Reconciliation } from '@stella/bookkeeping'
import { cents, formatAmount } from '@stella/invoicing'
import { type Language, textsIn } from '@stella/texts'
import type { z } from 'zod'
import type { Reconciliation as Answer, Difference as DifferenceAnswer } from './contract.ts'

type Amounts = { readonly net: bigint; readonly vat: bigint }

/** A comparison as the API answers it. */
export function presentReconciliation(
  { compared, period, reading }: Reconciliation,
  { isHeldBack, isLinked }: { isHeldBack: boolean; isLinked: boolean },
  language: Language,
): z.infer<typeof Answer> {
  return {
    ...period,
    isLinked,
    reading: reading && { ...reading, isHeldBack },
    compared: compared === null ? null : presentCompared(compared, language),
  }
}

function presentCompared(compared: Compared, language: Language) {
  const {
    accepted,
    accountRows,
    agreeing,
    by,
    calls,
    differences,
    documents,
    icp,
    mutationsRead,
    readAt,
    rows,
    since,
  } = compared
  return {
    readAt: readAt.toISOString(),
    by,
    calls,
    mutationsRead,
    documents,
    agreeing,
    since,
    isClean: differences.every(({ key }) => accepted.has(key)),
    rows: rows.map(({ books, box, stella, vatCode }) => ({
      vatCode,
      box,
      stella: sums(stella),
      books: sums(books),
      difference: sums({ net: stella.net - books.net, vat: stella.vat - books.vat }),
    })),
    accounts:
      accountRows?.map(({ account, books, side, stella }) => ({
        account,
        side,
        stella: euros(stella),
        books: euros(books),
        difference: euros(stella - books),
      })) ?? null,
    differences: differences.map((difference) => presentDifference(difference, compared, language)),
    icp: icp.map(({ goods, services, ...row }) => ({
      ...row,
      goods: euros(goods),
      services: euros(services),
    })),
  }
}

function presentDifference(
  difference: Difference,
  { accepted }: Compared,
  language: Language,
): z.infer<typeof DifferenceAnswer> {
  const { accounts, actions, amounts, changed, key, kind, moved, mutations, numbers, sale } = difference
  const [first] = mutations
  const { detail, title } = textsIn(language).differences[kind]({
    number: sale?.number ?? first?.invoiceNumber ?? '',
    customer: sale?.customer ?? '',
    date: dayIn(sale?.date ?? first?.date ?? null, language),
    description: first?.description ?? '',
    mutations: mutations.map(({ number }) => number).join(', '),
    changed: changed.map((what) => textsIn(language).differences.what[what]).join(', '),
    numbers: inWords(numbers),
    count: numbers.length,
    from: moved?.from.join(' + ') ?? '',
    to: moved?.to.join(' + ') ?? '',
  })
  const acceptance = accepted.get(key)
  const total = amounts.reduce((sum, { net, vat }) => ({ net: sum.net + net, vat: sum.vat + vat }), {
    net: 0n,
    vat: 0n,
  })
  return {
    key,
    kind,
    title,
    detail,
    invoiceId: sale?.invoiceId ?? null,
    mutationNumbers: mutations.map(({ number }) => number),
    total: sums(total),
    amounts: amounts.map(({ vatCode, ...amount }) => ({ vatCode, ...sums(amount) })),
    accounts: accounts.map(({ amount, ...it }) => ({ ...it, amount: euros(amount) })),
    actions: [...actions],
    bookingId: sale?.standing.state === 'failed' ? sale.standing.bookingId : null,
    acceptance:
      acceptance === undefined
        ? null
        : { reason: acceptance.reason, by: acceptance.by, at: acceptance.at.toISOString() },
  }
}

/** A sentence names no more of them; the others count. */
const MOST_NUMBERS = 12

function inWords(numbers: readonly string[]): string {
  const shown = numbers.slice(0, MOST_NUMBERS).join(', ')
  return numbers.length > MOST_NUMBERS ? `${shown}, … (${numbers.length})` : shown
}

/** As in «22 nov 2026». */
function dayIn(day: string | null, language: Language): string {
  if (day === null) return ''
  const form = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(language, form).format(new Date(`${day}T12:00:00Z`))
}

function sums({ net, vat }: Amounts) {
  return { net: euros(net), vat: euros(vat) }
}

function euros(amount: bigint): string {
  return formatAmount(cents(amount))
}
