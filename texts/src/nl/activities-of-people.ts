import { type ActivityFacts, type ActivitySentences, counted, doneBy } from './activity-facts.ts'

/** What people did besides their invoices: files, settings, help. Part of `activities`. */
export const activitiesOfPeople = {
  import_applied: (facts: ActivityFacts) => ({
    title: ['Import: ', `${counted(facts.added, facts.what)}`, ` toegevoegd uit ${facts.file}`],
    detail: `${doneBy(facts)}${facts.changed ? `${counted(facts.changed, facts.what)} gewijzigd. ` : ''}${facts.what === 'invoices' ? 'Ze gaan niet naar e-Boekhouden.nl.' : 'Ze gaan pas naar e-Boekhouden.nl bij hun eerste factuur.'}`,
  }),
  import_undone: (facts: ActivityFacts) => ({
    title: ['Import ', `${facts.file}`, ' is ongedaan gemaakt'],
    detail: `${doneBy(facts)}${counted(facts.takenBack, facts.what)} weer weg of zoals ze waren${facts.kept ? `; ${counted(facts.kept, facts.what)} gebleven, omdat er al iets mee is gedaan` : ''}.`,
  }),
  import_stopped: (facts: ActivityFacts) => ({
    title: ['Import ', `${facts.file}`, ' staat stil'],
    detail: facts.superseded
      ? 'Stella kwam er een tijd niet verder mee.'
      : 'Stella kwam er niet verder mee. Open de import: daar gaat u verder, of maakt u hem ongedaan.',
  }),
  export_made: (facts: ActivityFacts) => ({
    title: ['Het archief van ', `${facts.from} t/m ${facts.until}`, ' is klaar'],
    detail: `${askedBy(facts)}Het staat een week klaar bij Voorkeuren, Exporteren.`,
  }),
  export_failed: (facts: ActivityFacts) => ({
    title: ['Het archief van ', `${facts.from} t/m ${facts.until}`, ' is niet gelukt'],
    detail: facts.superseded
      ? askedBy(facts).trim() || 'Later is het opnieuw gemaakt.'
      : `${askedBy(facts)}Maak het opnieuw bij Voorkeuren, Exporteren. Lukt het weer niet, vraag het dan de support van Stella.`,
  }),
  export_fetched: (facts: ActivityFacts) => ({
    title: ['Het archief van ', `${facts.from} t/m ${facts.until}`, ' is opgehaald'],
    detail: `${doneBy(facts) || 'Door een programma. '}Er staat alles in van die periode.`,
  }),
  list_exported: (facts: ActivityFacts) => ({
    title: ['', lists[facts.list as 'invoices'] ?? 'Een lijst', ' als bestand opgehaald'],
    detail: doneBy(facts).trim() || 'Door een programma.',
  }),

  series_made: (facts: ActivityFacts) => ({
    title: ['Er is een ', 'nummerreeks', ` bij: ${facts.name}`],
    detail: `${doneBy(facts)}Nummers als ${facts.pattern}.`,
  }),
  series_changed: (facts: ActivityFacts) => ({
    title: ['De ', 'nummerreeks', ` ${facts.name} is gewijzigd`],
    detail: `${doneBy(facts)}Eerst ${facts.former}, nu ${facts.pattern}.`,
  }),
  series_removed: (facts: ActivityFacts) => ({
    title: ['De ', 'nummerreeks', ` ${facts.name} is weg`],
    detail: `${doneBy(facts)}Er was geen nummer uit gegeven.`,
  }),
  series_moved: (facts: ActivityFacts) => ({
    title: ['De ', 'nummering', ` gaat verder met ${facts.after}`],
    detail: `${facts.by == null ? '' : `Ingesteld door ${facts.by}. `}Aan de beurt was ${facts.before}.${facts.reason == null ? '' : ` Reden: «${facts.reason}».`}`,
  }),
  bank_account_changed: (facts: ActivityFacts) => ({
    title: ['De ', 'bankrekening', ' op uw facturen is gewijzigd'],
    detail: `${doneBy(facts)}${facts.account == null ? 'Er staat geen rekening meer op nieuwe facturen.' : `Nieuwe facturen vragen om betaling op ${facts.account}.`}`,
  }),
  vat_scheme_changed: (facts: ActivityFacts) => ({
    title: ['De ', 'btw-regeling', ' van uw bedrijf is gewijzigd'],
    detail: `${doneBy(facts)}${facts.scheme === 'small_business_scheme' ? 'U doet mee aan de KOR: nieuwe regels zijn zonder btw.' : 'U brengt btw in rekening.'}`,
  }),
  mail_server_changed: (facts: ActivityFacts) => ({
    title: ['Mails gaan voortaan ', 'via uw eigen mailserver', ''],
    detail: `${doneBy(facts)}Via ${facts.host}, van ${facts.sender}.`,
  }),
  mail_server_ended: (facts: ActivityFacts) => ({
    title: ['Mails gaan niet meer ', 'via uw eigen mailserver', ''],
    detail: `${doneBy(facts)}Dat was ${facts.host}.`,
  }),
  mail_settings_changed: (facts: ActivityFacts) => ({
    title: ['De ', 'instellingen voor mail', ' zijn gewijzigd'],
    detail: `${doneBy(facts)}Ze gelden voor mails die nog weg moeten.`,
  }),

  help_asked: (facts: ActivityFacts) => ({
    title: ['Hulp gevraagd: ', `zaak ${facts.case}`, ''],
    detail: `${doneBy(facts)}De support mag meekijken tot u dat stopt of de tijd om is. Antwoord leest u hier en in uw mail.`,
  }),
  help_answered: (facts: ActivityFacts) => ({
    title: ['De support antwoordde op ', `zaak ${facts.case}`, ''],
    detail: doneBy(facts).trim(),
  }),
  help_change_proposed: (facts: ActivityFacts) => ({
    title: ['De support stelt een wijziging voor bij ', `zaak ${facts.case}`, ''],
    detail: `${doneBy(facts)}Er verandert niets voordat u ja zegt.`,
  }),
  help_change_accepted: (facts: ActivityFacts) => ({
    title: ['De voorgestelde wijziging bij ', `zaak ${facts.case}`, ' is doorgevoerd'],
    detail: doneBy(facts).trim(),
  }),
  help_change_declined: (facts: ActivityFacts) => ({
    title: ['De voorgestelde wijziging bij ', `zaak ${facts.case}`, ' is afgewezen'],
    detail: `${doneBy(facts)}Er is niets veranderd.`,
  }),
  help_closed: (facts: ActivityFacts) => ({
    title: ['', `Zaak ${facts.case}`, ' is gesloten'],
    detail: `${doneBy(facts)}${closings[facts.outcome as 'mended'] ?? ''} De support kan niet meer meekijken.`,
  }),
} satisfies Record<string, (facts: ActivityFacts) => ActivitySentences>

const lists = {
  invoices: 'Facturen',
  customers: 'Klanten',
  products: 'Producten',
  activities: 'De log',
}

const closings = {
  mended: 'Het is opgelost.',
  explained: 'Het is uitgelegd; er was niets mis.',
  elsewhere: 'Het wordt buiten Stella opgelost.',
  defect: 'Het lag aan Stella en wordt verbeterd.',
  withdrawn: 'Er hoefde geen antwoord meer te komen.',
}

function askedBy({ by }: ActivityFacts): string {
  return by == null ? '' : `Gevraagd door ${by}. `
}
