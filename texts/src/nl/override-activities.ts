import type { ActivityFacts, ActivitySentences } from './activity-facts.ts'

/** Where a person knew better than Stella whether an invoice is to be booked. */
export const overrideActivities = {
  invoice_adopted: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} was al geboekt`],
    detail: `Als mutatie ${facts.mutationNumber} in e-Boekhouden.nl, zegt ${facts.by}. Stella boekt hem niet nog een keer.`,
  }),
  invoice_excluded: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} wordt niet geboekt`],
    detail: `${facts.by}: «${facts.said}».`,
  }),
  invoice_override_undone: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} staat weer zoals eerst`],
    detail: `${facts.by} nam terug dat hij al geboekt was, of niet geboekt hoefde te worden.`,
  }),
  backfill_confirmed: (facts: ActivityFacts) => ({
    title: ['', `${facts.count} eerdere facturen`, ' gaan naar uw boeken'],
    detail: `Bevestigd door ${facts.by}.`,
  }),
  backfill_done: (facts: ActivityFacts) => ({
    title: ['', `${facts.count} eerdere facturen`, ' zijn afgehandeld'],
    detail: `${facts.booked} geboekt, ${facts.adopted} stonden er al, ${facts.failed} mislukt, ${facts.refused} overgeslagen.`,
  }),
  backfill_void: (facts: ActivityFacts) => ({
    title: ['', 'Eerdere facturen', ' gaan niet verder naar uw boeken'],
    detail: `De koppeling is veranderd. ${facts.booked} waren geboekt en ${facts.adopted} stonden er al; de rest bleef staan.`,
  }),
} satisfies Record<string, (facts: ActivityFacts) => ActivitySentences>
