import type { Administration } from '../books/administration.ts'
import type { World } from '../books/world.ts'

/** The number of an administration in the addresses: its place in the order they were made, from 1. */
export function numberOf(world: World, books: Administration): number {
  return [...world.administrations.keys()].indexOf(books.guid) + 1
}

/** Every address of the screens. `n` is the number of the administration. */
export const places = {
  start: '/',
  protocol: '/protocol',
  service: '/soap.asmx',
  operation: (name: string) => `/soap.asmx?op=${name}`,
  call: (name: string) => `/protocol/${name}`,
  requests: '/verzoeken',
  request: (number: number) => `/verzoeken/${number}`,
  faults: '/storingen',
  fault: (id: string) => `/storingen/${id}`,
  newAdministration: '/administraties',
  books: (n: number) => `/${n}`,
  ledger: (n: number) => `/${n}/grootboek`,
  account: (n: number, code: string) => `/${n}/grootboek/${encodeURIComponent(code)}`,
  relations: (n: number) => `/${n}/relaties`,
  relation: (n: number, id: number) => `/${n}/relaties/${id}`,
  mutations: (n: number) => `/${n}/mutaties`,
  mutation: (n: number, number: number) => `/${n}/mutaties/${number}`,
  openItems: (n: number) => `/${n}/open-posten`,
  invoices: (n: number) => `/${n}/facturen`,
  invoice: (n: number, number: string) => `/${n}/facturen/${encodeURIComponent(number)}`,
  articles: (n: number) => `/${n}/artikelen`,
  management: (n: number) => `/${n}/beheer`,
  setup: (n: number) => `/${n}/beheer/inrichting`,
  settings: (n: number) => `/${n}/beheer/inrichting/instellingen`,
  links: (n: number) => `/${n}/beheer/inrichting/instellingen/koppelingen`,
  api: (n: number) => `/${n}/beheer/inrichting/instellingen/koppelingen/api-soap`,
  codes: (n: number) => `/${n}/beheer/inrichting/instellingen/koppelingen/api-soap/gegevens`,
  period: (n: number) => `/${n}/beheer/inrichting/periode`,
  user: (n: number) => `/${n}/beheer/gebruiker`,
}
