/** The band, the places, the menu of the organisation and what every screen shares. */
export const shell = {
  toContent: 'Naar de inhoud',
  home: 'Stella, naar Overzicht',
  places: 'Hoofdmenu',
  placesBelow: 'Menu onderaan',
  overview: 'Overzicht',
  invoices: 'Facturen',
  customers: 'Klanten',
  products: 'Producten',
  reconciliation: 'Aansluiting',
  preferences: 'Voorkeuren',
  support: 'Support',
  add: 'Nieuw',
  menuOf: (organization: string) => `Menu van ${organization}`,
  linkedTo: (books: string) => `Boekt in: ${books}`,
  signedInAs: (name: string) => `Ingelogd als ${name}`,
  appearance: 'Weergave',
  light: 'Licht',
  dark: 'Donker',
  auto: 'Zoals uw apparaat',
  language: 'Taal',
  dutch: 'Nederlands',
  english: 'English',
  signOut: 'Uitloggen',
  shortcuts: 'Sneltoetsen / en n',
}

/** The state of the books, in sight on every screen. */
export const books = {
  inOrder: 'Boeken zijn bij',
  notConnected: 'Niet gekoppeld',
  paused: 'Koppeling wacht op u',
  pausedAlone: 'Koppeling wacht',
  waiting: (count: number) => (count === 1 ? '1 factuur wacht' : `${count} facturen wachten`),
  waitingShort: (count: number) => (count === 1 ? '1 wacht' : `${count} wachten`),
  leftOut: (count: number) =>
    count === 1 ? '1 factuur is niet geboekt' : `${count} facturen zijn niet geboekt`,
  leftOutShort: (count: number) => `${count} niet geboekt`,
  failed: (count: number) => (count === 1 ? '1 factuur is mislukt' : `${count} facturen zijn mislukt`),
  failedShort: (count: number) => `${count} mislukt`,
}

/** A word for every state of an invoice, in the books and in payment. */
export const status = {
  draft: 'Concept',
  waiting: 'Wacht',
  booked: 'Verwerkt',
  verified: 'Gecontroleerd',
  adopted: 'Al geboekt',
  excluded: 'Niet boeken',
  failed: 'Mislukt',
  notConnected: 'Niet geboekt',
  nothingToBook: 'Niets te boeken',
  history: 'Overgenomen',
  open: 'Open',
  partPaid: 'Deels betaald',
  overdue: 'Te laat',
  paid: 'Betaald',
  overpaid: 'Te veel betaald',
  writtenOff: 'Afgeboekt',
  credited: 'Gecrediteerd',
  linked: 'Gekoppeld',
}

export const common = {
  save: 'Bewaren',
  saving: 'Bezig met bewaren',
  saved: 'Bewaard',
  savedAt: (time: string) => `Bewaard om ${time}`,
  cancel: 'Annuleren',
  close: 'Sluiten',
  retry: 'Opnieuw proberen',
  export: 'Exporteren',
  excel: 'Excel',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  show: 'Tonen',
  remove: 'Verwijderen',
  undo: 'Ongedaan maken',
  loading: 'Wordt geladen',
  none: 'geen',
  optional: 'mag leeg blijven',
  clearSearch: 'Wis zoeken en filter',
  showMore: 'Toon meer',
  nothingStored: 'Er is niets opgeslagen.',
  restored: 'Uw werk van daarnet is teruggezet; het is nog niet bewaard.',
  restoredOutdated:
    'Intussen is dit ergens anders gewijzigd. Bewaart u, dan komt uw versie daarvoor in de plaats.',
  startOver: 'Gooi weg en begin opnieuw',
  showSaved: 'Gooi weg en toon wat bewaard is',
  checkFields: 'Kijk de velden na die rood zijn.',
}

/** The link from a cause to where it is mended. */
export const mending = {
  customer: 'Open de klant',
  field: (field: string) => `Ga naar «${field}» van de klant`,
  codes: 'Voer de codes opnieuw in',
  connection: 'Ga naar de koppeling',
  accounts: 'Kies een rekening',
  invoice: 'Open de factuur',
  /** Stands in every sentence that sends somebody to the support; it becomes the link. */
  support: 'support van Stella',
  /** To the page that explains a cause. */
  more: 'Meer hierover',
}

/** Beside the button that offers again what failed. */
export const retry = {
  running: 'Stella biedt het opnieuw aan',
  failedAgain: (time: string) => `Om ${time} opnieuw aangeboden, en weer niet gelukt.`,
  refused: 'Opnieuw aanbieden is niet gelukt',
}

/** Pages that say what went wrong. */
export const failures = {
  notFoundTitle: 'Deze pagina is er niet',
  notFoundText: 'Het adres klopt niet, of wat hier stond hoort niet bij uw administratie.',
  toOverview: 'Naar Overzicht',
  brokenTitle: 'Dit scherm kon niet worden getoond',
  brokenText: 'Uw gegevens zijn veilig. Laad de pagina opnieuw.',
  brokenAdvice: 'Helpt dat niet, vraag het dan de support van Stella.',
  reload: 'Laad opnieuw',
  unreachableTitle: 'Stella is nu niet te bereiken',
  unreachableText: 'Kijk of u verbinding heeft. Wat u typte blijft staan.',
  unreachable: 'Stella is nu niet te bereiken. Kijk of u verbinding heeft en probeer het opnieuw.',
  unexpected: 'Er ging iets mis bij Stella. Probeer het over een minuut opnieuw.',
}
