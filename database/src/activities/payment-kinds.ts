/** What the log says of payments; part of activityKinds. */
export const paymentKinds = {
  payment_received: {
    subject: 'payment',
    outcome: 'success',
    sign: 'paid',
    meaning: 'The books know a payment of the invoice, and a part of it is still open.',
  },
  invoice_paid: {
    subject: 'payment',
    outcome: 'success',
    sign: 'paid',
    meaning: 'The invoice is paid in full, as the books or a person say.',
  },
  invoice_overpaid: {
    subject: 'payment',
    outcome: 'info',
    sign: 'paid',
    meaning: 'More was paid than the invoice came to.',
  },
  invoice_written_off: {
    subject: 'payment',
    outcome: 'info',
    sign: 'info',
    meaning: 'The rest of the invoice was written off in the books.',
  },
  invoice_open_again: {
    subject: 'payment',
    outcome: 'info',
    sign: 'info',
    meaning: 'More of the invoice is open than was known before: a payment was taken back or moved.',
  },
} as const
