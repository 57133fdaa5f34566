/** «Overzicht»: three answers, the first steps, and the log. */
export const overview = {
  title: 'Overzicht',
  newInvoice: 'Nieuwe factuur',
  booksQuestion: 'Zijn mijn boeken bij?',
  booksYes: 'Ja',
  booksExcept: (count: number) => (count === 1 ? 'Ja, op 1 factuur na' : `Ja, op ${count} facturen na`),
  booksNo: 'Nee, nog niet',
  booksMissing: (count: number) => `Nee, ${count} facturen nog niet`,
  booksNotConnected: 'Nog niet gekoppeld',
  booksDisconnected: 'Niet meer gekoppeld',
  booksNothing: 'Er is nog niets te boeken',
  booksPaused: 'De koppeling wacht op u',
  booksPausedAlone: 'De koppeling wacht',
  booksCount: (done: number, total: number) => {
    if (total === 1) return `Uw factuur staat ${done === 1 ? '' : 'nog niet '}in e-Boekhouden.nl.`
    if (done === 0) return `Nog geen van de ${total} facturen staat in e-Boekhouden.nl.`
    return `${done} van de ${total} facturen ${done === 1 ? 'staat' : 'staan'} in e-Boekhouden.nl.`
  },
  booksNothingText: 'Uw eerste definitieve factuur ziet u hier terug.',
  booksNotConnectedText: 'Koppel e-Boekhouden.nl, dan gaan uw facturen vanzelf naar uw boeken.',
  countVerified: 'Gecontroleerd',
  countBooked: 'Verwerkt',
  countAdopted: 'Al geboekt',
  countWaiting: 'Wacht',
  countWaitingSince: (moment: string) => `Wacht, sinds ${moment}`,
  countFailed: 'Mislukt',
  countNotConnected: 'Niet geboekt',
  lateTitle: (count: number) =>
    count === 1
      ? '1 factuur wacht langer dan een kwartier'
      : `${count} facturen wachten langer dan een kwartier`,
  lateText: (number: string, moment: string) =>
    `Factuur ${number} wacht sinds ${moment}. Er gaat niets verloren: Stella blijft het proberen, en boekt elke factuur precies één keer.`,
  lateView: (count: number) => (count === 1 ? 'Bekijk de factuur' : `Bekijk alle ${count} facturen`),
  needsQuestion: 'Wat heeft mij nodig?',
  needsNothing: 'Niets',
  needsNothingText: 'Stella werkt vanzelf door. Hier staat het zodra u iets moet doen.',
  needsCount: (count: number) => (count === 1 ? '1 ding' : `${count} dingen`),
  needsSolve: 'Oplossen',
  needsFinish: 'Afmaken',
  needsConnect: 'Koppelen',
  needsView: 'Bekijken',
  booksName: (name: string) => `Administratie: ${name}`,
  retryTogether: (count: number) => `Opnieuw aanbieden (${count})`,
  retryProgress: (known: number, count: number) =>
    `${known} van ${count} bekend. U mag dit scherm verlaten; Stella gaat vanzelf verder.`,
  retryRefused: 'Opnieuw aanbieden is niet gelukt. Probeer het zo nog eens.',
  retriedAll: (count: number) =>
    count === 1 ? 'De factuur staat in uw boeken.' : `Alle ${count} facturen staan in uw boeken.`,
  retriedPart: (failed: number, count: number) =>
    failed === count
      ? `Opnieuw aangeboden en weer niet aangenomen. Neem eerst de oorzaak weg.`
      : `${count - failed} van ${count} facturen staan in uw boeken; ${failed} ${failed === 1 ? 'is' : 'zijn'} weer mislukt.`,
  whichInvoices: (count: number) => `Welke ${count} facturen`,
  andOthers: (count: number) => `en nog ${count}`,
  needsAllBookings: (count: number) =>
    count === 1 ? 'Bekijk de mislukte factuur' : `Bekijk alle ${count} mislukte facturen`,
  needsAllRelations: (count: number) =>
    count === 1 ? 'Bekijk de mislukte relatie' : `Bekijk alle ${count} mislukte relaties`,
  needsAllMessages: (count: number) => (count === 1 ? 'Bekijk de mail' : `Bekijk alle ${count} mails`),
  needsAllDrafts: (count: number) => (count === 1 ? 'Bekijk het concept' : `Bekijk alle ${count} concepten`),
  businessQuestion: 'Hoe gaat mijn zaak?',
  businessMonth: (amount: string, month: string) => `${amount} in ${month}`,
  businessOutstanding: (amount: string) => `Nog te ontvangen ${amount}.`,
  businessInvoices: 'Bekijk uw facturen',
  businessCount: 'Facturen deze maand',
  businessVat: 'Waarvan btw',
  stepsTitle: 'In vier stappen naar uw eerste geboekte factuur',
  stepsLead: 'Daarna gaat elke factuur vanzelf.',
  stepsProgress: (done: number) => `${done} van de 4 gedaan`,
  stepCompany: 'Vul uw bedrijf in',
  stepCompanyText:
    'De wet wil uw adres, KvK- en btw-nummer op elke factuur; met uw IBAN weet uw klant waarheen hij betaalt.',
  stepCompanyAction: 'Bedrijf invullen',
  stepConnect: 'Koppel e-Boekhouden.nl',
  stepConnectText: 'U heeft uw gebruikersnaam en twee codes nodig.',
  stepConnectAction: 'Koppelen',
  stepCustomer: 'Maak een klant',
  stepCustomerText: 'Een bedrijf of een particulier, met adres.',
  stepCustomerAction: 'Nieuwe klant',
  stepInvoice: 'Maak een factuur definitief',
  stepInvoiceText: 'Binnen enkele minuten staat hij in uw boeken.',
  stepInvoiceAction: 'Nieuwe factuur',
  stepDone: 'Gedaan',
}

/** The «Activiteitenlog». */
export const activities = {
  title: 'Activiteitenlog',
  live: 'Werkt vanzelf bij',
  offline: 'Verbinding weg; Stella probeert het opnieuw',
  search: 'Zoek in de activiteitenlog',
  searchPlaceholder: 'Zoek factuur of klant',
  filters: 'Toon in de log',
  all: 'Alles',
  failed: 'Mislukt',
  invoices: 'Facturen',
  waiting: 'Wacht',
  connection: 'Koppeling',
  imports: 'Importen',
  alsoOthers: (count: number) => (count === 1 ? 'Hetzelfde bij 1 andere' : `Hetzelfde bij ${count} andere`),
  relations: 'Relaties',
  today: (date: string) => `Vandaag, ${date}`,
  yesterday: (date: string) => `Gisteren, ${date}`,
  whatToDo: 'Lees wat u kunt doen',
  wentOn: 'Lees hoe het verderging',
  earlier: 'Toon eerdere activiteiten',
  empty: 'Hier ziet u per factuur en per relatie of die is verwerkt in e-Boekhouden.nl.',
  noneFound: 'Niets gevonden in de log.',
  outcomeSuccess: 'Gelukt',
  outcomeFailure: 'Mislukt',
  outcomeSuperseded: 'Mislukt, en later verdergegaan',
  outcomeWaiting: 'Wacht',
  outcomeInfo: 'Ter informatie',
  unavailable: 'De log kon niet worden opgehaald.',
}
