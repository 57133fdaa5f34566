import type { ActivityFacts, ActivitySentences } from '../nl/activity-facts.ts'

export const overrideActivities = {
  invoice_adopted: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} was booked already`],
    detail: `As mutation ${facts.mutationNumber} in e-Boekhouden.nl, says ${facts.by}. Stella does not book it again.`,
  }),
  invoice_excluded: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} is not booked`],
    detail: `${facts.by}: “${facts.said}”.`,
  }),
  invoice_override_undone: (facts: ActivityFacts) => ({
    title: ['', `Invoice ${facts.number}`, ` for ${facts.customer} stands as before`],
    detail: `${facts.by} took back that it was booked already, or need not be booked.`,
  }),
  backfill_confirmed: (facts: ActivityFacts) => ({
    title: ['', `${facts.count} earlier invoices`, ' go to your books'],
    detail: `Confirmed by ${facts.by}.`,
  }),
  backfill_done: (facts: ActivityFacts) => ({
    title: ['', `${facts.count} earlier invoices`, ' are dealt with'],
    detail: `${facts.booked} booked, ${facts.adopted} were there already, ${facts.failed} failed, ${facts.refused} skipped.`,
  }),
  backfill_void: (facts: ActivityFacts) => ({
    title: ['', 'Earlier invoices', ' go to your books no further'],
    detail: `The link changed. ${facts.booked} were booked and ${facts.adopted} were there already; the rest stayed.`,
  }),
} satisfies Record<string, (facts: ActivityFacts) => ActivitySentences>
