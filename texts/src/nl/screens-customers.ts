/** «Klanten»: the list and the form. */
export const customers = {
  title: 'Klanten',
  new: 'Nieuwe klant',
  search: 'Zoek in klanten',
  searchPlaceholder: 'Naam, plaats of e-mailadres',
  list: 'Lijst van klanten',
  name: 'Naam',
  kindColumn: 'Soort',
  city: 'Plaats',
  email: 'E-mailadres',
  emptyTitle: 'Hier komen uw klanten',
  emptyText:
    'Een klant gaat pas naar e-Boekhouden.nl bij de eerste factuur. Zo blijft uw administratie schoon.',
  noneFound: 'Geen klant gevonden.',
  company: 'Bedrijf',
  person: 'Particulier',
  unavailable: 'De klanten konden niet worden opgehaald.',
}

export const customerForm = {
  newTitle: 'Nieuwe klant',
  kind: 'Soort klant',
  companyName: 'Bedrijfsnaam',
  personName: 'Naam',
  contactName: 'Contactpersoon',
  address: 'Straat en huisnummer',
  postalCode: 'Postcode',
  city: 'Plaats',
  country: 'Land',
  email: 'E-mailadres',
  phone: 'Telefoon',
  kvkNumber: 'KvK-nummer',
  vatNumber: 'Btw-nummer',
  addressGroup: 'Adres',
  contactGroup: 'Contact',
  companyGroup: 'Bedrijfsgegevens',
  addressHelp: 'Een factuur kan pas definitief worden als het adres compleet is.',
  kvkHelp: '8 cijfers',
  vatHelp: 'Bijvoorbeeld NL123456782B90',
  registrationNumber: 'Registratienummer',
  registrationHelp: 'Uit het handelsregister van dat land',
  vatHelpAbroad: 'Met de landcode ervoor',
  create: 'Klant bewaren',
  update: 'Wijzigingen bewaren',
  notSaved: 'De klant is niet bewaard',
  changedElsewhere:
    'Deze klant is intussen ergens anders gewijzigd. Laad de pagina opnieuw om de nieuwste versie te zien.',
  savedNotice: (name: string) => `${name} is bewaard.`,
  newInvoice: 'Factuur maken',
  notFoundTitle: 'Deze klant is er niet',
}

/** How a customer stands in e-Boekhouden.nl. */
export const relationCard = {
  nextTry: (moment: string) => `Stella probeert het ${moment} opnieuw.`,
  title: 'Relatie in uw boeken',
  none: 'Nog niet in e-Boekhouden.nl. Dat gebeurt bij de eerste factuur voor deze klant.',
  code: 'Relatiecode',
  retry: 'Opnieuw aanbieden',
}
