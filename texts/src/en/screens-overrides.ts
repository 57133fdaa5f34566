import type * as dutch from '../nl/screens-overrides.ts'

export const overrides: typeof dutch.overrides = {
  knowBetter: 'Do you know better?',
  adopt: 'Booked already',
  exclude: 'Do not book',
  adoptTitle: (number) => `Invoice ${number} is in your books already`,
  adoptText:
    'Enter the number of the mutation in e-Boekhouden.nl. Stella looks it up and shows what differs.',
  mutationNumber: 'Number of the mutation',
  mutationNumberWrong: 'A number consists of digits, as in 3061.',
  lookUp: 'Look up',
  lookAgain: 'Look up another',
  lookingUp: 'Stella is looking in e-Boekhouden.nl.',
  pending: 'e-Boekhouden.nl gave no answer yet. Try again in a moment.',
  failed: 'The mutation could not be looked up.',
  refusals: {
    absent: (number) => `There is no mutation ${number} in this administration.`,
    not_a_sale: (number) =>
      `Mutation ${number} is no sales invoice. If it was booked otherwise, choose “Do not book” with the reason.`,
    of_another: (number) => `Mutation ${number} was booked by Stella for another invoice.`,
    taken: (number) => `Mutation ${number} belongs to another invoice in Stella already.`,
  },
  found: (number, invoiceNumber, date) =>
    `Mutation ${number}: invoice ${invoiceNumber || 'without a number'} of ${date}.`,
  same: 'Number, date and amounts are those of the invoice.',
  differs: 'This differs:',
  what: {
    number: 'Invoice number',
    date: 'Date',
    net: 'Amount without VAT',
    vat: 'VAT',
    relation: 'Relation code',
  },
  stella: 'Stella',
  books: 'e-Boekhouden.nl',
  unreadable: 'no whole amount of cents',
  adoptMeaning:
    'Stella then books this invoice no more. What differs you correct in e-Boekhouden.nl where needed.',
  confirmAdopt: 'This is it',
  excludeTitle: (number) => `Do not book invoice ${number}`,
  excludeText:
    'The invoice stays final, but Stella does not put it in your books. You can take this back later.',
  reason: 'Why?',
  reasonText: 'This stays with the invoice and in the activity log.',
  confirmExclude: 'Do not book',
  notKept: 'This was not kept. See again how the invoice stands.',
  adoptedBy: (by, moment) => `Booked already, said ${by} on ${moment}.`,
  excludedBy: (by, moment) => `Not to be booked, said ${by} on ${moment}.`,
  reasonGiven: 'Reason',
  undo: 'Take back',
  undone: 'The invoice stands as before.',
  stays: 'This cannot be taken back any more: something builds on it, or other books are linked.',
}
