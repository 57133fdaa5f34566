import type * as dutch from '../nl/differences.ts'

type Facts = dutch.DifferenceFacts

export const differences: typeof dutch.differences = {
  failed: ({ number, customer, date }: Facts) => ({
    title: `Invoice ${number} failed`,
    detail: `${customer}, ${date}. The invoice says why, and what you can do.`,
  }),
  waiting: ({ number, customer, date }: Facts) => ({
    title: `Invoice ${number} is waiting`,
    detail: `${customer}, ${date}. It goes by itself; there is nothing you need to do.`,
  }),
  not_booked: ({ number, customer, date }: Facts) => ({
    title: `Invoice ${number} is not in these books`,
    detail: `${customer}, ${date}. Made final without this link. Put it in your books after all at Preferences, Integrations, Earlier invoices. If it does not belong there, credit it.`,
  }),
  excluded: ({ number, customer, date }: Facts) => ({
    title: `Invoice ${number} is not booked`,
    detail: `${customer}, ${date}. Somebody chose “Do not book”; the reason is at the invoice.`,
  }),
  removed: ({ number, customer, date }: Facts) => ({
    title: `Invoice ${number} was removed or moved in e-Boekhouden.nl`,
    detail: `${customer}, ${date}. Stella booked it, and it stands in this period no more. Stella does not book it again by itself: put it back there under this number and date.`,
  }),
  changed: ({ number, mutations, changed }: Facts) => ({
    title: `Invoice ${number} was changed in e-Boekhouden.nl`,
    detail: `Mutation ${mutations}: another ${changed} there. Stella writes over nothing: put it back there, or say why it is right.`,
  }),
  other_account: ({ count, from, numbers, to }: Facts) => ({
    title:
      count === 1
        ? `Invoice ${numbers} stands on account ${to} instead of ${from}`
        : `${count} invoices stand on account ${to} instead of ${from}`,
    detail:
      count === 1
        ? 'Its amount is right. Put it back on that account in e-Boekhouden.nl, or say why it is right.'
        : `Their amounts are right: ${numbers}. Put them back on that account in e-Boekhouden.nl, or say why it is right.`,
  }),
  booked_twice: ({ number, mutations }: Facts) => ({
    title: `Invoice ${number} stands twice in e-Boekhouden.nl`,
    detail: `Mutations ${mutations}. Remove the one too many there.`,
  }),
  stands_there: ({ number, mutations }: Facts) => ({
    title: `Invoice ${number} is right in e-Boekhouden.nl, but Stella does not know it yet`,
    detail: `Mutation ${mutations}. On «Adopt» Stella looks it up, and does not book it once more.`,
  }),
  entered_otherwise: ({ number, mutations, changed }: Facts) => ({
    title: `Invoice ${number} was entered otherwise by hand`,
    detail: `Mutation ${mutations}: another ${changed} than the invoice. Stella does not book it once more: mend it there, or say why it is right.`,
  }),
  extra: ({ mutations, description, date, number }: Facts) => ({
    title: `Mutation ${mutations} stands in e-Boekhouden.nl alone`,
    detail: `${description === '' ? '' : `“${description}”, `}${date}${number === '' ? '' : `, number ${number}`}. Not booked by Stella in this period.`,
  }),
  number_gap: ({ numbers }: Facts) => ({
    title: `Invoice numbers are missing: ${numbers}`,
    detail: 'No invoice has these numbers. Say why; the tax office may ask.',
  }),
  what: { number: 'number', date: 'date', amount: 'amount', account: 'account' },
}
