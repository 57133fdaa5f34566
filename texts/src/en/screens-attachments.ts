import type * as dutch from '../nl/screens-attachments.ts'

/** Files that go along with invoices: in the editor, with a final invoice, and what always goes along. */
export const attachments: typeof dutch.attachments = {
  title: 'Attachments',
  lead: 'Go along with the mail and stand on the page of the customer. PDF, JPEG or PNG, 10 MB together at most.',
  add: 'Add an attachment',
  remove: (name) => `Remove ${name}`,
  removed: 'The attachment is removed.',
  always: 'always goes along',
  notAdded: 'The attachment was not added',
  notRemoved: 'The attachment was not removed',
  tooLarge: 'This file is too large. An attachment is 10 MB at most.',
  unavailable: 'The attachments cannot be shown now',
  alwaysTitle: 'Always goes along',
  alwaysLead:
    'Your terms, for instance: goes along with every invoice that you make final from now on, not with credit notes. PDF, JPEG or PNG; 5 files at most.',
  alwaysNone: 'Nothing always goes along yet.',
  alwaysRemoved: 'This goes along no more. With invoices that are final already it stays.',
}
