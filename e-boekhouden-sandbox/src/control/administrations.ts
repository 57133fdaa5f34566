import type { Administration } from '../books/administration.ts'
import type { Change } from '../books/changes.ts'
import { drawCode1, newAdministration } from '../books/new-administration.ts'
import type { Store } from '../books/store.ts'
import { SandboxError } from '../errors.ts'
import type {
  AdministrationAccess,
  AdministrationChange,
  NewAdministration,
} from '../handle/administration.ts'
import { check } from '../inputs/check.ts'
import { administrationChange, newAdministration as newAdministrationShape } from '../inputs/shapes.ts'
import { type Clock, monthOf } from '../time/clock.ts'

/** By its guid or its user name; without a name, the first.
 * @throws SandboxError administration_unknown, administration_ambiguous */
export function findAdministration(store: Store, name?: string): Administration {
  if (name === undefined) return store.first()
  const { administrations } = store.world
  const byGuid = administrations.get(name)
  if (byGuid) return byGuid
  const [found, another] = [...administrations.values()].filter(({ username }) => username === name)
  if (!found) throw new SandboxError('administration_unknown', name)
  if (another) throw new SandboxError('administration_ambiguous', name)
  return found
}

export function isAdministration(store: Store, name: string): boolean {
  const { administrations } = store.world
  return administrations.has(name) || [...administrations.values()].some(({ username }) => username === name)
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
  const checked = check(newAdministrationShape, given, 'administration_invalid')
  checkCodesFree(store, checked)
  checkClients(store, checked.clients)
  const administration = newAdministration(checked, clock.today(), freeSequence(store))
  store.commit([{ kind: 'administration_added', administration }])
  return accessTo(administration)
}

/** @throws SandboxError administration_unknown, administration_invalid */
export function changeAdministration(
  store: Store,
  clock: Clock,
  name: string | undefined,
  change: AdministrationChange,
): AdministrationAccess {
  const books = findAdministration(store, name)
  const { mutationCalls, ...fields } = check(administrationChange, change, 'administration_invalid')
  const { guid, username, code1, code2 } = books
  checkCodesFree(store, { username, code1, code2, ...fields }, books)
  checkClients(store, fields.clients)
  const changes: Change[] = [{ kind: 'administration_changed', guid, fields }]
  if (mutationCalls !== undefined)
    changes.push({ kind: 'mutation_calls_counted', guid, month: monthOf(clock), calls: mutationCalls })
  store.commit(changes)
  return accessTo(books)
}

/** @throws SandboxError administration_unknown */
export function changePassword(store: Store, name: string | undefined): AdministrationAccess {
  const books = findAdministration(store, name)
  const fields = { code1: drawCode1() }
  store.commit([{ kind: 'administration_changed', guid: books.guid, fields }])
  return accessTo(books)
}

/** Which of the codes names the administration is not known of the service: two may share any two of the three. */
function checkCodesFree(store: Store, given: NewAdministration, by?: Administration): void {
  const holder = [...store.world.administrations.values()].find(
    (books) =>
      books.username === given.username && books.code1 === given.code1 && books.code2 === given.code2,
  )
  if (holder && holder !== by)
    throw new SandboxError('administration_invalid', 'username, code1, code2: those of another')
}

/** A user name would not do: several administrations may share it. */
function checkClients(store: Store, clients: readonly string[] = []): void {
  for (const [at, guid] of clients.entries())
    if (!store.world.administrations.has(guid))
      throw new SandboxError('administration_invalid', `clients.${at}: there is no such administration`)
}

function freeSequence(store: Store): number {
  const names = new Set([...store.world.administrations.values()].map(({ username }) => username))
  let sequence = store.world.administrations.size + 1
  while (names.has(`oefenbedrijf-${sequence}`)) sequence++
  return sequence
}
