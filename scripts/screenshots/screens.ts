import type { Visitor } from './visitor.ts'

/** As whom a screen is seen: somebody who is not signed in, a new business, one to play with, or the support. */
export type Viewer = 'nobody' | 'newcomer' | BusinessToLookAt | 'support'

/** The businesses to play with that are looked at. */
export const businessesToLookAt = ['plumber', 'bad-day', 'paused-link', 'late-payers', 'moved-in'] as const
type BusinessToLookAt = (typeof businessesToLookAt)[number]

/** An address that must be asked for. */
export interface FoundAddress {
  /** As the screens have it, with the part that is asked for behind a `$`; null of one that is not of Stella. */
  route: string | null
  find(visitor: Visitor): Promise<string>
}

export interface Screen {
  name: string
  viewer: Viewer
  address: string | FoundAddress
}

/** The address of the first of a list of the API. */
const firstOf = (list: string, route: string): FoundAddress => ({
  route,
  find: async ({ idOfFirst }) => route.replace(/\$\w+/, await idOfFirst(list)),
})

const invoice = '/facturen/$invoiceId'

/** Every screen, and those of the same address that look otherwise because of what happened to the business. */
export const screens: readonly Screen[] = [
  { name: 'inloggen', viewer: 'nobody', address: '/inloggen' },
  { name: 'inloggen-code', viewer: 'nobody', address: '/inloggen?code=true' },
  { name: 'adres-bevestigen', viewer: 'nobody', address: '/adres-bevestigen#voorbeeld' },
  { name: 'account-aanmaken', viewer: 'nobody', address: '/account-aanmaken' },
  { name: 'wachtwoord-vergeten', viewer: 'nobody', address: '/wachtwoord-vergeten' },
  { name: 'uitnodiging', viewer: 'nobody', address: '/uitnodiging' },
  { name: 'nieuw-wachtwoord', viewer: 'nobody', address: '/nieuw-wachtwoord#voorbeeld' },
  { name: 'overzicht-leeg', viewer: 'newcomer', address: '/overzicht' },
  { name: 'facturen-leeg', viewer: 'newcomer', address: '/facturen' },
  { name: 'klanten-leeg', viewer: 'newcomer', address: '/klanten' },
  { name: 'producten-leeg', viewer: 'newcomer', address: '/producten' },
  { name: 'product-nieuw', viewer: 'newcomer', address: '/producten/nieuw' },
  { name: 'integraties-leeg', viewer: 'newcomer', address: '/voorkeuren/integraties' },
  { name: 'rekeningen-leeg', viewer: 'newcomer', address: '/voorkeuren/rekeningen' },
  { name: 'nieuwe-administratie', viewer: 'newcomer', address: '/nieuwe-administratie' },
  { name: 'import-nieuw', viewer: 'newcomer', address: '/importen/nieuw' },
  { name: 'activeer-koppeling', viewer: 'newcomer', address: '/voorkeuren/integraties/e-boekhouden' },
  { name: 'overzicht', viewer: 'plumber', address: '/overzicht' },
  { name: 'facturen', viewer: 'plumber', address: '/facturen' },
  { name: 'facturen-kwartaal', viewer: 'plumber', address: '/facturen?periode=2026-K3' },
  { name: 'factuur-nieuw', viewer: 'plumber', address: '/facturen/nieuw' },
  { name: 'factuur', viewer: 'plumber', address: firstOf('/api/invoices?state=draft', invoice) },
  { name: 'factuur-definitief', viewer: 'plumber', address: firstOf('/api/invoices?state=final', invoice) },
  { name: 'klanten', viewer: 'plumber', address: '/klanten' },
  { name: 'klant-nieuw', viewer: 'plumber', address: '/klanten/nieuw' },
  { name: 'klant', viewer: 'plumber', address: firstOf('/api/customers', '/klanten/$customerId') },
  {
    name: 'klant-wijzigen',
    viewer: 'plumber',
    address: firstOf('/api/customers', '/klanten/$customerId/wijzigen'),
  },
  { name: 'producten', viewer: 'plumber', address: '/producten' },
  { name: 'product', viewer: 'plumber', address: firstOf('/api/products', '/producten/$productId') },
  { name: 'aansluiting', viewer: 'plumber', address: '/aansluiting' },
  { name: 'aanroepen', viewer: 'plumber', address: '/aansluiting/aanroepen' },
  { name: 'administraties', viewer: 'plumber', address: '/administraties' },
  { name: 'voorkeuren', viewer: 'plumber', address: '/voorkeuren' },
  { name: 'bedrijf', viewer: 'plumber', address: '/voorkeuren/bedrijf' },
  { name: 'integraties', viewer: 'plumber', address: '/voorkeuren/integraties' },
  {
    name: 'eerdere-facturen',
    viewer: 'plumber',
    address: '/voorkeuren/integraties/eerdere-facturen',
  },
  { name: 'koppeling', viewer: 'plumber', address: '/voorkeuren/integraties/e-boekhouden' },
  { name: 'rekeningen', viewer: 'plumber', address: '/voorkeuren/rekeningen' },
  { name: 'nummering', viewer: 'plumber', address: '/voorkeuren/nummering' },
  { name: 'gebruikers', viewer: 'plumber', address: '/voorkeuren/gebruikers' },
  { name: 'exporteren', viewer: 'plumber', address: '/voorkeuren/exporteren' },
  { name: 'wijzigingen', viewer: 'plumber', address: '/voorkeuren/wijzigingen' },
  { name: 'mail', viewer: 'plumber', address: '/voorkeuren/mail' },
  { name: 'postvak', viewer: 'plumber', address: '/postvak' },
  { name: 'api', viewer: 'plumber', address: '/voorkeuren/api' },
  { name: 'account', viewer: 'plumber', address: '/voorkeuren/account' },
  { name: 'hulp', viewer: 'plumber', address: '/hulp' },
  { name: 'niet-gevonden', viewer: 'plumber', address: '/nergens' },
  {
    name: 'oefenboekhouding',
    viewer: 'plumber',
    address: {
      route: null,
      find: ({ lastMutationOf }) => lastMutationOf('Loodgietersbedrijf Van Dijk'),
    },
  },
  { name: 'overzicht-mislukt', viewer: 'bad-day', address: '/overzicht' },
  { name: 'facturen-mislukt', viewer: 'bad-day', address: '/facturen?toon=mislukt' },
  { name: 'factuur-mislukt', viewer: 'bad-day', address: firstOf('/api/invoices?books=failed', invoice) },
  { name: 'vraag-hulp', viewer: 'bad-day', address: '/hulp/vraag' },
  { name: 'overzicht-wacht', viewer: 'paused-link', address: '/overzicht' },
  { name: 'facturen-wacht', viewer: 'paused-link', address: '/facturen' },
  { name: 'integraties-wacht', viewer: 'paused-link', address: '/voorkeuren/integraties' },
  { name: 'koppeling-wacht', viewer: 'paused-link', address: '/voorkeuren/integraties/e-boekhouden' },
  { name: 'overzicht-te-laat', viewer: 'late-payers', address: '/overzicht' },
  { name: 'facturen-te-laat', viewer: 'late-payers', address: '/facturen?toon=te-laat' },
  { name: 'importen', viewer: 'moved-in', address: '/importen' },
  { name: 'import', viewer: 'moved-in', address: firstOf('/api/imports', '/importen/$importId') },
  { name: 'support', viewer: 'support', address: '/support' },
  { name: 'support-zaken', viewer: 'support', address: '/support/zaken' },
  { name: 'geen-administratie', viewer: 'support', address: '/geen-administratie' },
  {
    name: 'support-boeking',
    viewer: 'support',
    address: firstOf('/api/support/bookings', '/support/$bookingId'),
  },
  {
    name: 'support-relatie',
    viewer: 'support',
    address: firstOf('/api/support/relations', '/support/relaties/$relationId'),
  },
]

/** What the README shows, as `docs/screenshots/<name>-<width>.png`. */
export const picturesOfReadme: readonly { name: string; screen: string; width: number }[] = [
  { name: 'overzicht', screen: 'overzicht', width: 1440 },
  { name: 'overzicht', screen: 'overzicht', width: 390 },
  { name: 'factuur', screen: 'factuur', width: 1440 },
  { name: 'activeer-koppeling', screen: 'activeer-koppeling', width: 1440 },
  { name: 'oefenboekhouding', screen: 'oefenboekhouding', width: 1440 },
  { name: 'factuur-mislukt', screen: 'factuur-mislukt', width: 1440 },
  { name: 'support', screen: 'support-boeking', width: 1440 },
]
