/**
 * Why something does not go on by itself, as a closed table. `class` decides what the engine does, `actor` who
 * must act, `mend` where in Stella they do so; the sentences stand in `texts/src/<language>/causes.ts` under the
 * same code.
 *
 * - `try_again`: passes by itself; nobody need do anything.
 * - `pause`: concerns the connection, so every invoice waits and none fails.
 * - `needs_person`: this one waits for somebody; the next one goes on.
 */
export type CauseClass = 'try_again' | 'pause' | 'needs_person'
export const actors = ['nobody', 'owner', 'bookkeeper', 'support'] as const
export type Actor = (typeof actors)[number]

/**
 * Where a screen leads whoever must act:
 *
 * - `customer`: the details of the customer are to be changed.
 * - `codes`: the three codes are to be entered anew.
 * - `connection`: something in the books that everything waits for; a test of the connection shows whether it is mended.
 * - `accounts`: other accounts are to be chosen, or those in the books put right; it is seen by itself once they are.
 * - `invoice`: something in the books that this one waits for; it is offered again after that.
 * - `nothing`: it passes by itself, or only the support desk can do something about it.
 */
export type Mend = 'customer' | 'codes' | 'connection' | 'accounts' | 'invoice' | 'nothing'

/** What a cause is a fact about: there it is said once and mended once, and that frees all that waited for it. */
export type Scope = 'invoice' | 'relation' | 'administration'

export type Cause = {
  readonly class: CauseClass
  readonly actor: Actor
  readonly mend: Mend
  readonly scope: Scope
}

const table = {
  // Passes by itself
  unreachable: { class: 'try_again', actor: 'nobody', mend: 'nothing', scope: 'invoice' },
  no_answer: { class: 'try_again', actor: 'nobody', mend: 'nothing', scope: 'invoice' },
  disturbed: { class: 'try_again', actor: 'nobody', mend: 'nothing', scope: 'invoice' },
  busy: { class: 'try_again', actor: 'nobody', mend: 'nothing', scope: 'invoice' },
  session_refused: { class: 'try_again', actor: 'nobody', mend: 'nothing', scope: 'invoice' },
  sign_in_unanswered: { class: 'try_again', actor: 'nobody', mend: 'nothing', scope: 'invoice' },
  reported_as_existing: { class: 'try_again', actor: 'nobody', mend: 'nothing', scope: 'invoice' },
  draft_unsettled: { class: 'try_again', actor: 'nobody', mend: 'nothing', scope: 'relation' },
  reported_as_missing: { class: 'try_again', actor: 'nobody', mend: 'nothing', scope: 'relation' },
  being_looked_up: { class: 'try_again', actor: 'nobody', mend: 'nothing', scope: 'invoice' },
  look_up_limited: { class: 'try_again', actor: 'nobody', mend: 'nothing', scope: 'administration' },
  credited_not_booked_yet: { class: 'try_again', actor: 'nobody', mend: 'nothing', scope: 'invoice' },

  // Concerns the connection
  codes_refused: { class: 'pause', actor: 'owner', mend: 'codes', scope: 'administration' },
  administration_not_found: { class: 'pause', actor: 'owner', mend: 'codes', scope: 'administration' },
  security_code_2_refused: { class: 'pause', actor: 'owner', mend: 'codes', scope: 'administration' },
  no_permission: { class: 'pause', actor: 'owner', mend: 'connection', scope: 'administration' },
  codes_not_verified: { class: 'pause', actor: 'owner', mend: 'codes', scope: 'administration' },
  call_limit_reached: { class: 'pause', actor: 'nobody', mend: 'nothing', scope: 'administration' },
  codes_unreadable: { class: 'pause', actor: 'owner', mend: 'codes', scope: 'administration' },
  books_not_compared: { class: 'pause', actor: 'support', mend: 'nothing', scope: 'administration' },
  account_unknown: { class: 'pause', actor: 'bookkeeper', mend: 'connection', scope: 'administration' },
  revenue_account_refused: {
    class: 'pause',
    actor: 'bookkeeper',
    mend: 'connection',
    scope: 'administration',
  },
  debtors_account_refused: {
    class: 'pause',
    actor: 'bookkeeper',
    mend: 'connection',
    scope: 'administration',
  },

  // What it is to be booked on is not there
  account_unfit: { class: 'needs_person', actor: 'bookkeeper', mend: 'accounts', scope: 'administration' },

  // The books refuse it
  period_closed: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice', scope: 'administration' },
  date_refused: { class: 'needs_person', actor: 'owner', mend: 'invoice', scope: 'invoice' },
  vat_code_refused: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice', scope: 'administration' },
  vat_amount_refused: { class: 'needs_person', actor: 'support', mend: 'nothing', scope: 'invoice' },
  amounts_refused: { class: 'needs_person', actor: 'support', mend: 'nothing', scope: 'invoice' },
  relation_missing: { class: 'needs_person', actor: 'owner', mend: 'customer', scope: 'relation' },
  refused_against_its_books: { class: 'needs_person', actor: 'support', mend: 'nothing', scope: 'invoice' },
  request_refused: { class: 'needs_person', actor: 'support', mend: 'nothing', scope: 'invoice' },
  refused_without_known_reason: {
    class: 'needs_person',
    actor: 'support',
    mend: 'nothing',
    scope: 'invoice',
  },

  // What stands in the books is not what was sent
  number_in_use: { class: 'needs_person', actor: 'owner', mend: 'invoice', scope: 'invoice' },
  number_taken_not_found: { class: 'needs_person', actor: 'support', mend: 'nothing', scope: 'invoice' },
  found_twice: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice', scope: 'invoice' },
  changed_in_books: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice', scope: 'invoice' },
  missing_in_books: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice', scope: 'invoice' },

  // Of books that are no longer linked
  absent_in_former_books: { class: 'needs_person', actor: 'owner', mend: 'invoice', scope: 'invoice' },
  former_books_closed: { class: 'needs_person', actor: 'owner', mend: 'invoice', scope: 'invoice' },

  // Of a credit note: what it takes back does not stand in these books
  credited_not_booked: { class: 'needs_person', actor: 'owner', mend: 'invoice', scope: 'invoice' },
  credited_elsewhere: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice', scope: 'invoice' },

  // It cannot be sent as it is
  relation_not_accepted: { class: 'needs_person', actor: 'owner', mend: 'customer', scope: 'relation' },
  field_too_long: { class: 'needs_person', actor: 'owner', mend: 'customer', scope: 'relation' },
  vat_treatment_unknown: { class: 'needs_person', actor: 'support', mend: 'nothing', scope: 'invoice' },
  plan_disagrees: { class: 'needs_person', actor: 'support', mend: 'nothing', scope: 'invoice' },
  invoice_without_amount: { class: 'needs_person', actor: 'owner', mend: 'invoice', scope: 'invoice' },

  // Tried for as long as trying makes sense
  tried_too_long: { class: 'needs_person', actor: 'support', mend: 'invoice', scope: 'invoice' },
  unresolved_too_long: { class: 'needs_person', actor: 'support', mend: 'invoice', scope: 'invoice' },
} as const satisfies Record<string, Cause>

