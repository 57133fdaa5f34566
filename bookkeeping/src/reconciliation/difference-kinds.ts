/**
 * What can be done about a difference:
 *
 * - `offer`: Stella offers the invoice again, and goes on by itself.
 * - `adopt`: what was entered by hand is taken for the booking of the invoice, once it is looked up there.
 * - `credit`: the invoice is credited in Stella, which makes both agree where neither stands in the books.
 * - `mend_there`: a person makes it as it should be in e-Boekhouden.nl; Stella never overwrites what people did there.
 * - `accept`: somebody says that it is right, and why.
 */
export const differenceActions = ['offer', 'adopt', 'credit', 'mend_there', 'accept'] as const
export type DifferenceAction = (typeof differenceActions)[number]

type Kind = { readonly actions: readonly DifferenceAction[]; readonly meaning: string }

/** Every way in which Stella and the books can differ, with what a person can do about it, the first thing first. */
export const differenceKinds = {
  failed: { actions: ['offer'], meaning: 'The invoice failed, so it is not in the books.' },
  waiting: { actions: [], meaning: 'The invoice waits and goes by itself.' },
  not_booked: {
    actions: ['mend_there', 'credit', 'accept'],
    meaning: 'The invoice became final without these books.',
  },
  excluded: { actions: ['accept'], meaning: 'Somebody left the invoice out of the books.' },
  removed: {
    actions: ['mend_there', 'accept'],
    meaning: 'The invoice was booked, and somebody removed it or gave it a day of another period.',
  },
  changed: {
    actions: ['mend_there', 'accept'],
    meaning: 'The invoice stands there with another number, day or amount.',
  },
  other_account: {
    actions: ['mend_there', 'accept'],
    meaning: 'Invoices stand there as they should, on another ledger account than Stella booked them on.',
  },
  booked_twice: {
    actions: ['mend_there', 'accept'],
    meaning: 'A second mutation has the number or the mark of the invoice.',
  },
  stands_there: {
    actions: ['adopt', 'accept'],
    meaning: 'The invoice failed, and yet it stands there as it should: entered by hand, or put back.',
  },
  entered_otherwise: {
    actions: ['mend_there', 'accept'],
    meaning: 'Somebody entered the invoice by hand, with another amount or day.',
  },
  extra: { actions: ['mend_there', 'accept'], meaning: 'A sale stands in the books alone.' },
  number_gap: { actions: ['accept'], meaning: 'Numbers between others were never given.' },
} as const satisfies Record<string, Kind>

export type DifferenceKind = keyof typeof differenceKinds
