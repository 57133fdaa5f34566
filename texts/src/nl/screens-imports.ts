import { csv } from './csv.ts'

/** Bringing in what stands in another program. */
export const imports = {
  title: 'Importen',
  lead: 'Klanten, producten en oude facturen uit een ander programma, uit CSV, Excel, e-facturen of een auditfile.',
  list: 'Lijst van importen',
  unavailable: 'De importen zijn nu niet op te halen.',
  emptyTitle: 'Nog niets geïmporteerd',
  emptyText:
    'Neem uw klanten, producten en oude facturen mee uit uw vorige programma: Stella leest CSV, Excel, e-facturen (UBL) en auditfiles (XAF).',
  import: 'Importeren',
  all: 'Alle importen',
  kinds: { customers: 'Klanten', products: 'Producten', invoices: 'Oude facturen' },
  importOf: {
    customers: 'Klanten importeren',
    products: 'Producten importeren',
    invoices: 'Oude facturen overnemen',
  },
  states: {
    receiving: 'Bestand komt binnen',
    reading: 'Wordt gelezen',
    ready: 'Nog niets toegevoegd',
    refused: 'Niet te lezen',
    applying: 'Wordt toegevoegd',
    applied: 'Toegevoegd',
    undoing: 'Wordt ongedaan gemaakt',
    undone: 'Ongedaan gemaakt',
    halted: 'Staat stil',
  },
  // The new page
  choose: 'Kies een bestand',
  chooseText:
    'Haal uit uw vorige programma een lijst als CSV of Excel (.xlsx). Stella herkent de kolommen van Moneybird, WeFact, Jortt, Rompslomp, Invoice Ninja, SnelStart, Exact Online en e-Boekhouden.nl; van andere programma’s wijst u ze zelf aan. Klanten en oude facturen gaan ook mee uit e-facturen (UBL, meer tegelijk of als zip) en uit een auditfile (XAF).',
  chooseHelp: 'Tot 32 MB. Er wordt nog niets toegevoegd: u ziet eerst van elke rij wat ermee gebeurt.',
  tooLarge: 'Dit is samen groter dan 32 MB. Verdeel het.',
  oneList: 'Kies één lijst. Alleen e-facturen (XML) gaan met meer tegelijk.',
  archiveName: 'e-facturen.zip',
  isEmpty: 'Er staat niets in dit bestand.',
  sending: (percent: number) => `Bestand gaat naar Stella: ${percent}%`,
  notSent: 'Het bestand is niet aangekomen',
  fromBooks: {
    title: 'Uit uw boeken',
    customers: 'Haal relaties op uit e-Boekhouden.nl',
    products: 'Haal artikelen op uit e-Boekhouden.nl',
    customersText:
      'Stella leest de relaties van de gekoppelde administratie en laat eerst zien wat ermee gebeurt. Een klant die u zo overneemt, blijft dezelfde relatie: er komt geen tweede bij.',
    productsText:
      'Stella leest de artikelen van de gekoppelde administratie en laat eerst zien wat ermee gebeurt.',
    failed: 'Het ophalen is niet begonnen',
  },
  // The page of one
  titles: {
    new: {
      customers: newTitle('klant', 'klanten'),
      products: newTitle('product', 'producten'),
      invoices: newTitle('oude factuur', 'oude facturen'),
    },
    added: {
      customers: addedTitle('klant', 'klanten'),
      products: addedTitle('product', 'producten'),
      invoices: addedTitle('oude factuur', 'oude facturen'),
    },
  },
  reading: (row: number) =>
    row === 0 ? 'Het bestand wordt gelezen' : `Het bestand wordt gelezen: rij ${row}`,
  applying: (done: number, total: number) => `${done} van de ${total} toegevoegd`,
  undoing: (done: number) => `${done} teruggehaald`,
  leave: 'U kunt iets anders gaan doen; het gaat door.',
  haltedTitle: (done: number) =>
    done === 0
      ? 'Er is niets toegevoegd, en het gaat niet vanzelf verder'
      : `Het staat stil; ${done} ${done === 1 ? 'staat' : 'staan'} in Stella`,
  goOn: 'Verder gaan',
  refusedTitle: 'Dit bestand is niet te lezen',
  another: 'Ander bestand',
  remove: 'Verwijderen',
  removed: (file: string) => `De import van ${file} is weg`,
  file: 'Het bestand',
  by: (rows: number, columns: number, when: string, person: string | null) =>
    `${rows} ${rows === 1 ? 'rij' : 'rijen'} en ${columns} kolommen, ${when}${person === null ? '' : ` door ${person}`}`,
  recognizedAs: 'Herkend als',
  recognizedBy: 'Aan de namen van de kolommen',
  saidByFile: 'Dat zegt het bestand zelf',
  unknownProgram: 'Onbekend programma',
  unknownProgramBy: 'Kijk de kolommen na',
  encoding: 'Tekens',
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16 (omgekeerd)',
    'windows-1252': 'Windows-1252',
  },
  decimals: 'Decimalen',
  decimalMarks: { comma: 'Komma, 1.234,56', point: 'Punt, 1,234.56' },
  dates: 'Datums',
  dateOrders: { day_first: 'Dag eerst, 22-11-2026', month_first: 'Maand eerst, 11/22/2026' },
  delimiter: 'Tussen kolommen',
  delimiters: { semicolon: 'Puntkomma', comma: 'Komma', tab: 'Tab', bar: 'Streep |' },
  sheet: 'Excel',
  sheetText: 'Het eerste blad',
  documents: 'Bestand',
  documentKinds: { ubl: 'E-facturen (UBL)', audit_file: 'Auditfile (XAF)' },
  changeReading: 'Wijzig het lezen',
  readAgain: 'Opnieuw lezen',
  rows: 'Wat er met elke rij gebeurt',
  rowsText: 'De fouten staan bovenaan. Verbeter ze hier; uw bestand blijft zoals het is.',
  rowsAfter: 'Wat er met elke rij gebeurde',
  rowsFilter: 'Toon rijen',
  allRows: 'Alle',
  fates: { wrong: 'Fout', changed: 'Gewijzigd', new: 'Nieuw', same: 'Hetzelfde' },
  outcomes: { added: 'Toegevoegd', changed: 'Overgenomen', kept: 'Gebleven', taken_back: 'Weer weg' },
  searchRows: 'Zoek in de rijen',
  searchPlaceholder: {
    customers: 'Naam of plaats',
    products: 'Omschrijving of code',
    invoices: 'Nummer of klant',
  },
  row: 'Rij',
  rowNumber: (row: number) => `rij ${row}`,
  what: 'Wat er staat',
  fate: 'Gevolg',
  who: { customers: 'Klant', products: 'Product', invoices: 'Factuur' },
  nameless: 'Zonder naam',
  sameText: 'Staat al in Stella, elk veld is gelijk.',
  inFile: (field: string) => `${field} in het bestand`,
  inStella: (field: string) => `${field} in Stella`,
  stays: 'blijft',
  noRows: 'Geen rijen',
  noRowsText: 'Er zijn geen rijen die hierbij horen.',
  mend: 'Verbeter',
  notMended: 'Niet verbeterd',
  columns: (chosen: number, all: number) =>
    `${chosen} van de ${all} kolommen ${chosen === 1 ? 'gaat' : 'gaan'} mee`,
  columnsText:
    'Klopt een veld niet, kies dan een ander. Uw keuze geldt ook voor het volgende bestand met deze kolommen.',
  column: 'Kolom in het bestand',
  field: 'Veld in Stella',
  sample: 'Voorbeeld',
  fieldFor: (column: string) => `Veld voor ${column}`,
  untitled: (place: number) => `Kolom ${place} zonder titel`,
  skip: 'Overslaan',
  vatFor: {
    customers: '',
    products: 'Btw van producten zonder btw in het bestand',
    invoices: 'Btw van facturen met alleen een totaal in het bestand',
  },
  vatAsk: 'Vraag het per rij',
  paymentFor: 'Facturen waarvan het bestand niet zegt of ze betaald zijn',
  paymentChoices: { open: 'Staan nog open', paid: 'Zijn betaald' },
  fields: {
    ...csv.customers,
    firstName: 'Voornaam',
    infix: 'Tussenvoegsel',
    lastName: 'Achternaam',
    houseNumber: 'Huisnummer',
    houseNumberAddition: 'Toevoeging bij huisnummer',
    relationId: 'Relatie-ID e-Boekhouden.nl',
    relationCode: 'Relatiecode e-Boekhouden.nl',
    code: csv.products.code,
    description: csv.products.description,
    unit: csv.products.unit,
    unitPrice: csv.products.unitPrice,
    priceIncludesVat: csv.products.priceIncludesVat,
    vatRate: csv.products.vatRate,
    revenueAccount: csv.products.revenueAccount,
    isArchived: csv.products.isArchived,
    number: 'Factuurnummer',
    customer: 'Klant',
    customerKvk: 'KvK-nummer van klant',
    customerVat: 'Btw-nummer van klant',
    customerEmail: 'E-mail van klant',
    date: csv.invoices.date,
    due: csv.invoices.due,
    term: csv.customers.paymentTermDays,
    reference: 'Referentie van klant',
    order: 'Ordernummer',
    net: csv.invoices.net,
    vat: 'Btw-bedrag',
    gross: 'Totaal met btw',
    outstanding: csv.invoices.outstanding,
    paid: 'Betaald bedrag',
    paidOn: 'Betaald op',
    payment: 'Stand van betaling',
    credits: 'Crediteert factuur',
    quantity: 'Aantal (rijen van één factuur worden opgeteld)',
  },
  plan: (rows: number) => `Wat er gebeurt met ${rows} ${rows === 1 ? 'rij' : 'rijen'}`,
  planAfter: (rows: number) => `Wat er gebeurde met ${rows} ${rows === 1 ? 'rij' : 'rijen'}`,
  fateTexts: {
    new: 'Worden toegevoegd',
    same: 'Staan al zo in Stella',
    changed: 'Blijven zoals ze in Stella staan',
    changedTaken: 'Krijgen wat in het bestand staat',
    wrong: 'Wachten tot u ze verbetert',
  },
  addedAt: (when: string) => `Toegevoegd ${when}`,
  takeChanges: (rows: number) => (rows === 1 ? 'Neem de wijziging over' : `Neem de ${rows} wijzigingen over`),
  takeChangesHelp: (fields: number) =>
    fields === 1 ? 'Stella vervangt dan 1 veld.' : `Stella vervangt dan ${fields} velden.`,
  wholly: 'Alleen als alle rijen goed zijn',
  whollyHelp: 'Zolang er een fout is, wordt er dan niets toegevoegd.',
  know: 'Wat u moet weten',
  sentFor: {
    customers: 'Er gaat nu niets naar e-Boekhouden.nl. Een klant gaat mee bij de eerste factuur.',
    products: 'Producten gaan niet naar e-Boekhouden.nl. Facturen die er zijn, veranderen niet.',
    invoices:
      'Oude facturen gaan nooit naar e-Boekhouden.nl. Ze tellen mee in lijsten, in wat te laat is en bij de klant. Hun nummers geeft Stella niet meer uit: de nummering gaat erachter verder. Een klant die Stella niet kent, komt mee.',
  },
  undoFor: {
    customers:
      'Ongedaan maken kan zeven dagen lang. Een klant die dan op een factuur staat, of die u heeft gewijzigd, blijft.',
    products: 'Ongedaan maken kan zeven dagen lang. Een product dat u dan heeft gewijzigd, blijft.',
    invoices:
      'Ongedaan maken kan zeven dagen lang. Een factuur waarvan u dan een betaling hebt ingevuld, blijft.',
  },
  undoUntil: (when: string) => `Ongedaan maken kan tot ${when}.`,
  add: {
    customers: (count: number) => (count === 1 ? '1 klant toevoegen' : `${count} klanten toevoegen`),
    products: (count: number) => (count === 1 ? '1 product toevoegen' : `${count} producten toevoegen`),
    invoices: (count: number) =>
      count === 1 ? '1 oude factuur overnemen' : `${count} oude facturen overnemen`,
  },
  takeOver: (count: number) => (count === 1 ? '1 wijziging overnemen' : `${count} wijzigingen overnemen`),
  nothingToAdd: 'Er is niets toe te voegen.',
  wrongLater: (rows: number) =>
    rows === 1 ? 'De rij met een fout kan later.' : `De ${rows} rijen met een fout kunnen later.`,
  notAdded: 'Er is niets toegevoegd',
  undo: 'Ongedaan maken',
  notUndone: 'Niet ongedaan gemaakt',
  keptAfter: (count: number) => `${count} gebleven, omdat er al iets mee is gedaan.`,
  notFound: 'Deze import bestaat niet',
}

function newTitle(one: string, many: string) {
  return (count: number, program: string | null) =>
    `${count === 0 ? 'Geen' : count} ${count === 1 ? one : many}${program === null ? '' : ` uit ${program}`} ${count === 1 ? 'is' : 'zijn'} nieuw`
}

function addedTitle(one: string, many: string) {
  return (count: number) =>
    `${count === 0 ? 'Geen' : count} ${count === 1 ? one : many} ${count === 1 ? 'is' : 'zijn'} toegevoegd`
}
