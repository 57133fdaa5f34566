import {
  changeWaitingBookings,
  type FitAccounts,
  listWaitingBookings,
  lockActivities,
  recordActivities,
  type Transaction,
  type WaitingBooking,
  type WaitingChange,
} from '@stella/database'
import { invoiceEntry } from '../activities/activity-entries.ts'
import type { CauseCode } from '../causes/causes.ts'
import { accountsOfInvoice, type BookedOn, bookedOn, putOnAccounts } from './accounts-of-booking.ts'
import { accountsOfBooks } from './accounts-of-books.ts'
import { fitAccounts, isFitIn, unfitAccountIn } from './fit-accounts.ts'
import type { SalesAccounts } from './sales-accounts.ts'

/** That an account which something is to be booked on is not in the books, or of another category. */
export const CAUSE_OF_ACCOUNTS = 'account_unfit' as const satisfies CauseCode

/** Failed for an account, so that another one may do. */
const causesToSettle: ReadonlySet<string> = new Set<CauseCode>([
  CAUSE_OF_ACCOUNTS,
  'refused_against_its_books',
])

/**
 * Brings what waits in line with the accounts that there are: what stands on one that cannot be booked on goes to those of
 * today, or is set aside where these cannot be booked on either; what was set aside and can be booked goes on. What can be
 * booked as it was planned stays as it is: a mapping counts for what becomes final after it.
 *
 * @param mayChangePlanned whether nobody can be about to send what is planned: in the lane, or while the link pauses
 */
export async function settleAccounts(
  tx: Transaction,
  { booksId, at, mayChangePlanned }: { booksId: string; at: Date; mayChangePlanned: boolean },
): Promise<void> {
  const fit = await fitAccounts(tx, booksId)
  if (fit === null) return
  const unfit = await listWaitingBookings(tx, { booksId, of: { unfit: fit } })
  const mended = await listWaitingBookings(tx, { booksId, of: { cause: CAUSE_OF_ACCOUNTS } })
  const isToSettle = ({ cause, state }: WaitingBooking) =>
    state === 'planned' ? mayChangePlanned : causesToSettle.has(cause ?? '')
  const chosen = [
    ...unfit.filter(isToSettle),
    ...mended.filter((it) => unfitAccountIn(bookedOn(it).mutation, fit) === null),
  ]
  if (chosen.length === 0) return
  const today = await accountsFor(tx, booksId, chosen)
  const changes = inOrder(chosen, (booking, credited) => settled(booking, { fit, today, credited }))
  await changeWaitingBookings(tx, { booksId, changes, at })
  await tellOfThoseSetAside(tx, chosen, changes, at)
}

/** Plans bookings anew that were taken along to these books: a mapping belongs to one administration. */
export async function planForBooks(
  tx: Transaction,
  { booksId, ids, at }: { booksId: string; ids: readonly string[]; at: Date },
): Promise<void> {
  const moved = await listWaitingBookings(tx, { booksId, of: { ids } })
  const today = await accountsFor(tx, booksId, moved)
  const fit = await fitAccounts(tx, booksId)
  const changes = inOrder(moved, (booking, credited) => {
    const { cause, id, state } = booking
    return { id, from: state, to: state, cause, ...planned(booking, { fit, today, credited }) }
  })
  await changeWaitingBookings(tx, { booksId, changes, at })
}

type Today = {
  readonly fit: FitAccounts | null
  readonly today: SalesAccounts
  /** The booking of the invoice that it takes back, in the same books. */
  readonly credited: BookedOn | null
}

/** An invoice before its credit notes, which stand on the accounts that it stands on then. */
function inOrder(
  bookings: readonly WaitingBooking[],
  change: (booking: WaitingBooking, credited: BookedOn | null) => Change,
): Change[] {
  const changed = new Map<string, Change>()
  for (const booking of bookings) {
    const { credited_id: id, credited_mutation: mutation, credited_parts: parts } = booking
    const before = mutation === null ? null : bookedOn({ mutation, parts })
    changed.set(booking.id, change(booking, (id === null ? null : changed.get(id)) ?? before))
  }
  return [...changed.values()]
}

type Change = WaitingChange & BookedOn

function settled(booking: WaitingBooking, now: Today): Change {
  const { id, state: from } = booking
  const before = bookedOn(booking)
  const after = unfitAccountIn(before.mutation, now.fit) === null ? before : planned(booking, now)
  return unfitAccountIn(after.mutation, now.fit) === null
    ? { id, from, to: 'planned', cause: null, ...after }
    : { id, from, to: 'rejected', cause: CAUSE_OF_ACCOUNTS, ...before }
}

/** On the accounts of today; a credit note on those of its invoice. */
function planned(booking: WaitingBooking, { credited, fit, today }: Today): BookedOn {
  if (credited === null) return putOnAccounts(bookedOn(booking), today)
  return putOnAccounts(bookedOn(booking), accountsOfInvoice(credited, today, isFitIn(fit)))
}

function accountsFor(
  tx: Transaction,
  booksId: string,
  bookings: readonly WaitingBooking[],
): Promise<SalesAccounts> {
  const products = bookings.flatMap((it) => bookedOn(it).parts?.flatMap(({ product }) => product ?? []) ?? [])
  return accountsOfBooks(tx, booksId, [...new Set(products)])
}

async function tellOfThoseSetAside(
  tx: Transaction,
  bookings: readonly WaitingBooking[],
  changes: readonly WaitingChange[],
  at: Date,
): Promise<void> {
  const reason = { cause: CAUSE_OF_ACCOUNTS, serviceCode: null }
  const setAside = bookings.filter(
    ({ cause, id }) =>
      cause !== CAUSE_OF_ACCOUNTS && changes.some((it) => it.id === id && it.to === 'rejected'),
  )
  if (setAside.length === 0) return
  await lockActivities(tx)
  await recordActivities(
    tx,
    setAside.map(({ subject }) => invoiceEntry('invoice_not_booked', subject, { at: at.getTime(), reason })),
  )
}
