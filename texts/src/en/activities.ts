import type { activities as dutch } from '../nl/activities.ts'
import type { ActivityFacts } from '../nl/activity-facts.ts'
import { activitiesOfPeople, doneBy } from './activities-of-people.ts'
import { causes } from './causes.ts'
import { messageCauses } from './message-causes.ts'
import { overrideActivities } from './override-activities.ts'
import { relationCauses } from './relation-causes.ts'

const ofRelation = { ...causes, ...relationCauses }

export const activities = {
  connection_activated: (facts: ActivityFacts) => ({
    title: ['The connection between ', 'e-Boekhouden.nl', ' and Stella has been made'],
    detail: `${doneBy(facts)}From now on, new invoices go to ${facts.books ?? 'your books'} by themselves.`,
  }),
  connection_codes_replaced: (facts: ActivityFacts) => ({
    title: ['The connection with ', 'e-Boekhouden.nl', ' has new codes'],
    detail: `${doneBy(facts)}${facts.books == null ? '' : `They open the same books as before: ${facts.books}. `}What was waiting goes on by itself.`,
  }),
  connection_books_changed: (facts: ActivityFacts) => ({
    title: ['The connection went over to ', `${facts.books}`, ''],
    detail: `${facts.by == null ? '' : `Decided by ${facts.by}. `}What stands in ${facts.former} stays there. ${movedAlong(facts)}`,
  }),
  connection_paused: (facts: ActivityFacts) => ({
    title: ['The connection with ', 'e-Boekhouden.nl', ' is waiting'],
    detail: `${because(facts)} Nothing is lost: invoices wait until it works again.`,
  }),
  connection_resumed: () => ({
    title: ['The connection with ', 'e-Boekhouden.nl', ' works again'],
    detail: 'What was waiting goes on by itself.',
  }),
  connection_compared: (facts: ActivityFacts) => ({
    title: ['Stella was restored and compared with ', 'e-Boekhouden.nl', ''],
    detail: [
      facts.recovered ? `Final again: ${facts.recovered}.` : '',
      facts.gone
        ? `These invoices stand in your books and no longer in Stella: ${facts.gone}. Your customers have them; Stella does not use those numbers again.`
        : 'Your books have no invoice of Stella that is missing here.',
      facts.changed
        ? `Of ${facts.changed} there is still a draft here with other amounts: do not make that final again.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
  }),
  connection_tested: (facts: ActivityFacts) => ({
    title: ['The connection with ', 'e-Boekhouden.nl', ' was tested and works'],
    detail: `${doneBy(facts)}e-Boekhouden.nl takes the codes.`,
  }),
  connection_test_failed: (facts: ActivityFacts) => ({
    title: ['The connection with ', 'e-Boekhouden.nl', ' was tested and does not work now'],
    detail: `${doneBy(facts)}${because(facts) || 'No answer came in time; Stella goes on looking by itself.'}`,
  }),
  connection_preferences_changed: (facts: ActivityFacts) => ({
    title: [
      'Relations now go to e-Boekhouden.nl with ',
      facts.relationsFrom === 'final' ? 'the first final invoice' : 'the first draft',
      '',
    ],
    detail: `${doneBy(facts)}This is for customers that are not there yet.`,
  }),
  connection_disconnected: (facts: ActivityFacts) => ({
    title: ['The connection with ', 'e-Boekhouden.nl', ' has been ended'],
    detail: `${doneBy(facts)}The codes were erased. What had not been booked yet stays.`,
  }),
  mail_not_delivered: (facts: ActivityFacts) => ({
    title: ['', `The e-mail to ${facts.recipient} was not delivered`, ''],
    detail: facts.refused
      ? `The mail server does not take ${facts.address}. The e-mail said what the connection waits for; you can read that under Preferences, Integrations too.`
      : `The e-mail to ${facts.address} could not leave for three days. It said what the connection waits for; you can read that under Preferences, Integrations too.`,
  }),

  relation_added: (facts: ActivityFacts) => ({
    title: ['Relation ', `${facts.customer}`, ' has been added'],
    detail: `New in e-Boekhouden.nl, with code ${facts.code}.`,
  }),
  relation_recognised: (facts: ActivityFacts) => ({
    title: ['Relation ', `${facts.customer}`, ' is in the books'],
    detail: `Was in e-Boekhouden.nl already, with code ${facts.code}. Nothing was added twice.`,
  }),
  relation_changed: (facts: ActivityFacts) => ({
    title: ['Relation ', `${facts.customer}`, ' has been updated'],
    detail: 'The new details are in e-Boekhouden.nl.',
  }),
  relation_waiting: (facts: ActivityFacts) => ({
    title: ['Relation ', `${facts.customer}`, ' is waiting'],
    detail: because(facts, ofRelation),
  }),
  relation_outcome_unknown: (facts: ActivityFacts) => ({
    title: ['Relation ', `${facts.customer}`, ' waits for certainty'],
    detail:
      facts.cause === 'reported_as_existing'
        ? 'e-Boekhouden.nl says that this relation code is there already. Stella first looks whether it is this customer.'
        : 'No clear answer came. Stella first looks whether the relation is there already.',
  }),
  relation_not_added: (facts: ActivityFacts) => ({
    title: ['Relation ', `${facts.customer}`, ' failed'],
    detail: because(facts, ofRelation),
  }),
  relation_not_changed: (facts: ActivityFacts) => ({
    title: ['Relation ', `${facts.customer}`, ' was not updated'],
    detail: `${because(facts, ofRelation)} Invoices for this customer are booked all the same.`,
  }),
  relation_gone: (facts: ActivityFacts) => ({
    title: ['Relation ', `${facts.customer}`, ' is no longer in e-Boekhouden.nl'],
    detail: because(facts, ofRelation),
  }),
  relation_offered_again: (facts: ActivityFacts) => ({
    title: ['Relation ', `${facts.customer}`, ' was offered again'],
    detail: offeredBy(facts),
  }),

  invoice_finalized: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} is final`],
    detail: `${doneBy(facts)}Stella now offers it to e-Boekhouden.nl.`,
  }),
  invoice_booked: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} has been booked`],
    detail: `Mutation ${facts.mutationNumber} in e-Boekhouden.nl.`,
  }),
  invoice_recognised: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} has been booked`],
    detail: `Found as mutation ${facts.mutationNumber} in e-Boekhouden.nl. Nothing was booked twice.`,
  }),
  invoice_verified: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} has been verified`],
    detail: `Mutation ${facts.mutationNumber} equals the invoice to the cent.`,
  }),
  invoice_waiting: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} is waiting`],
    detail: because(facts),
  }),
  invoice_outcome_unknown: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} waits for certainty`],
    detail:
      facts.cause === 'reported_as_existing'
        ? 'e-Boekhouden.nl says that this invoice number is there already. Stella first looks whether it is this invoice.'
        : 'No clear answer came. Stella first looks whether the booking is there already.',
  }),
  invoice_not_booked: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} failed`],
    detail: `${because(facts)}${standing(facts)}`,
  }),
  invoice_offered_again: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} was offered again`],
    detail: offeredBy(facts),
  }),
  ...overrideActivities,
  message_sent: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} has been mailed`],
    detail: `Taken by the mail server, ${facts.copy ? 'as a copy ' : ''}for ${facts.address}.`,
  }),
  message_kept: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} lies in the Outbox`],
    detail: `No mail server is set, so the mail to ${facts.address} was not sent.`,
  }),
  message_waiting: (facts: ActivityFacts) => ({
    title: ['The mail of ', `invoice ${facts.number}`, ' waits'],
    detail: `For ${facts.address}. ${whyNotMailed(facts)} Stella tries again by itself, for three days.`,
  }),
  message_refused: (facts: ActivityFacts) => ({
    title: ['The mail of ', `invoice ${facts.number}`, ' was refused'],
    detail: `For ${facts.address}. ${whyNotMailed(facts)}`.trim(),
  }),
  message_unknown: (facts: ActivityFacts) => ({
    title: ['Of the mail of ', `invoice ${facts.number}`, ' it is not known whether it arrived'],
    detail: `For ${facts.address}. ${whyNotMailed(facts)}`.trim(),
  }),
  message_returned: (facts: ActivityFacts) => ({
    title: ['The mail of ', `invoice ${facts.number}`, ' came back'],
    detail:
      `From ${facts.address}.${facts.by == null ? ` ${whyNotMailed(facts)}` : ` Told by ${facts.by}.`}`.trim(),
  }),
  share_link_opened: (facts: ActivityFacts) => ({
    title: ['The link to ', `invoice ${facts.number}`, ' was opened'],
    detail: 'For the first time. That may have been the customer, or a program that checks their mail.',
  }),
  share_link_revoked: (facts: ActivityFacts) => ({
    title: ['The link to ', `invoice ${facts.number}`, ' was taken back'],
    detail: `${facts.by == null ? '' : `By ${facts.by}. `}Whoever has it no longer sees the invoice.`,
  }),
  payment_received: (facts: ActivityFacts) => ({
    title: ['A part of ', `invoice ${facts.number}`, ' has been paid'],
    detail: `${facts.customer}; € ${euros(facts.outstanding)} is still open.${settledBy(facts)}`,
  }),
  invoice_paid: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} has been paid`],
    detail:
      facts.by == null
        ? `Nothing is open in e-Boekhouden.nl any more.${settledBy(facts)}`
        : `Told by ${facts.by}.`,
  }),
  invoice_overpaid: (facts: ActivityFacts) => ({
    title: ['Too much was paid for ', `invoice ${facts.number}`, ''],
    detail: `${facts.customer} paid € ${euros(facts.outstanding)} too much.${settledBy(facts)}`,
  }),
  invoice_written_off: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} has been written off`],
    detail: `Nothing of it is open in e-Boekhouden.nl any more, without money coming in.${settledBy(facts)}`,
  }),
  invoice_open_again: (facts: ActivityFacts) => ({
    title: ['More of ', `invoice ${facts.number}`, ' is open again'],
    detail: `${facts.by == null ? 'A payment was taken back or moved in e-Boekhouden.nl.' : `${facts.by} took back that it was paid.`} € ${euros(facts.outstanding)} is open.`,
  }),
  customer_archived: (facts: ActivityFacts) => ({
    title: ['Customer ', `${facts.customer}`, ' was archived'],
    detail: `${doneBy(facts)}The customer is no longer offered in new invoices; what is there stays.`,
  }),
  customer_restored: (facts: ActivityFacts) => ({
    title: ['Customer ', `${facts.customer}`, ' was brought back'],
    detail: `${doneBy(facts)}The customer is in the list again.`,
  }),
  customers_merged: (facts: ActivityFacts) => ({
    title: ['Customer ', `${facts.customer}`, ` was merged with ${facts.other}`],
    detail: `${doneBy(facts)}${mergedBooks(facts)}`,
  }),
  ...activitiesOfPeople,
  invoice_nothing_to_book: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} is final`],
    detail: 'It comes to zero, so there is nothing to book.',
  }),
  invoice_not_connected: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} is final`],
    detail: `${doneBy(facts)}There was no connection with e-Boekhouden.nl, so this invoice was not booked. Once linked that can still be done, at Earlier invoices.`,
  }),
} satisfies typeof dutch

/** What became of the relations and the drafts of two customers. */
function mergedBooks({ code, customer, former, moved, other }: ActivityFacts): string {
  const booked =
    former == null
      ? `New invoices go to ${customer}.`
      : `What was booked for ${other} stays with relation ${former}; new invoices go to ${code == null ? customer : `relation ${code}`}.`
  if (moved === 0 || moved == null) return booked
  return `${booked} ${moved === 1 ? 'One draft' : `${moved} drafts`} went along.`
}

/** How many invoices stood nowhere yet and went along. */
function whyNotMailed({ cause, reply }: ActivityFacts): string {
  const sentence = Object.entries(messageCauses).find(([code]) => code === cause)?.[1] ?? ''
  return reply == null ? sentence : `${sentence} The mail server said: “${reply}”.`
}

function movedAlong({ moved }: ActivityFacts): string {
  if (moved === 0 || moved == null) return 'New invoices go to the new books.'
  return moved === 1
    ? 'One invoice that stood nowhere yet went along.'
    : `${moved} invoices that stood nowhere yet went along.`
}

function because({ cause, superseded }: ActivityFacts, table: typeof causes = causes): string {
  const sentences = Object.entries(table).find(([code]) => code === cause)?.[1]
  if (sentences === undefined) return ''
  return superseded ? sentences.why : `${sentences.why} ${sentences.next}`
}

function standing({ mutationNumbers }: ActivityFacts): string {
  return mutationNumbers == null ? '' : ` Mutations in e-Boekhouden.nl: ${mutationNumbers}.`
}

function offeredBy({ by }: ActivityFacts): string {
  return by === 'support' ? 'By the support of Stella.' : 'Stella goes on with it at once.'
}

/** '1,234.56' of '1234.56'. */
function euros(amount: ActivityFacts[string] | undefined): string {
  return new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(`${amount ?? 0}` as `${number}`)
}

function settledBy({ mutationNumbers }: ActivityFacts): string {
  if (mutationNumbers == null) return ''
  return ` ${`${mutationNumbers}`.includes(',') ? 'Mutations' : 'Mutation'} ${mutationNumbers}.`
}
