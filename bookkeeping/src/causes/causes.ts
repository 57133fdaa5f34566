/**
 * Why something does not go on by itself, as a closed table. `class` decides what the engine does, `actor` who
 * must act; the sentences stand in `texts/src/<language>/causes.ts` under the same code.
 *
 * - `try_again`: passes by itself; nobody need do anything.
 * - `pause`: concerns the connection, so every invoice waits and none fails.
 * - `needs_person`: this one waits for somebody; the next one goes on.
 */
export type CauseClass = 'try_again' | 'pause' | 'needs_person'
export type Actor = 'nobody' | 'owner' | 'bookkeeper' | 'support'
export type Cause = { readonly class: CauseClass; readonly actor: Actor }

const table = {
  // Passes by itself
  unreachable: { class: 'try_again', actor: 'nobody' },
  no_answer: { class: 'try_again', actor: 'nobody' },
  disturbed: { class: 'try_again', actor: 'nobody' },
  busy: { class: 'try_again', actor: 'nobody' },
  session_refused: { class: 'try_again', actor: 'nobody' },

  // Concerns the connection
  codes_refused: { class: 'pause', actor: 'owner' },
  administration_not_found: { class: 'pause', actor: 'owner' },
  security_code_2_refused: { class: 'pause', actor: 'owner' },
  no_permission: { class: 'pause', actor: 'owner' },
  codes_not_verified: { class: 'pause', actor: 'owner' },
  call_limit_reached: { class: 'pause', actor: 'nobody' },
  codes_unreadable: { class: 'pause', actor: 'owner' },

  // The books refuse it
  account_unknown: { class: 'needs_person', actor: 'bookkeeper' },
  revenue_account_refused: { class: 'needs_person', actor: 'bookkeeper' },
  debtors_account_refused: { class: 'needs_person', actor: 'bookkeeper' },
  period_closed: { class: 'needs_person', actor: 'bookkeeper' },
  date_refused: { class: 'needs_person', actor: 'owner' },
  vat_code_refused: { class: 'needs_person', actor: 'bookkeeper' },
  vat_amount_refused: { class: 'needs_person', actor: 'support' },
  amounts_refused: { class: 'needs_person', actor: 'support' },
  relation_missing: { class: 'needs_person', actor: 'owner' },
  request_refused: { class: 'needs_person', actor: 'support' },
  refused_without_known_reason: { class: 'needs_person', actor: 'support' },

  // What stands in the books is not what was sent
  number_in_use: { class: 'needs_person', actor: 'owner' },
  number_taken_not_found: { class: 'needs_person', actor: 'support' },
  found_twice: { class: 'needs_person', actor: 'bookkeeper' },
  changed_in_books: { class: 'needs_person', actor: 'bookkeeper' },
  missing_in_books: { class: 'needs_person', actor: 'bookkeeper' },

  // It cannot be sent as it is
  relation_not_accepted: { class: 'needs_person', actor: 'owner' },
  field_too_long: { class: 'needs_person', actor: 'owner' },
  vat_treatment_unknown: { class: 'needs_person', actor: 'support' },
  invoice_without_amount: { class: 'needs_person', actor: 'owner' },

  // Tried for as long as trying makes sense
  tried_too_long: { class: 'needs_person', actor: 'support' },
  unresolved_too_long: { class: 'needs_person', actor: 'support' },
} as const satisfies Record<string, Cause>

export type CauseCode = keyof typeof table

export const causes: Readonly<Record<CauseCode, Cause>> = table

export const causeCodes = Object.keys(table) as readonly CauseCode[]

export function isCauseCode(code: unknown): code is CauseCode {
  return typeof code === 'string' && Object.hasOwn(table, code)
}
