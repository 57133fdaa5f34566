/** What the log says of invoices that Stella did not book by itself; part of activityKinds. */
export const unbookedKinds = {
  invoice_nothing_to_book: {
    subject: 'invoice',
    outcome: 'info',
    sign: 'info',
    meaning: 'The invoice became final and comes to zero, so there is nothing to book.',
  },
  invoice_not_connected: {
    subject: 'invoice',
    outcome: 'info',
    sign: 'info',
    meaning: 'The invoice became final without a link, so it is not booked.',
  },
  invoice_adopted: {
    subject: 'invoice',
    outcome: 'success',
    sign: 'done',
    meaning: 'Somebody says which mutation in the books the invoice is; it is not sent.',
  },
  invoice_excluded: {
    subject: 'invoice',
    outcome: 'info',
    sign: 'info',
    takesUp: true,
    meaning: 'Somebody left the invoice out of the books, and says why.',
  },
  invoice_override_undone: {
    subject: 'invoice',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody took back that the invoice is booked already, or is not to be booked.',
  },
  backfill_confirmed: {
    subject: 'connection',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody confirmed which old invoices go to the books.',
  },
  backfill_done: {
    subject: 'connection',
    outcome: 'info',
    sign: 'info',
    meaning: 'What was confirmed of old invoices is done, with what became of it.',
  },
  backfill_void: {
    subject: 'connection',
    outcome: 'info',
    sign: 'info',
    meaning: 'Other books were linked while old invoices were planned, so the rest is not.',
  },
} as const
