import { defaultSettings, type Settings } from '../handle/settings.ts'
import type { Administration, Mutation, Relation } from './administration.ts'
import type { Change, Session } from './changes.ts'
import { keepPast } from './past.ts'

/** All books of a sandbox. Only `apply` changes it. */
export interface World {
  /** By guid, in the order they were made. */
  administrations: Map<string, Administration>
  sessions: Map<string, Session>
  settings: Settings
  indexes: Map<string, AdministrationIndex>
}

/** Found without walking through the books: look-ups stay quick with many thousands of mutations. */
export interface AdministrationIndex {
  relationsById: Map<number, Relation>
  relationsByCode: Map<string, Relation>
  mutationsByInvoiceNumber: Map<string, Mutation[]>
}

export function emptyWorld(settings: Partial<Settings> = {}): World {
  return {
    administrations: new Map(),
    sessions: new Map(),
    settings: { ...defaultSettings, ...settings },
    indexes: new Map(),
  }
}

/** Makes the change, which is the world's own from then on: a copy of whole books would be most of a start. The same
 * changes in the same order always give the same world. */
export function apply(world: World, change: Change): void {
  switch (change.kind) {
    case 'administration_added':
      addAdministration(world, change.administration)
      return
    case 'session_opened':
      world.sessions.set(change.session.id, { ...change.session })
      return
    case 'session_used': {
      const session = world.sessions.get(change.id)
      if (session) session.usedAt = change.at
      return
    }
    case 'session_closed': {
      const session = world.sessions.get(change.id)
      if (session) session.closed = true
      return
    }
    case 'settings_changed':
      Object.assign(world.settings, change.settings)
      return
    default:
      applyTo(administrationOf(world, change.guid), indexOf(world, change.guid), change)
  }
}

type AdministrationChange = Exclude<
  Change,
  { kind: 'administration_added' | `session_${'opened' | 'used' | 'closed'}` | 'settings_changed' }
>

function applyTo(books: Administration, index: AdministrationIndex, change: AdministrationChange): void {
  switch (change.kind) {
    case 'administration_changed':
      Object.assign(books, change.fields)
      return
    case 'ledger_account_saved': {
      const { account, at } = change
      const was = books.ledger.find(({ id }) => id === account.id) ?? null
      if (at !== undefined) keepPast(books.earlier.ledger, { id: account.id, until: at, was })
      save(books.ledger, account)
      return
    }
    case 'relation_saved':
      keepRelation(books, index, change.relation.id, change.at)
      unindexRelation(index, change.relation.id)
      save(books.relations, change.relation)
      indexRelation(index, change.relation)
      return
    case 'relation_removed':
      keepRelation(books, index, change.relationId, change.at)
      removeRelation(books, index, change.relationId)
      return
    case 'mutation_booked':
      books.mutations.push(change.mutation)
      indexMutation(index, change.mutation)
      return
    case 'invoice_saved':
      books.invoices.push(change.invoice)
      return
    case 'article_saved':
      save(books.articles, change.article)
      return
    case 'cost_center_saved':
      save(books.costCenters, change.costCenter)
      return
    case 'mutation_calls_counted':
      books.mutationCalls[change.month] = change.calls
      return
  }
}

/** @throws RangeError for a guid that is not there: the caller has checked it. */
export function administrationOf(world: World, guid: string): Administration {
  const found = world.administrations.get(guid)
  if (!found) throw new RangeError(`no administration ${guid}`)
  return found
}

export function indexOf(world: World, guid: string): AdministrationIndex {
  const found = world.indexes.get(guid)
  if (!found) throw new RangeError(`no administration ${guid}`)
  return found
}

/** Codes and invoice numbers are compared as the service's database is believed to: without regard to case and to
 * spaces at the ends. */
export function comparable(code: string): string {
  return code.trim().toLowerCase()
}

function addAdministration(world: World, administration: Administration): void {
  // Books on disk may be older than this memory.
  const books = { ...administration, earlier: administration.earlier ?? { ledger: [], relations: [] } }
  const index: AdministrationIndex = {
    relationsById: new Map(),
    relationsByCode: new Map(),
    mutationsByInvoiceNumber: new Map(),
  }
  for (const relation of books.relations) indexRelation(index, relation)
  for (const mutation of books.mutations) indexMutation(index, mutation)
  world.administrations.set(books.guid, books)
  world.indexes.set(books.guid, index)
}

/** One that is new is known by the moment it was added. */
function keepRelation(
  books: Administration,
  index: AdministrationIndex,
  id: number,
  until: string | undefined,
): void {
  const was = index.relationsById.get(id)
  if (was && until !== undefined) keepPast(books.earlier.relations, { id, until, was })
}

function removeRelation(books: Administration, index: AdministrationIndex, id: number): void {
  const known = index.relationsById.get(id)
  if (!known) return
  unindexRelation(index, id)
  const removed = { ...known, removed: true }
  save(books.relations, removed)
  indexRelation(index, removed)
}

function indexRelation(index: AdministrationIndex, relation: Relation): void {
  index.relationsById.set(relation.id, relation)
  if (!relation.removed) index.relationsByCode.set(comparable(relation.fields.Code), relation)
}

function unindexRelation(index: AdministrationIndex, id: number): void {
  const known = index.relationsById.get(id)
  if (!known) return
  index.relationsById.delete(id)
  if (!known.removed) index.relationsByCode.delete(comparable(known.fields.Code))
}

function indexMutation(index: AdministrationIndex, mutation: Mutation): void {
  const key = comparable(mutation.invoiceNumber)
  if (key === '') return
  const same = index.mutationsByInvoiceNumber.get(key)
  if (same) same.push(mutation)
  else index.mutationsByInvoiceNumber.set(key, [mutation])
}

function save<T extends { id: number }>(all: T[], item: T): void {
  const at = all.findIndex(({ id }) => id === item.id)
  if (at === -1) all.push(item)
  else all[at] = item
}
