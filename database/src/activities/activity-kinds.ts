import { caseKinds } from './case-kinds.ts'
import { connectionKinds } from './connection-kinds.ts'
import { fileKinds } from './file-kinds.ts'
import { paymentKinds } from './payment-kinds.ts'
import { settingsKinds } from './settings-kinds.ts'
import { unbookedKinds } from './unbooked-kinds.ts'

export const activityOutcomes = ['success', 'failure', 'waiting', 'info'] as const
export type ActivityOutcome = (typeof activityOutcomes)[number]

/** `message` is the mail and the links of an invoice, `payment` what came in for it; both have the id of that invoice. */
export const activitySubjects = [
  'invoice',
  'relation',
  'customer',
  'connection',
  'organization',
  'message',
  'payment',
  'import',
  'export',
  'case',
] as const
export type ActivitySubject = (typeof activitySubjects)[number]

/** What an entry is marked with where it is shown: finer than its outcome, and never its only mark. */
export const activitySigns = [
  'done',
  'verified',
  'customer',
  'connected',
  'disconnected',
  'waiting',
  'failed',
  'paid',
  'info',
] as const
export type ActivitySign = (typeof activitySigns)[number]

type KindRow = {
  readonly subject: ActivitySubject
  readonly outcome: ActivityOutcome
  readonly sign: ActivitySign
  /** Whether a failure before it needs nobody any more although this is no success: it is being tried again. */
  readonly takesUp?: true
  /** Whether it says nothing of how something goes on: what failed or waits before it does so still. */
  readonly aside?: true
  /** For developers; what people read stands in texts/src/<language>/activities.ts under the same name. */
  readonly meaning: string
}

/** Everything that the activity log can say: every kind of entry, of whoever writes it. */
export const activityKinds = {
  ...connectionKinds,

  relation_added: {
    subject: 'relation',
    outcome: 'success',
    sign: 'customer',
    meaning: 'The customer was added to the books.',
  },
  relation_recognised: {
    subject: 'relation',
    outcome: 'success',
    sign: 'customer',
    meaning: 'The customer was in the books already.',
  },
  relation_changed: {
    subject: 'relation',
    outcome: 'success',
    sign: 'customer',
    meaning: 'A change of the customer is in the books.',
  },
  relation_waiting: {
    subject: 'relation',
    outcome: 'waiting',
    sign: 'waiting',
    meaning: 'The customer could not be sent now; it is tried again by itself.',
  },
  relation_outcome_unknown: {
    subject: 'relation',
    outcome: 'waiting',
    sign: 'waiting',
    meaning: 'No clear answer came; it is looked up before anything is sent again.',
  },
  relation_not_added: {
    subject: 'relation',
    outcome: 'failure',
    sign: 'failed',
    meaning: 'The books did not take the customer.',
  },
  relation_not_changed: {
    subject: 'relation',
    outcome: 'failure',
    sign: 'failed',
    meaning: 'The books did not take a change of the customer.',
  },
  relation_gone: {
    subject: 'relation',
    outcome: 'failure',
    sign: 'failed',
    meaning: 'The customer was in the books, and somebody deleted it there.',
  },
  relation_offered_again: {
    subject: 'relation',
    outcome: 'waiting',
    sign: 'waiting',
    takesUp: true,
    meaning: 'Somebody offered a customer that failed again.',
  },

  invoice_finalized: {
    subject: 'invoice',
    outcome: 'info',
    sign: 'info',
    meaning: 'The invoice became final and its booking is planned.',
  },
  invoice_booked: {
    subject: 'invoice',
    outcome: 'success',
    sign: 'done',
    meaning: 'The invoice is a mutation in the books.',
  },
  invoice_recognised: {
    subject: 'invoice',
    outcome: 'success',
    sign: 'done',
    meaning: 'The invoice was found in the books, and not sent again.',
  },
  invoice_waiting: {
    subject: 'invoice',
    outcome: 'waiting',
    sign: 'waiting',
    meaning: 'The invoice could not be sent now; it is tried again by itself.',
  },
  invoice_outcome_unknown: {
    subject: 'invoice',
    outcome: 'waiting',
    sign: 'waiting',
    meaning: 'No clear answer came; it is looked up before anything is sent again.',
  },
  invoice_not_booked: {
    subject: 'invoice',
    outcome: 'failure',
    sign: 'failed',
    meaning: 'The invoice is not in the books, or not as it should be.',
  },
  invoice_offered_again: {
    subject: 'invoice',
    outcome: 'waiting',
    sign: 'waiting',
    takesUp: true,
    meaning: 'Somebody offered an invoice that failed again.',
  },
  invoice_verified: {
    subject: 'invoice',
    outcome: 'success',
    sign: 'verified',
    meaning: 'The mutation was read back and equals the invoice to the cent.',
  },
  ...unbookedKinds,
  message_sent: {
    subject: 'message',
    outcome: 'success',
    sign: 'done',
    meaning: 'A mail server took the invoice for an address.',
  },
  message_kept: {
    subject: 'message',
    outcome: 'info',
    sign: 'info',
    meaning: 'There is no mail server, so the mail lies in the outbox and was not sent.',
  },
  message_waiting: {
    subject: 'message',
    outcome: 'waiting',
    sign: 'waiting',
    meaning: 'No mail server takes the invoice now; it is tried again by itself for three days.',
  },
  message_refused: {
    subject: 'message',
    outcome: 'failure',
    sign: 'failed',
    meaning: 'The mail server does not take the invoice for an address.',
  },
  message_unknown: {
    subject: 'message',
    outcome: 'failure',
    sign: 'failed',
    meaning:
      'The connection broke before the mail server answered, so a person decides whether to send again.',
  },
  message_returned: {
    subject: 'message',
    outcome: 'failure',
    sign: 'failed',
    meaning: 'Somebody saw a mail come back.',
  },
  share_link_opened: {
    subject: 'message',
    outcome: 'info',
    sign: 'info',
    meaning: 'The link to the invoice was opened for the first time.',
  },
  share_link_revoked: {
    subject: 'message',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody took back the link to the invoice.',
  },
  ...paymentKinds,
  customer_archived: {
    subject: 'customer',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody took the customer out of the list.',
  },
  customer_restored: {
    subject: 'customer',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody brought the customer back into the list.',
  },
  customers_merged: {
    subject: 'customer',
    outcome: 'info',
    sign: 'info',
    meaning:
      'Two customers were made one; each keeps its relation, and new invoices go to that of the one that stays.',
  },
  ...fileKinds,
  ...settingsKinds,
  ...caseKinds,
} as const satisfies Record<string, KindRow>

export type ActivityKind = keyof typeof activityKinds

/** The kinds of entries about one sort of thing. */
export type ActivityKindOf<Subject extends ActivitySubject> = {
  [Kind in ActivityKind]: (typeof activityKinds)[Kind]['subject'] extends Subject ? Kind : never
}[ActivityKind]

export function isActivityKind(kind: string): kind is ActivityKind {
  return Object.hasOwn(activityKinds, kind)
}

/** After an entry of these kinds a failure is being tried again. */
export const kindsThatTakeUp = kindsWhere(({ takesUp }) => takesUp === true)

/** After an entry of these kinds everything stands as it stood. */
export const kindsAside = kindsWhere(({ aside }) => aside === true)

function kindsWhere(are: (row: KindRow) => boolean): string[] {
  return Object.entries<KindRow>(activityKinds)
    .filter(([, row]) => are(row))
    .map(([kind]) => kind)
}
