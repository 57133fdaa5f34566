/** What a sentence about a difference is filled with; all of it words. */
export type DifferenceFacts = {
  readonly number: string
  readonly customer: string
  readonly date: string
  readonly description: string
  readonly mutations: string
  readonly changed: string
  readonly numbers: string
  /** How many of them. */
  readonly count: number
  /** Ledger accounts. */
  readonly from: string
  readonly to: string
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
    detail: `${customer}, ${date}. Definitief gemaakt zonder deze koppeling. Zet hem alsnog in uw boeken bij Voorkeuren, Integraties, Eerdere facturen. Hoort hij er niet, crediteer hem dan.`,
  }),
  excluded: ({ number, customer, date }: DifferenceFacts) => ({
    title: `Factuur ${number} wordt niet geboekt`,
    detail: `${customer}, ${date}. Iemand koos «Niet boeken»; de reden staat bij de factuur.`,
  }),
  removed: ({ number, customer, date }: DifferenceFacts) => ({
    title: `Factuur ${number} is in e-Boekhouden.nl verwijderd of verplaatst`,
    detail: `${customer}, ${date}. Stella boekte hem, en hij staat niet meer in deze periode. Stella boekt hem niet vanzelf opnieuw: zet hem daar terug met dit nummer en deze datum.`,
  }),
  changed: ({ number, mutations, changed }: DifferenceFacts) => ({
    title: `Factuur ${number} is in e-Boekhouden.nl gewijzigd`,
    detail: `Mutatie ${mutations}: ${changed} ${changed.includes(',') ? 'zijn' : 'is'} daar anders. Stella schrijft er niets overheen: zet het daar terug, of zeg waarom het goed is.`,
  }),
  other_account: ({ count, from, numbers, to }: DifferenceFacts) => ({
    title:
      count === 1
        ? `Factuur ${numbers} staat op rekening ${to} in plaats van ${from}`
        : `${count} facturen staan op rekening ${to} in plaats van ${from}`,
    detail:
      count === 1
        ? 'Het bedrag klopt. Zet hem in e-Boekhouden.nl terug op die rekening, of zeg waarom het goed is.'
        : `Hun bedragen kloppen: ${numbers}. Zet ze in e-Boekhouden.nl terug op die rekening, of zeg waarom het goed is.`,
  }),
  booked_twice: ({ number, mutations }: DifferenceFacts) => ({
    title: `Factuur ${number} staat dubbel in e-Boekhouden.nl`,
    detail: `Mutaties ${mutations}. Verwijder daar de mutatie die er te veel is.`,
  }),
  stands_there: ({ number, mutations }: DifferenceFacts) => ({
    title: `Factuur ${number} staat goed in e-Boekhouden.nl, maar Stella weet dat nog niet`,
    detail: `Mutatie ${mutations}. Bij «Overnemen» zoekt Stella hem op, en boekt zij hem niet nog eens.`,
  }),
  entered_otherwise: ({ number, mutations, changed }: DifferenceFacts) => ({
    title: `Factuur ${number} is met de hand anders geboekt`,
    detail: `Mutatie ${mutations}: ${changed} ${changed.includes(',') ? 'zijn' : 'is'} anders dan op de factuur. Stella boekt hem niet nog eens: verbeter hem daar, of zeg waarom het goed is.`,
  }),
  extra: ({ mutations, description, date, number }: DifferenceFacts) => ({
    title: `Mutatie ${mutations} staat alleen in e-Boekhouden.nl`,
    detail: `${description === '' ? '' : `«${description}», `}${date}${number === '' ? '' : `, nummer ${number}`}. Niet door Stella in deze periode geboekt.`,
  }),
  number_gap: ({ numbers }: DifferenceFacts) => ({
    title: `Er ontbreken factuurnummers: ${numbers}`,
    detail: 'Geen factuur heeft deze nummers. Zet erbij waarom; de Belastingdienst kan ernaar vragen.',
  }),
  what: { number: 'nummer', date: 'datum', amount: 'bedrag', account: 'rekening' },
}
