import { defaultSettings, type Settings } from '../handle/settings.ts'
import type { Administration, Invoice, Mutation } from './administration.ts'
import type { Change, Session } from './changes.ts'
import {
  type AdministrationIndex,
  indexesOf,
  indexMutation,
  indexRelation,
  unindexMutation,
  unindexRelation,
} from './indexes.ts'
import { keepPast } from './past.ts'

/** All books of a sandbox. Only `apply` changes it. */
export interface World {
  /** By guid, in the order they were made. */
  administrations: Map<string, Administration>
  sessions: Map<string, Session>
  settings: Settings
  indexes: Map<string, AdministrationIndex>
  /** The highest number that any relation of any administration has. */
  lastRelationId: number
}

/** The service numbers relations over all its administrations, so those of one come far from 1 and with gaps. */
const firstRelationId = 21_480_000

export function emptyWorld(settings: Partial<Settings> = {}): World {
  return {
    administrations: new Map(),
    sessions: new Map(),
    settings: { ...defaultSettings, ...settings },
    indexes: new Map(),
    lastRelationId: firstRelationId,
  }
}

/** The number of the next relation: others of the service, elsewhere, took those in between. */
export function nextRelationId({ lastRelationId }: World): number {
  return lastRelationId + 1 + (lastRelationId % 7)
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
      if (change.kind === 'relation_saved') seeRelationId(world, change.relation.id)
  }
}

function seeRelationId(world: World, id: number): void {
  world.lastRelationId = Math.max(world.lastRelationId, id)
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
    case 'ledger_account_removed': {
      const was = books.ledger.find(({ id }) => id === change.accountId)
      if (!was) return
      keepPast(books.earlier.ledger, { id: was.id, until: change.at, was })
      save(books.ledger, { ...was, removed: true })
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
      books.lastMutationNumber = Math.max(books.lastMutationNumber, change.mutation.number)
      indexMutation(index, change.mutation)
      return
    case 'mutation_changed':
      replaceMutation(books, index, change.mutation.number, change.mutation, change.at)
      return
    case 'mutation_removed':
      replaceMutation(books, index, change.number, null, change.at)
      books.invoices = books.invoices.map((invoice) => withoutMutation(invoice, change.number))
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

function addAdministration(world: World, administration: Administration): void {
  // Books on disk may be older than what they remember now.
  const { earlier, mutations } = administration
  const books: Administration = {
    ...administration,
    lastMutationNumber: administration.lastMutationNumber ?? mutations.at(-1)?.number ?? 0,
    earlier: {
      ledger: earlier?.ledger ?? [],
      relations: earlier?.relations ?? [],
      mutations: earlier?.mutations ?? [],
    },
  }
  world.administrations.set(books.guid, books)
  world.indexes.set(books.guid, indexesOf(books))
  for (const { id } of books.relations) seeRelationId(world, id)
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

function replaceMutation(
  books: Administration,
  index: AdministrationIndex,
  number: number,
  by: Mutation | null,
  at: string,
): void {
  const place = books.mutations.findIndex((mutation) => mutation.number === number)
  const was = books.mutations[place]
  if (!was) return
  keepPast(books.earlier.mutations, { id: number, until: at, was })
  unindexMutation(index, was)
  books.mutations.splice(place, 1, ...(by ? [by] : []))
  if (by) indexMutation(index, by)
}

function withoutMutation(invoice: Invoice, number: number): Invoice {
  return invoice.mutationNumber === number ? { ...invoice, mutationNumber: null } : invoice
}

function save<T extends { id: number }>(all: T[], item: T): void {
  const at = all.findIndex(({ id }) => id === item.id)
  if (at === -1) all.push(item)
  else all[at] = item
}
