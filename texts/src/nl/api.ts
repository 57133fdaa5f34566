import { errors } from './errors.ts'
import { fields } from './fields.ts'

/** What the API says beside its answers: when it refuses, and of fields, needs and warnings. */
export const api = {
  /** When a refusal ends by itself. */
  tryAgain: (seconds: number) => {
    if (seconds < 60)
      return seconds === 1
        ? 'Probeer het over een seconde opnieuw.'
        : `Probeer het over ${seconds} seconden opnieuw.`
    const minutes = Math.ceil(seconds / 60)
    return minutes === 1
      ? 'Probeer het over een minuut opnieuw.'
      : `Probeer het over ${minutes} minuten opnieuw.`
  },
  errors,
  // What waits for a person, on Overzicht
  /** Books whose name Stella may not ask for. */
  unnamedBooks: (username: string) => `naam onbekend (gebruikersnaam ${username})`,
  needs: {
    connection_paused: 'De koppeling met e-Boekhouden.nl wacht op u',
    booking_failed: (number: string) => `Factuur ${number} is mislukt`,
    bookings_failed: (count: number) => `${count} facturen zijn mislukt door één oorzaak`,
    relation_failed: (customer: string) => `Relatie ${customer} is mislukt`,
    invoice_not_connected: (count: number, number: string) =>
      count === 1 ? `Factuur ${number} is niet geboekt` : `${count} facturen zijn niet geboekt`,
    not_connected: (count: number) =>
      `Definitief gemaakt zonder koppeling. Stella zoekt eerst op of ${count === 1 ? 'hij' : 'wat'} er al staat, en boekt ${count === 1 ? 'hem' : 'de rest'} als u dat bevestigt: Voorkeuren, Integraties, Eerdere facturen.`,
    message_failed: (number: string) => `De mail van factuur ${number} is niet aangekomen`,
    draft_unfinished: 'Een concept is nog niet definitief',
    draft: (customer: string, amount: string) => `${customer}, ${amount}`,
  },
  notes: {
    nothing_to_book: 'Het totaal is nul, dus er valt niets te boeken.',
    description_shortened:
      'De omschrijving past niet helemaal in de boeking (hooguit 200 tekens) en eindigt daar op «…». Op de factuur staat hij voluit.',
    no_account: 'Uw IBAN is nog niet ingevuld: op de factuur staat niet waarheen de klant betaalt.',
    vat_under_small_business_scheme:
      'Uw bedrijf doet mee aan de KOR, maar op deze factuur staat btw. Die moet u dan ook afdragen.',
    charged_without_vat_number:
      'Deze klant is een bedrijf in een ander EU-land zonder btw-nummer; daarom berekent u Nederlandse btw. Heeft de klant een btw-nummer, vul het dan in en kies EU-levering of EU-dienst.',
    own_post_box: 'De wet wil het adres waar uw bedrijf zit; alleen een postbus is niet genoeg.',
    customer_post_box: 'De wet wil het adres waar de klant zit; alleen een postbus is niet genoeg.',
    e_invoice_incomplete: (fields: string) =>
      `De e-factuur (UBL) past pas bij deze klant als ook dit is ingevuld: ${fields}.`,
  },
  // What is odd about an invoice before it is final
  warnings: {
    period_closed: (day: string) =>
      `Uw boeken zijn afgesloten op ${day}: e-Boekhouden.nl weigert al een boeking van die dag of later. Deze zal ook worden geweigerd.`,
    distance_sales: (year: number, sum: string, threshold: string) =>
      `Met deze factuur komt wat u in ${year} aan particulieren in andere EU-landen rekende op ${sum} zonder btw. Boven ${threshold} per jaar geldt voor goederen en digitale diensten de btw van het land van de klant (Unieregeling, OSS). Die rekent Stella niet: maak zo’n factuur in een ander programma, en overleg met uw boekhouder.`,
    distance_sales_before: (year: number, sum: string, threshold: string) =>
      `Wat u in ${year} aan particulieren in andere EU-landen rekende was ${sum} zonder btw. Na een jaar boven ${threshold} geldt voor goederen en digitale diensten de btw van het land van de klant (Unieregeling, OSS). Die rekent Stella niet: maak zo’n factuur in een ander programma, en overleg met uw boekhouder.`,
    look_alike: (number: string, day: string) =>
      `Deze factuur is gelijk aan ${number} van ${day}: dezelfde klant en dezelfde regels. Is hij niet dubbel?`,
  },
  // Fields of which an e-invoice can lack, within a sentence
  eInvoiceFields: {
    'organization.vatNumber': 'uw btw-nummer',
    'organization.kvkNumber': 'uw KvK-nummer',
    'organization.address': 'uw adres',
    'organization.postalCode': 'uw postcode',
    'organization.city': 'uw plaats',
    'organization.iban': 'uw rekeningnummer',
    'customer.vatNumber': 'het btw-nummer van de klant',
    'customer.kvkNumber': 'het KvK-nummer van de klant',
    'customer.address': 'het adres van de klant',
    'customer.postalCode': 'de postcode van de klant',
    'customer.city': 'de plaats van de klant',
    'customer.peppolId': 'het Peppol-adres van de klant',
  },
  // The causes of the link stand with the causes; this one is of the organization itself.
  disconnected: {
    what: 'Er is geen koppeling met e-Boekhouden.nl meer.',
    why: 'De koppeling is beëindigd voordat deze factuur was verwerkt.',
    next: 'Koppel e-Boekhouden.nl opnieuw bij Voorkeuren, Integraties. Dan gaat deze factuur vanzelf mee.',
  },
  fields,
}
