/** What a sentence about a difference is filled with; all of it words. */
export type DifferenceFacts = {
  readonly number: string
  readonly customer: string
  readonly date: string
  readonly description: string
  readonly mutations: string
  readonly changed: string
  readonly numbers: string
}

/** One sentence for each way in which Stella and the books differ, by the kinds of bookkeeping. */
export const differences = {
  failed: ({ number, customer, date }: DifferenceFacts) => ({
    title: `Factuur ${number} is mislukt`,
    detail: `${customer}, ${date}. Bij de factuur staat waarom, en wat u kunt doen.`,
  }),
  waiting: ({ number, customer, date }: DifferenceFacts) => ({
    title: `Factuur ${number} wacht`,
    detail: `${customer}, ${date}. Gaat vanzelf; u hoeft niets te doen.`,
  }),
  not_booked: ({ number, customer, date }: DifferenceFacts) => ({
    title: `Factuur ${number} staat niet in deze boeken`,
    detail: `${customer}, ${date}. Definitief gemaakt zonder deze koppeling. Zet hem alsnog in uw boeken bij Voorkeuren, Integraties, Eerdere facturen.`,
  }),
  excluded: ({ number, customer, date }: DifferenceFacts) => ({
    title: `Factuur ${number} wordt niet geboekt`,
    detail: `${customer}, ${date}. Iemand koos «Niet boeken»; de reden staat bij de factuur.`,
  }),
  removed: ({ number, customer, date }: DifferenceFacts) => ({
    title: `Factuur ${number} is in e-Boekhouden.nl verwijderd of verplaatst`,
    detail: `${customer}, ${date}. Stella boekte hem, en hij staat niet meer in deze periode. Stella boekt hem niet vanzelf opnieuw.`,
  }),
  changed: ({ number, mutations, changed }: DifferenceFacts) => ({
    title: `Factuur ${number} is in e-Boekhouden.nl gewijzigd`,
    detail: `Mutatie ${mutations}: ${changed} ${changed.includes(',') ? 'zijn' : 'is'} daar anders. Stella schrijft er niets overheen.`,
  }),
  booked_twice: ({ number, mutations }: DifferenceFacts) => ({
    title: `Factuur ${number} staat dubbel in e-Boekhouden.nl`,
    detail: `Mutaties ${mutations}. Verwijder daar de mutatie die er te veel is.`,
  }),
  entered_otherwise: ({ number, mutations, changed }: DifferenceFacts) => ({
    title: `Factuur ${number} is met de hand anders geboekt`,
    detail: `Mutatie ${mutations}: ${changed} ${changed.includes(',') ? 'zijn' : 'is'} anders dan op de factuur. Stella boekt hem niet nog eens.`,
  }),
  extra: ({ mutations, description, date, number }: DifferenceFacts) => ({
    title: `Mutatie ${mutations} staat alleen in e-Boekhouden.nl`,
    detail: `${description === '' ? '' : `«${description}», `}${date}${number === '' ? '' : `, nummer ${number}`}. Niet door Stella in deze periode geboekt.`,
  }),
  number_gap: ({ numbers }: DifferenceFacts) => ({
    title: `Er ontbreken factuurnummers: ${numbers}`,
    detail: 'Geen factuur heeft deze nummers. Zet erbij waarom; de Belastingdienst kan ernaar vragen.',
  }),
  what: { number: 'nummer', date: 'datum', amount: 'bedrag' },
}
