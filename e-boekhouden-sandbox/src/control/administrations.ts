import type { Administration } from '../books/administration.ts'
import { drawCode1, newAdministration } from '../books/new-administration.ts'
import type { Store } from '../books/store.ts'
import { SandboxError } from '../errors.ts'
import type {
  AdministrationAccess,
  AdministrationChange,
  NewAdministration,
} from '../handle/administration.ts'
import type { Clock } from '../time/clock.ts'

/** By its guid or its user name; without a name, the first. @throws SandboxError administration_unknown */
export function findAdministration(store: Store, name?: string): Administration {
  if (name === undefined) return store.first()
  const all = [...store.world.administrations.values()]
  const found = all.find(({ guid }) => guid === name) ?? all.find(({ username }) => username === name)
  if (!found) throw new SandboxError('administration_unknown', name)
  return found
}

export function accessTo({ guid, company, username, code1, code2 }: Administration): AdministrationAccess {
  return { guid, company, username, code1, code2 }
}

/** @throws SandboxError administration_invalid */
export function addAdministration(
  store: Store,
  clock: Clock,
  given: NewAdministration,
): AdministrationAccess {
  checkNew(store, given)
  const sequence = freeSequence(store)
  const administration = newAdministration(given, clock.today(), sequence)
  store.commit([{ kind: 'administration_added', administration }])
  return accessTo(administration)
}

/** @throws SandboxError administration_unknown, administration_invalid */
export function changeAdministration(
  store: Store,
  name: string | undefined,
  change: AdministrationChange,
): void {
  const { guid } = findAdministration(store, name)
  const { closedThrough, clients = [] } = change
  if (closedThrough !== undefined && closedThrough !== null && !/^\d{4}-\d{2}-\d{2}$/.test(closedThrough)) {
    throw new SandboxError('administration_invalid', 'closedThrough: YYYY-MM-DD or null')
  }
  for (const client of clients) findAdministration(store, client)
  const allowed = pick(change)
  store.commit([{ kind: 'administration_changed', guid, fields: allowed }])
}

/** @throws SandboxError administration_unknown */
export function changePassword(store: Store, name: string | undefined): AdministrationAccess {
  const books = findAdministration(store, name)
  const fields = { code1: drawCode1() }
  store.commit([{ kind: 'administration_changed', guid: books.guid, fields }])
  return accessTo(books)
}

function checkNew(store: Store, given: NewAdministration): void {
  const texts = { username: given.username, code1: given.code1, code2: given.code2, company: given.company }
  for (const [name, text] of Object.entries(texts)) {
    const long = name === 'username' ? 55 : 50
    if (text !== undefined && (typeof text !== 'string' || text.trim() === '' || text.length > long)) {
      throw new SandboxError('administration_invalid', `${name}: 1 to ${long} characters`)
    }
  }
  const all = [...store.world.administrations.values()]
  if (all.some(({ username, code2 }) => username === given.username && code2 === given.code2)) {
    throw new SandboxError('administration_invalid', 'these codes are another administration’s')
  }
  for (const client of given.clients ?? []) findAdministration(store, client)
}

function freeSequence(store: Store): number {
  const names = new Set([...store.world.administrations.values()].map(({ username }) => username))
  let sequence = store.world.administrations.size + 1
  while (names.has(`oefenbedrijf-${sequence}`)) sequence++
  return sequence
}

/** Only what may be changed: the rest of a JSON body is passed over. */
function pick(change: AdministrationChange): AdministrationChange {
  const { company, city, accountant, clients, permission, ended, closedThrough } = change
  const all = { company, city, accountant, clients, permission, ended, closedThrough }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
