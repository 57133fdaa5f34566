import type { CustomerDetails } from './paperwork.ts'
import type { Random } from './random.ts'

// Invented customers. Streets, names and businesses are of the ordinary kind, and of nobody in particular.

const streets = [
  'Kerkstraat',
  'Molenweg',
  'Lindelaan',
  'Havenkade',
  'Schoolstraat',
  'Parklaan',
  'Wilgenhof',
  'Dorpsplein',
  'Zonnedauw',
  'Brugweg',
] as const
/** The first four of the postal code, and its place. */
type Place = readonly [string, string]
const places: readonly Place[] = [
  ['3511', 'Utrecht'],
  ['3431', 'Nieuwegein'],
  ['3721', 'Bilthoven'],
  ['3603', 'Maarssen'],
  ['3991', 'Houten'],
  ['3706', 'Zeist'],
]
const firstNames = [
  'Anna',
  'Bram',
  'Carla',
  'Daan',
  'Els',
  'Fatima',
  'Gijs',
  'Hanneke',
  'Ibrahim',
  'Joke',
  'Kees',
  'Lotte',
  'Mo',
  'Nienke',
  'Otto',
  'Petra',
  'Ruben',
  'Sanne',
  'Teun',
  'Yara',
] as const
const lastNames = [
  'de Vries',
  'Bakker',
  'van den Berg',
  'Yilmaz',
  'Jansen',
  'Smit',
  'Mulder',
  'de Groot',
  'Bos',
  'Vos',
  'Peters',
  'Hendriks',
  'El Amrani',
  'Dekker',
  'Brouwer',
  'de Wit',
] as const
const trades = [
  'Bakkerij',
  'Café',
  'Kapsalon',
  'Autobedrijf',
  'Fietsenmaker',
  'Bloemist',
  'Restaurant',
  'Tandartspraktijk',
  'Sportschool',
  'Makelaardij',
  'VvE',
  'Kinderdagverblijf',
] as const
const signs = [
  'De Gouden Leeuw',
  'De Linde',
  'Het Veerhuis',
  'Oudegracht',
  'De Korenaar',
  'Het Spoor',
  'De Kade',
  'Lunetten',
  'De Hoek',
  'Park Oog in Al',
] as const
const letters = ['A', 'B', 'C', 'E', 'G', 'H', 'J', 'K', 'L', 'M'] as const

/** A private person or a small business nearby; `ordinal` keeps names apart. */
export function inventCustomer(random: Random, ordinal: number): CustomerDetails {
  const isCompany = random.oneIn(2)
  const [area, city] = random.pick(places)
  const person = `${random.pick(firstNames)} ${random.pick(lastNames)}`
  const name = isCompany ? `${random.pick(trades)} ${random.pick(signs)}` : person
  const mailbox = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]+/g, '.')
  return {
    kind: isCompany ? 'company' : 'person',
    name,
    ...(isCompany ? { contactName: person } : {}),
    address: `${random.pick(streets)} ${random.between(1, 180)}`,
    postalCode: `${area} ${random.pick(letters)}${random.pick(letters)}`,
    city,
    email: `${mailbox}.${ordinal}@voorbeeld.example`,
    phone: `030 ${random.between(200, 299)} ${random.between(10, 99)} ${random.between(10, 99)}`,
  }
}
