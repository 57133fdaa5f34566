import type { Mutant } from './mutant.ts'

const forCredit = 'bookkeeping/src/deliveries/decide-for-credit.ts'
const plan = 'bookkeeping/src/bookings/plan-mutation.ts'
const parts = 'bookkeeping/src/bookings/planned-parts.ts'

/** Mistakes over what a credit note takes back, and over what stands where in the VAT return. */
export const creditMutants: readonly Mutant[] = [
  {
    name: 'credit note booked alone',
    about: 'a credit note is sent although its invoice was refused, or waits',
    patches: [
      {
        file: forCredit,
        find: 'return isBooked(credited.state) && credited.booksId === booksId',
        replace: "return isBooked(credited.state) || booksId !== ''",
      },
    ],
  },
  {
    name: 'credit note in other books than its invoice',
    about: 'a credit note goes to the linked books although its invoice stands in former ones',
    patches: [
      {
        file: forCredit,
        find: 'return isBooked(credited.state) && credited.booksId === booksId',
        replace: "return isBooked(credited.state) && booksId !== ''",
      },
    ],
  },
  {
    name: 'credit note never freed',
    about: 'a credit note that waits for a person does not follow when its invoice is booked',
    patches: [
      {
        file: 'bookkeeping/src/engine/booking-commit.ts',
        find: 'booking.hasCredits && isNowBooked(decision)',
        replace: "booking.hasCredits && decision.event === 'gave_up'",
      },
    ],
  },
  {
    name: 'credit note waits in silence',
    about: 'a credit note waits for its invoice, and nobody can see what for',
    patches: [
      {
        file: forCredit,
        find: "nextAt, cause: 'credited_not_booked_yet' as const }",
        replace: 'nextAt, cause: null }',
      },
    ],
  },
  {
    name: 'VAT codes of one rate booked as one',
    about: 'what is exempt, reversed or exported stands under one code, in one box of the return',
    patches: [
      {
        file: parts,
        find: 'vatCode: code,',
        replace: "vatCode: group.rate === '0' ? NO_VAT_CODE : code,",
      },
      {
        file: plan,
        find: 'if (!agreesWithTotals(lines, invoice)) {',
        replace: 'if (lines.length < 0) {',
      },
    ],
  },
  {
    name: 'one treatment under the code of another',
    about: 'goods for the EU are booked as services',
    patches: [
      {
        file: 'bookkeeping/src/bookings/vat-codes.ts',
        find: "{ treatment: 'eu_goods', code: 'BI_EU_VERK' }",
        replace: "{ treatment: 'eu_goods', code: 'BI_EU_VERK_D' }",
      },
    ],
  },
]
