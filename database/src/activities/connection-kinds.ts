/** What the log says of the link with e-Boekhouden.nl; part of activityKinds. */
export const connectionKinds = {
  connection_activated: {
    subject: 'connection',
    outcome: 'success',
    sign: 'connected',
    meaning: 'The link with e-Boekhouden.nl was made.',
  },
  connection_codes_replaced: {
    subject: 'connection',
    outcome: 'success',
    sign: 'connected',
    meaning: 'The link got new codes.',
  },
  connection_books_changed: {
    subject: 'connection',
    outcome: 'success',
    sign: 'connected',
    meaning: 'Somebody decided that other books are linked from now on.',
  },
  connection_paused: {
    subject: 'connection',
    outcome: 'failure',
    sign: 'failed',
    meaning: 'Nothing goes over the link until its cause is gone.',
  },
  connection_resumed: {
    subject: 'connection',
    outcome: 'success',
    sign: 'connected',
    meaning: 'The link works again.',
  },
  connection_tested: {
    subject: 'connection',
    outcome: 'success',
    sign: 'connected',
    meaning: 'Somebody tested the link, and it works.',
  },
  connection_test_failed: {
    subject: 'connection',
    outcome: 'waiting',
    sign: 'waiting',
    aside: true,
    meaning:
      'Somebody tested the link, and it does not work now; `cause` says why, or no answer came in time.',
  },
  connection_preferences_changed: {
    subject: 'connection',
    outcome: 'info',
    sign: 'info',
    aside: true,
    meaning: 'Somebody decided with which invoice of a customer its relation is sent.',
  },
  connection_compared: {
    subject: 'connection',
    outcome: 'info',
    sign: 'info',
    meaning:
      'After a restore the books were read: numbers of invoices that are only there, or final here again.',
  },
  connection_disconnected: {
    subject: 'connection',
    outcome: 'info',
    sign: 'disconnected',
    meaning: 'The link was ended and its codes erased.',
  },
  mail_not_delivered: {
    subject: 'connection',
    outcome: 'failure',
    sign: 'failed',
    meaning: 'A mail about the link did not reach somebody.',
  },
} as const
