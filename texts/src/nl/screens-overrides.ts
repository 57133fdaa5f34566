/** «Al geboekt» en «niet boeken»: wie het beter weet dan Stella. */
export const overrides = {
  knowBetter: 'Weet u het beter?',
  adopt: 'Al geboekt',
  exclude: 'Niet boeken',
  adoptTitle: (number: string) => `Factuur ${number} staat al in uw boeken`,
  adoptText:
    'Vul het nummer in van de mutatie in e-Boekhouden.nl. Stella zoekt haar op en laat zien wat er verschilt.',
  mutationNumber: 'Nummer van de mutatie',
  mutationNumberWrong: 'Een nummer bestaat uit cijfers, zoals 3061.',
  lookUp: 'Zoek op',
  lookAgain: 'Zoek een andere op',
  lookingUp: 'Stella zoekt in e-Boekhouden.nl.',
  pending: 'e-Boekhouden.nl gaf nog geen antwoord. Probeer het zo opnieuw.',
  failed: 'De mutatie kon niet worden opgezocht.',
  refusals: {
    absent: (number: string) => `Er is geen mutatie ${number} in deze administratie.`,
    not_a_sale: (number: string) =>
      `Mutatie ${number} is geen verkoopfactuur. Is hij anders geboekt, kies dan «Niet boeken» met de reden.`,
    of_another: (number: string) => `Mutatie ${number} is door Stella geboekt voor een andere factuur.`,
    taken: (number: string) => `Mutatie ${number} hoort al bij een andere factuur in Stella.`,
  },
  found: (number: string, invoiceNumber: string, date: string) =>
    `Mutatie ${number}: factuur ${invoiceNumber || 'zonder nummer'} van ${date}.`,
  same: 'Nummer, datum en bedragen zijn gelijk aan die van de factuur.',
  differs: 'Dit verschilt:',
  what: {
    number: 'Factuurnummer',
    date: 'Datum',
    net: 'Bedrag zonder btw',
    vat: 'Btw',
    relation: 'Relatiecode',
  },
  stella: 'Stella',
  books: 'e-Boekhouden.nl',
  unreadable: 'geen heel bedrag in centen',
  adoptMeaning:
    'Stella boekt deze factuur dan niet meer. Wat er verschilt, verbetert u zo nodig in e-Boekhouden.nl.',
  confirmAdopt: 'Dit is hem',
  excludeTitle: (number: string) => `Factuur ${number} niet boeken`,
  excludeText:
    'De factuur blijft definitief, maar Stella zet hem niet in uw boeken. U kunt dit later terugnemen.',
  reason: 'Waarom?',
  reasonText: 'Dit blijft bij de factuur en in de activiteitenlog staan.',
  confirmExclude: 'Niet boeken',
  notKept: 'Dit is niet bewaard. Kijk opnieuw hoe de factuur ervoor staat.',
  adoptedBy: (by: string, moment: string) => `Al geboekt, zei ${by} op ${moment}.`,
  excludedBy: (by: string, moment: string) => `Niet boeken, zei ${by} op ${moment}.`,
  reasonGiven: 'Reden',
  undo: 'Neem terug',
  undone: 'De factuur staat weer zoals eerst.',
  stays: 'Dit kan niet meer terug: er bouwt iets op voort, of er zijn andere boeken gekoppeld.',
}
