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
    detail: `${customer}, ${date}. Made final without this link. Put it in your books after all at Preferences, Integrations, Earlier invoices.`,
  }),
  excluded: ({ number, customer, date }: Facts) => ({
    title: `Invoice ${number} is not booked`,
    detail: `${customer}, ${date}. Somebody chose “Do not book”; the reason is at the invoice.`,
  }),
  removed: ({ number, customer, date }: Facts) => ({
    title: `Invoice ${number} was removed or moved in e-Boekhouden.nl`,
    detail: `${customer}, ${date}. Stella booked it, and it stands in this period no more. Stella does not book it again by itself.`,
  }),
  changed: ({ number, mutations, changed }: Facts) => ({
    title: `Invoice ${number} was changed in e-Boekhouden.nl`,
    detail: `Mutation ${mutations}: another ${changed} there. Stella writes over nothing.`,
  }),
  booked_twice: ({ number, mutations }: Facts) => ({
    title: `Invoice ${number} stands twice in e-Boekhouden.nl`,
    detail: `Mutations ${mutations}. Remove the one too many there.`,
  }),
  entered_otherwise: ({ number, mutations, changed }: Facts) => ({
    title: `Invoice ${number} was entered otherwise by hand`,
    detail: `Mutation ${mutations}: another ${changed} than the invoice. Stella does not book it once more.`,
  }),
  extra: ({ mutations, description, date, number }: Facts) => ({
    title: `Mutation ${mutations} stands in e-Boekhouden.nl alone`,
    detail: `${description === '' ? '' : `“${description}”, `}${date}${number === '' ? '' : `, number ${number}`}. Not booked by Stella in this period.`,
  }),
  number_gap: ({ numbers }: Facts) => ({
    title: `Invoice numbers are missing: ${numbers}`,
    detail: 'No invoice has these numbers. Say why; the tax office may ask.',
  }),
  what: { number: 'number', date: 'date', amount: 'amount' },
}
