import { activitiesOfPeople } from './activities-of-people.ts'
import { type ActivityFacts, type ActivitySentences, doneBy } from './activity-facts.ts'
import { causes } from './causes.ts'
import { messageCauses } from './message-causes.ts'
import { overrideActivities } from './override-activities.ts'
import { relationCauses } from './relation-causes.ts'

const ofRelation = { ...causes, ...relationCauses }

/** The activity log, by the kinds of database/src/activities/activity-kinds.ts. */
export const activities = {
  connection_activated: (facts: ActivityFacts) => ({
    title: ['De koppeling tussen ', 'e-Boekhouden.nl', ' en Stella is gemaakt'],
    detail: `${doneBy(facts)}Nieuwe facturen gaan voortaan vanzelf naar ${facts.books ?? 'uw boekhouding'}.`,
  }),
  connection_codes_replaced: (facts: ActivityFacts) => ({
    title: ['De koppeling met ', 'e-Boekhouden.nl', ' heeft nieuwe codes'],
    detail: `${doneBy(facts)}${facts.books == null ? '' : `Ze openen dezelfde boeken als eerst: ${facts.books}. `}Wat wachtte, gaat vanzelf verder.`,
  }),
  connection_books_changed: (facts: ActivityFacts) => ({
    title: ['De koppeling is overgestapt naar ', `${facts.books}`, ''],
    detail: `${facts.by == null ? '' : `Besloten door ${facts.by}. `}Wat in ${facts.former} staat, blijft daar. ${movedAlong(facts)}`,
  }),
  connection_paused: (facts: ActivityFacts) => ({
    title: ['De koppeling met ', 'e-Boekhouden.nl', ' wacht'],
    detail: `${because(facts)} Er gaat niets verloren: facturen wachten tot het weer kan.`,
  }),
  connection_resumed: () => ({
    title: ['De koppeling met ', 'e-Boekhouden.nl', ' werkt weer'],
    detail: 'Wat wachtte, gaat vanzelf verder.',
  }),
  connection_compared: (facts: ActivityFacts) => ({
    title: ['Stella is teruggezet en heeft ', 'e-Boekhouden.nl', ' ernaast gelegd'],
    detail: [
      facts.recovered ? `Weer definitief: ${facts.recovered}.` : '',
      facts.gone
        ? `Deze facturen staan in uw boekhouding en niet meer in Stella: ${facts.gone}. Uw klanten hebben ze; Stella gebruikt die nummers niet opnieuw.`
        : 'In uw boekhouding staat geen factuur van Stella die hier ontbreekt.',
      facts.changed
        ? `Van ${facts.changed} staat hier nog een concept met andere bedragen: maak dat niet opnieuw definitief.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
  }),
  connection_tested: (facts: ActivityFacts) => ({
    title: ['De koppeling met ', 'e-Boekhouden.nl', ' is getest en werkt'],
    detail: `${doneBy(facts)}e-Boekhouden.nl neemt de codes aan.`,
  }),
  connection_test_failed: (facts: ActivityFacts) => ({
    title: ['De koppeling met ', 'e-Boekhouden.nl', ' is getest en werkt nu niet'],
    detail: `${doneBy(facts)}${because(facts) || 'Er kwam niet op tijd antwoord; Stella kijkt vanzelf verder.'}`,
  }),
  connection_preferences_changed: (facts: ActivityFacts) => ({
    title: [
      'Relaties gaan voortaan ',
      `${facts.relationsFrom === 'final' ? 'bij de eerste definitieve factuur' : 'bij het eerste concept'}`,
      ' naar e-Boekhouden.nl',
    ],
    detail: `${doneBy(facts)}Dit geldt voor klanten die er nog niet staan.`,
  }),
  connection_disconnected: (facts: ActivityFacts) => ({
    title: ['De koppeling met ', 'e-Boekhouden.nl', ' is beëindigd'],
    detail: `${doneBy(facts)}De codes zijn gewist. Wat nog niet was verwerkt, blijft staan.`,
  }),
  mail_not_delivered: (facts: ActivityFacts) => ({
    title: ['', `De e-mail aan ${facts.recipient} is niet bezorgd`, ''],
    detail: facts.refused
      ? `De mailserver neemt ${facts.address} niet aan. In de e-mail stond wat er met de koppeling is; dat leest u ook bij Voorkeuren, Integraties.`
      : `De e-mail aan ${facts.address} kon drie dagen lang niet weg. Er stond in wat er met de koppeling is; dat leest u ook bij Voorkeuren, Integraties.`,
  }),

  relation_added: (facts: ActivityFacts) => ({
    title: ['Relatie ', `${facts.customer}`, ' is verwerkt'],
    detail: `Nieuw in e-Boekhouden.nl, met code ${facts.code}.`,
  }),
  relation_recognised: (facts: ActivityFacts) => ({
    title: ['Relatie ', `${facts.customer}`, ' is verwerkt'],
    detail: `Stond al in e-Boekhouden.nl, met code ${facts.code}. Er is niets dubbel aangemaakt.`,
  }),
  relation_changed: (facts: ActivityFacts) => ({
    title: ['Relatie ', `${facts.customer}`, ' is bijgewerkt'],
    detail: 'De nieuwe gegevens staan in e-Boekhouden.nl.',
  }),
  relation_waiting: (facts: ActivityFacts) => ({
    title: ['Relatie ', `${facts.customer}`, ' wacht'],
    detail: because(facts, ofRelation),
  }),
  relation_outcome_unknown: (facts: ActivityFacts) => ({
    title: ['Relatie ', `${facts.customer}`, ' wacht op zekerheid'],
    detail:
      facts.cause === 'reported_as_existing'
        ? 'e-Boekhouden.nl zegt dat deze relatiecode er al staat. Stella zoekt eerst op of dat deze klant is.'
        : 'Er kwam geen duidelijk antwoord. Stella zoekt eerst op of de relatie er al staat.',
  }),
  relation_not_added: (facts: ActivityFacts) => ({
    title: ['Relatie ', `${facts.customer}`, ' is mislukt'],
    detail: because(facts, ofRelation),
  }),
  relation_not_changed: (facts: ActivityFacts) => ({
    title: ['Relatie ', `${facts.customer}`, ' is niet bijgewerkt'],
    detail: `${because(facts, ofRelation)} Facturen voor deze klant worden wel geboekt.`,
  }),
  relation_gone: (facts: ActivityFacts) => ({
    title: ['Relatie ', `${facts.customer}`, ' staat niet meer in e-Boekhouden.nl'],
    detail: because(facts, ofRelation),
  }),
  relation_offered_again: (facts: ActivityFacts) => ({
    title: ['Relatie ', `${facts.customer}`, ' is opnieuw aangeboden'],
    detail: offeredBy(facts),
  }),

  invoice_finalized: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} is definitief`],
    detail: `${doneBy(facts)}Stella biedt hem nu aan bij e-Boekhouden.nl.`,
  }),
  invoice_booked: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} is verwerkt`],
    detail: `Mutatie ${facts.mutationNumber} in e-Boekhouden.nl.`,
  }),
  invoice_recognised: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} is verwerkt`],
    detail: `Teruggevonden als mutatie ${facts.mutationNumber} in e-Boekhouden.nl. Er is niets dubbel geboekt.`,
  }),
  invoice_verified: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} is gecontroleerd`],
    detail: `Mutatie ${facts.mutationNumber} is tot op de cent gelijk aan de factuur.`,
  }),
  invoice_waiting: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} wacht`],
    detail: because(facts),
  }),
  invoice_outcome_unknown: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} wacht op zekerheid`],
    detail:
      facts.cause === 'reported_as_existing'
        ? 'e-Boekhouden.nl zegt dat dit factuurnummer er al staat. Stella zoekt eerst op of dat deze factuur is.'
        : 'Er kwam geen duidelijk antwoord. Stella zoekt eerst op of de boeking er al staat.',
  }),
  invoice_not_booked: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} is mislukt`],
    detail: `${because(facts)}${standing(facts)}`,
  }),
  invoice_offered_again: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} is opnieuw aangeboden`],
    detail: offeredBy(facts),
  }),
  invoice_nothing_to_book: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} is definitief`],
    detail: 'Het totaal is nul, dus er valt niets te boeken.',
  }),
  invoice_not_connected: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} is definitief`],
    detail: `${doneBy(facts)}Er was geen koppeling met e-Boekhouden.nl, dus deze factuur is niet geboekt. Na het koppelen kan dat alsnog, bij Eerdere facturen.`,
  }),
  ...overrideActivities,
  message_sent: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} is gemaild`],
    detail: `Aangenomen door de mailserver, ${facts.copy ? 'als kopie ' : ''}voor ${facts.address}.`,
  }),
  message_kept: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} ligt in Postvak`],
    detail: `Er is geen mailserver ingesteld, dus de mail aan ${facts.address} is niet verzonden.`,
  }),
  message_waiting: (facts: ActivityFacts) => ({
    title: ['De mail van ', `factuur ${facts.number}`, ' wacht'],
    detail: `Voor ${facts.address}. ${whyNotMailed(facts)} Stella probeert het vanzelf opnieuw, drie dagen lang.`,
  }),
  message_refused: (facts: ActivityFacts) => ({
    title: ['De mail van ', `factuur ${facts.number}`, ' is geweigerd'],
    detail: `Voor ${facts.address}. ${whyNotMailed(facts)}`.trim(),
  }),
  message_unknown: (facts: ActivityFacts) => ({
    title: ['Van de mail van ', `factuur ${facts.number}`, ' is niet bekend of hij aankwam'],
    detail: `Voor ${facts.address}. ${whyNotMailed(facts)}`.trim(),
  }),
  message_returned: (facts: ActivityFacts) => ({
    title: ['De mail van ', `factuur ${facts.number}`, ' kwam terug'],
    detail:
      `Van ${facts.address}.${facts.by == null ? ` ${whyNotMailed(facts)}` : ` Gemeld door ${facts.by}.`}`.trim(),
  }),
  share_link_opened: (facts: ActivityFacts) => ({
    title: ['De link naar ', `factuur ${facts.number}`, ' is geopend'],
    detail: 'Voor het eerst. Dat kan de klant zijn geweest, of een programma dat zijn mail nakijkt.',
  }),
  share_link_revoked: (facts: ActivityFacts) => ({
    title: ['De link naar ', `factuur ${facts.number}`, ' is ingetrokken'],
    detail: `${facts.by == null ? '' : `Door ${facts.by}. `}Wie hem heeft, ziet de factuur niet meer.`,
  }),
  payment_received: (facts: ActivityFacts) => ({
    title: ['Van ', `factuur ${facts.number}`, ' is een deel betaald'],
    detail: `${facts.customer}; er staat nog € ${euros(facts.outstanding)} open.${settledBy(facts)}`,
  }),
  invoice_paid: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} is betaald`],
    detail:
      facts.by == null
        ? `Er staat niets meer open in e-Boekhouden.nl.${settledBy(facts)}`
        : `Gemeld door ${facts.by}.`,
  }),
  invoice_overpaid: (facts: ActivityFacts) => ({
    title: ['Voor ', `factuur ${facts.number}`, ' is te veel betaald'],
    detail: `${facts.customer} betaalde € ${euros(facts.outstanding)} te veel.${settledBy(facts)}`,
  }),
  invoice_written_off: (facts: ActivityFacts) => ({
    title: ['', `Factuur ${facts.number}`, ` van ${facts.customer} is afgeboekt`],
    detail: `In e-Boekhouden.nl staat er niets meer van open, zonder dat er geld binnenkwam.${settledBy(facts)}`,
  }),
  invoice_open_again: (facts: ActivityFacts) => ({
    title: ['Van ', `factuur ${facts.number}`, ' staat weer meer open'],
    detail: `${facts.by == null ? 'Een betaling is in e-Boekhouden.nl teruggedraaid of verplaatst.' : `${facts.by} nam terug dat hij betaald was.`} Er staat € ${euros(facts.outstanding)} open.`,
  }),
  customer_archived: (facts: ActivityFacts) => ({
    title: ['Klant ', `${facts.customer}`, ' is gearchiveerd'],
    detail: `${doneBy(facts)}De klant wordt niet meer aangeboden in nieuwe facturen; wat er is, blijft.`,
  }),
  customer_restored: (facts: ActivityFacts) => ({
    title: ['Klant ', `${facts.customer}`, ' is teruggehaald'],
    detail: `${doneBy(facts)}De klant staat weer in de lijst.`,
  }),
  customers_merged: (facts: ActivityFacts) => ({
    title: ['Klant ', `${facts.customer}`, ` is samengevoegd met ${facts.other}`],
    detail: `${doneBy(facts)}${mergedBooks(facts)}`,
  }),
  ...activitiesOfPeople,
} satisfies Record<string, (facts: ActivityFacts) => ActivitySentences>