export type CauseCode = keyof typeof table

export const causes: Readonly<Record<CauseCode, Cause>> = table

export const causeCodes = Object.keys(table) as readonly CauseCode[]

/** What holds back a booking until its relation is mended, which frees it. */
export const causesOfHeldBookings = [
  'relation_not_accepted',
  'relation_missing',
] as const satisfies readonly CauseCode[]

/** What holds back a credit note until its invoice is booked in the same books, which frees it. */
export const causesOfCredits = [
  'credited_not_booked_yet',
  'credited_not_booked',
  'credited_elsewhere',
] as const satisfies readonly CauseCode[]

/** Those of them that say only that the invoice is not booked. */
export const causesOfNotBooked = causesOfCredits.filter((it) => it !== 'credited_elsewhere')

export function isOfCredits(code: CauseCode | null): boolean {
  return causesOfCredits.some((it) => it === code)
}

/**
 * Facts about the whole administration that only some invoices meet, such as a closed period. No test of the
 * connection tells when they are mended: one of the invoices they hold is tried, and frees the others.
 */
export function isTriedByItself(code: CauseCode | null): boolean {
  return code !== null && causes[code].class === 'needs_person' && causes[code].scope === 'administration'
}

/** Facts about one relation, which hold back the invoices of that relation only. */
export const causesOfRelations: readonly CauseCode[] = causeCodes.filter(
  (code) => causes[code].scope === 'relation',
)

/**
 * Whether all that failed for this cause can be offered again together; a relation is offered again by itself, and so
 * is the invoice that a credit note waits for.
 */
export function isOfferedTogether(code: CauseCode): boolean {
  return causes[code].class === 'needs_person' && causes[code].scope !== 'relation' && !isOfCredits(code)
}

/**
 * What failed for one of these may go well in other books: it says something of the administration, of a relation there,
 * or of where an invoice stands.
 */
export const causesOfBooks: readonly CauseCode[] = causeCodes.filter(
  (code) => causes[code].class === 'needs_person' && (causes[code].scope !== 'invoice' || isOfCredits(code)),
)

/** Causes under which the booking may well be in the books: perhaps twice, perhaps changed, perhaps unseen. */
const doubtful: ReadonlySet<CauseCode> = new Set<CauseCode>([
  'number_taken_not_found',
  'found_twice',
  'changed_in_books',
  'unresolved_too_long',
  'former_books_closed',
])

/** The same as a list. */
export const causesOfDoubt: readonly CauseCode[] = [...doubtful]

/** Whether what failed for this cause may stand in the books all the same, so that nobody may say it does not. */
export function mayBeInBooks(code: CauseCode): boolean {
  return doubtful.has(code)
}

export function isCauseCode(code: unknown): code is CauseCode {
  return typeof code === 'string' && Object.hasOwn(table, code)
}
