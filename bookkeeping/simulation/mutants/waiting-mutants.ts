import type { Mutant } from './mutant.ts'

const bookings = 'bookkeeping/src/bookings'
const deliveries = 'bookkeeping/src/deliveries'
const engine = 'bookkeeping/src/engine'

/** Mistakes in what waits, for what, and until when; and in plans that nothing else looks at. */
export const waitingMutants: readonly Mutant[] = [
  {
    name: 'lines after the hundredth dropped',
    about: 'a long invoice is planned without its end, and its plan is not checked',
    patches: [
      {
        file: `${bookings}/planned-parts.ts`,
        find: 'if (totals === undefined || !isUnder(group, line.vatTreatment, line.vatRate)) continue',
        replace:
          'if (index >= 100 || totals === undefined || !isUnder(group, line.vatTreatment, line.vatRate)) continue',
      },
      {
        file: `${bookings}/plan-mutation.ts`,
        find: 'if (!agreesWithTotals(lines, invoice)) {',
        replace: 'if (lines.length < 0) {',
      },
    ],
  },
  {
    name: 'plan refused for its length',
    about: 'the check of a plan takes a long invoice for a wrong one',
    patches: [
      {
        file: `${bookings}/plan-mutation.ts`,
        find: 'if (!agreesWithTotals(lines, invoice)) {',
        replace: 'if (invoice.lines.length > 100 || !agreesWithTotals(lines, invoice)) {',
      },
    ],
  },
  {
    name: 'gone relation added unseen',
    about: 'a relation that the service says it does not know is added again without looking for it',
    patches: [
      {
        file: 'bookkeeping/src/relations/relation-states.ts',
        find: "{ from: 'present', event: 'missed_in_books', to: 'missed' }",
        replace: "{ from: 'present', event: 'missed_in_books', to: 'planned' }",
      },
    ],
  },
  {
    name: 'gone relation never told',
    about: 'a relation that is gone is added again without asking anybody',
    patches: [
      {
        file: `${deliveries}/decide-after-missed.ts`,
        find: "if (delivery.cause === 'being_looked_up') {",
        replace: 'if (delivery.attempts >= 0) {',
      },
    ],
  },
  {
    name: 'waits in silence after a limit',
    about: 'what cannot be looked up waits for a day without a word',
    patches: [
      {
        file: `${deliveries}/decide-after-look-up.ts`,
        find: "cause: 'look_up_limited',",
        replace: 'cause: null,',
      },
    ],
  },
  {
    name: 'works again while limited',
    about: 'a test of something that is not limited ends the pause for the limit',
    patches: [
      {
        file: `${engine}/test-connection.ts`,
        find: "if (connection.pausedCause === 'call_limit_reached') {",
        replace: "if (connection.pausedCause === 'codes_refused') {",
      },
    ],
  },
  {
    name: 'a missing account fails invoices',
    about: 'every invoice fails for an account that is gone, instead of waiting for it',
    patches: [
      {
        file: `${deliveries}/decide-after-sending.ts`,
        find: 'if (isOfAccounts(delivery.cause)) {',
        replace: 'if (isOfAccounts(delivery.cause) || delivery.attempts >= 0) {',
      },
    ],
  },
]
