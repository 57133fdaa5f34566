/** What stands above the columns of a file that is taken out. */
export const csv = {
  invoices: {
    /** Its name begins with this. */
    file: 'facturen',
    number: 'Nummer',
    kind: 'Soort',
    draft: 'Concept',
    invoice: 'Factuur',
    creditNote: 'Creditfactuur',
    customer: 'Klant',
    date: 'Factuurdatum',
    due: 'Vervaldatum',
    description: 'Omschrijving',
    net: 'Bedrag zonder btw',
    vat: 'Btw',
    gross: 'Totaal',
    books: 'In de boeken',
    payment: 'Betaling',
    outstanding: 'Nog open',
  },
}
