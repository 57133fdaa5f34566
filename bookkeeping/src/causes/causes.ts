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
 * - `invoice`: something in the books that this one waits for; it is offered again after that.
 * - `nothing`: it passes by itself, or only the support desk can do something about it.
 */
export type Mend = 'customer' | 'codes' | 'connection' | 'invoice' | 'nothing'
export type Cause = { readonly class: CauseClass; readonly actor: Actor; readonly mend: Mend }

const table = {
  // Passes by itself
  unreachable: { class: 'try_again', actor: 'nobody', mend: 'nothing' },
  no_answer: { class: 'try_again', actor: 'nobody', mend: 'nothing' },
  disturbed: { class: 'try_again', actor: 'nobody', mend: 'nothing' },
  busy: { class: 'try_again', actor: 'nobody', mend: 'nothing' },
  session_refused: { class: 'try_again', actor: 'nobody', mend: 'nothing' },

  // Concerns the connection
  codes_refused: { class: 'pause', actor: 'owner', mend: 'codes' },
  administration_not_found: { class: 'pause', actor: 'owner', mend: 'codes' },
  security_code_2_refused: { class: 'pause', actor: 'owner', mend: 'codes' },
  no_permission: { class: 'pause', actor: 'owner', mend: 'connection' },
  codes_not_verified: { class: 'pause', actor: 'owner', mend: 'codes' },
  call_limit_reached: { class: 'pause', actor: 'nobody', mend: 'nothing' },
  codes_unreadable: { class: 'pause', actor: 'owner', mend: 'codes' },

  // The books refuse it
  account_unknown: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice' },
  revenue_account_refused: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice' },
  debtors_account_refused: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice' },
  period_closed: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice' },
  date_refused: { class: 'needs_person', actor: 'owner', mend: 'invoice' },
  vat_code_refused: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice' },
  vat_amount_refused: { class: 'needs_person', actor: 'support', mend: 'nothing' },
  amounts_refused: { class: 'needs_person', actor: 'support', mend: 'nothing' },
  relation_missing: { class: 'needs_person', actor: 'owner', mend: 'invoice' },
  request_refused: { class: 'needs_person', actor: 'support', mend: 'nothing' },
  refused_without_known_reason: { class: 'needs_person', actor: 'support', mend: 'nothing' },

  // What stands in the books is not what was sent
  number_in_use: { class: 'needs_person', actor: 'owner', mend: 'invoice' },
  number_taken_not_found: { class: 'needs_person', actor: 'support', mend: 'nothing' },
  found_twice: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice' },
  changed_in_books: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice' },
  missing_in_books: { class: 'needs_person', actor: 'bookkeeper', mend: 'invoice' },

  // Of books that are no longer linked
  absent_in_former_books: { class: 'needs_person', actor: 'owner', mend: 'invoice' },
  former_books_closed: { class: 'needs_person', actor: 'owner', mend: 'invoice' },

  // It cannot be sent as it is
  relation_not_accepted: { class: 'needs_person', actor: 'owner', mend: 'customer' },
  field_too_long: { class: 'needs_person', actor: 'owner', mend: 'customer' },
  vat_treatment_unknown: { class: 'needs_person', actor: 'support', mend: 'nothing' },
  invoice_without_amount: { class: 'needs_person', actor: 'owner', mend: 'invoice' },

  // Tried for as long as trying makes sense
  tried_too_long: { class: 'needs_person', actor: 'support', mend: 'invoice' },
  unresolved_too_long: { class: 'needs_person', actor: 'support', mend: 'invoice' },
} as const satisfies Record<string, Cause>

export type CauseCode = keyof typeof table

export const causes: Readonly<Record<CauseCode, Cause>> = table

export const causeCodes = Object.keys(table) as readonly CauseCode[]

/** Causes under which the booking may well be in the books: perhaps twice, perhaps changed, perhaps unseen. */
const doubtful: ReadonlySet<CauseCode> = new Set<CauseCode>([
  'number_taken_not_found',
  'found_twice',
  'changed_in_books',
  'unresolved_too_long',
  'former_books_closed',
])

/** Whether what failed for this cause may stand in the books all the same, so that nobody may say it does not. */
export function mayBeInBooks(code: CauseCode): boolean {
  return doubtful.has(code)
}

export function isCauseCode(code: unknown): code is CauseCode {
  return typeof code === 'string' && Object.hasOwn(table, code)
}
