/** «Support van Stella»: how whoever uses Stella reaches whoever runs it. */
export const askSupport = {
  title: 'Support van Stella',
  lead: 'Zij zien wat de oorzaak is en helpen het op te lossen.',
  reachTitle: 'Zo bereikt u de support',
  reachText: 'Noem waar het over gaat, dan vinden zij het meteen.',
  write: 'Schrijf een e-mail',
  open: 'Open de pagina van de support',
  whoTitle: 'Vraag het aan wie Stella voor u draait',
  whoText:
    'Dat is wie u het adres van deze Stella gaf: iemand van uw bedrijf, uw boekhouder of een leverancier. Hun adres is hier nog niet ingevuld.',
  tellTitle: 'Vertel erbij',
  tellText: 'Hiermee vindt de support uw administratie. Uw codes hoeft u nooit te geven.',
  organization: 'Administratie',
  about: 'Waarover',
  runTitle: 'Draait u deze Stella zelf?',
  runAccount:
    'Een account van de support ziet van alle administraties wat er misging en waarom, zonder codes. U maakt het in de map van Stella:',
  runAddress: 'Met deze instelling wordt «support van Stella» overal een link naar uw adres:',
}

/** «Support»: for an account with the support role. */
export const support = {
  title: 'Support',
  openCases: 'Open zaken',
  explanation: 'Uitleg voor support',
  toCase: 'Naar de zaak van de klant',
  lead: 'Wat er in alle administraties is mislukt of wacht.',
  bookings: 'Facturen die zijn mislukt',
  relations: 'Relaties die zijn mislukt',
  connections: 'Koppelingen die wachten',
  organization: 'Administratie',
  organizationNumber: (number: number) => `Administratie ${number}`,
  withheld: 'zichtbaar na toestemming',
  noConsent:
    'U ziet dat het misgaat en waarom. Van wie het is en wat erin staat, ziet u zodra de klant met «Vraag hulp» toestemming geeft.',
  anInvoice: 'Een factuur',
  aRelation: 'Een relatie',
  invoice: 'Factuur',
  customer: 'Klant',
  cause: 'Oorzaak',
  who: 'Wie moet iets doen',
  since: 'Sinds',
  amount: 'Bedrag',
  waiting: 'Wacht erop',
  waitingInvoices: (count: number) =>
    count === 0 ? 'Geen factuur' : count === 1 ? '1 factuur' : `${count} facturen`,
  paused: 'Op pauze',
  emptyTitle: 'Er is niets mislukt',
  emptyText: 'Zodra een factuur, een relatie of een koppeling iemand nodig heeft, staat dat hier.',
  unavailable: 'Dit kon niet worden opgehaald.',
  bookingTitle: (number: string | null, organization: string) =>
    `${number === null ? 'Een factuur' : `Factuur ${number}`} van ${organization}`,
  failedTitle: (number: string | null) =>
    `${number === null ? 'De factuur' : `Factuur ${number}`} staat niet in de boeken`,
  doubtTitle: (number: string | null) =>
    `${number === null ? 'De factuur' : `Factuur ${number}`} staat niet goed in de boeken`,
  relationTitle: (customer: string | null, organization: string) =>
    `${customer === null ? 'Een relatie' : `Relatie ${customer}`} van ${organization}`,
  relationFailedTitle: (customer: string | null) =>
    `${customer === null ? 'De relatie' : `Relatie ${customer}`} staat niet in de boeken`,
  relationDoubtTitle: (customer: string | null) =>
    `${customer === null ? 'De relatie' : `Relatie ${customer}`} staat niet goed in de boeken`,
  relationRetryNote:
    'Opnieuw aanbieden helpt pas als de oorzaak weg is. Facturen die op de relatie wachten, gaan vanzelf mee.',
  exchanges: 'Wat er met e-Boekhouden.nl is gewisseld',
  exchangesLead: 'Zonder codes en zonder sessie.',
  exchangesEmpty: 'Er is nog niets verstuurd.',
  sent: 'Verstuurd',
  received: 'Ontvangen',
  noAnswer: 'Er kwam geen antwoord.',
  leftOut: 'weggelaten',
  emptyFields: (count: number) => (count === 1 ? '1 leeg veld' : `${count} lege velden`),
  retry: 'Opnieuw aanbieden',
  copyAddress: 'Kopieer het adres voor de gebruiker',
  timeline: 'Het verloop',
  attempts: 'Pogingen',
  relation: 'Relatie',
  connection: 'Koppeling',
  administration: 'Boekt in',
  booksInto: (books: string) => `Boekt in ${books}`,
  relationCode: 'Relatiecode',
  actors: {
    nobody: 'Niemand hoeft iets te doen',
    owner: 'De gebruiker',
    bookkeeper: 'De gebruiker of zijn boekhouder',
    support: 'Support',
  },
  notFoundTitle: 'Deze boeking is er niet',
  relationNotFoundTitle: 'Deze relatie is er niet',
}