/** Why it did not arrive, with the server's own words. */
function whyNotMailed({ cause, reply }: ActivityFacts): string {
  const sentence = Object.entries(messageCauses).find(([code]) => code === cause)?.[1] ?? ''
  return reply == null ? sentence : `${sentence} De mailserver zei: «${reply}».`
}

/** What became of the relations and the drafts of two customers. */
function mergedBooks({ code, customer, former, moved, other }: ActivityFacts): string {
  const booked =
    former == null
      ? `Nieuwe facturen gaan naar ${customer}.`
      : `Wat voor ${other} is geboekt, blijft bij relatie ${former}; nieuwe facturen gaan naar ${code == null ? customer : `relatie ${code}`}.`
  if (moved === 0 || moved == null) return booked
  return `${booked} ${moved === 1 ? 'Eén concept ging' : `${moved} concepten gingen`} mee.`
}

/** How many invoices stood nowhere yet and went along. */
function movedAlong({ moved }: ActivityFacts): string {
  if (moved === 0 || moved == null) return 'Nieuwe facturen gaan naar de nieuwe boeken.'
  return moved === 1
    ? 'Eén factuur die nog nergens stond, ging mee.'
    : `${moved} facturen die nog nergens stonden, gingen mee.`
}

/** What has to be done is said only for as long as it has to be. */
function because({ cause, superseded }: ActivityFacts, table: typeof causes = causes): string {
  const sentences = Object.entries(table).find(([code]) => code === cause)?.[1]
  if (sentences === undefined) return ''
  return superseded ? sentences.why : `${sentences.why} ${sentences.next}`
}

/** The numbers under which what contradicts the invoice can be found there. */
function standing({ mutationNumbers }: ActivityFacts): string {
  return mutationNumbers == null ? '' : ` Mutaties in e-Boekhouden.nl: ${mutationNumbers}.`
}

function offeredBy({ by }: ActivityFacts): string {
  return by === 'support' ? 'Door de support van Stella.' : 'Stella gaat er meteen mee verder.'
}

/** '1.234,56' of '1234.56'. */
function euros(amount: ActivityFacts[string] | undefined): string {
  return new Intl.NumberFormat('nl', { minimumFractionDigits: 2 }).format(`${amount ?? 0}` as `${number}`)
}

function settledBy({ mutationNumbers }: ActivityFacts): string {
  if (mutationNumbers == null) return ''
  return ` ${`${mutationNumbers}`.includes(',') ? 'Mutaties' : 'Mutatie'} ${mutationNumbers}.`
}
