/** One field over everything. */
export const search = {
  label: 'Zoek in Stella',
  hint: 'Zoeken (Ctrl+K)',
  placeholder: 'Factuur, klant, of wat u wilt doen',
  places: 'Ga naar',
  actions: 'Doen',
  meant: 'Bedoelde u',
  invoiceFor: (customer: string) => `Nieuwe factuur voor ${customer}`,
  searching: 'Zoeken…',
  nothing: (words: string) =>
    `Niets gevonden voor «${words}». Probeer een deel van een naam, een nummer of een plaats.`,
}
