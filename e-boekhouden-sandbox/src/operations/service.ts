import type { Administration, Relation } from '../books/administration.ts'
import type { Session } from '../books/changes.ts'
import { booksAt } from '../books/earlier.ts'
import type { Store } from '../books/store.ts'
import { administrationOf, indexOf } from '../books/world.ts'
import type { Clock } from '../time/clock.ts'
import { refusal } from './refusal.ts'

/** What the operations work with. */
export interface Service {
  store: Store
  clock: Clock
  /** Where the sandbox's screens are; stands in the addresses of invoices. */
  url: string
  conditions: Conditions
}

/** What faults make the service believe during one call. */
export interface Conditions {
  /** Ledger codes that are gone. */
  missingAccounts: ReadonlySet<string>
  /** Dates through this one are closed, beside what the administration has closed itself. */
  closedThrough: string | null
  /** Reads see the books as they were so long ago. */
  staleSeconds: number
}

export const noConditions: Conditions = { missingAccounts: new Set(), closedThrough: null, staleSeconds: 0 }

interface Signed {
  SessionID: string
  SecurityCode2: string
}

/** The books a session opens. @throws Refusal E001.2, E001.5, E002.1 to E002.4 */
export function enter(service: Service, request: Signed): { books: Administration; session: Session } {
  const entered = authorize(service, request)
  if (isOfficeWithoutBooks(service, entered.books)) throw refusal('E001.2')
  return entered
}

/** As `enter`, also for an accountant's office that has no books. @throws Refusal as `enter` */
export function authorize(service: Service, request: Signed): { books: Administration; session: Session } {
  const session = findSession(service, request.SessionID)
  if (session.code2 !== request.SecurityCode2.trim()) throw refusal('E002.1')
  const books = administrationOf(service.store.world, session.administration)
  if (books.ended) throw refusal('E001.2')
  if (!books.permission) throw refusal('E001.5')
  service.store.useSession(session.id, service.clock.now().toISOString())
  return { books, session }
}

export function isOfficeWithoutBooks(service: Service, { accountant }: Administration): boolean {
  return accountant && service.store.world.settings.officeBooks === 'none'
}

/** @throws Refusal E002.1 to E002.4 */
export function findSession(service: Service, id: string): Session {
  const key = id.trim().toUpperCase()
  if (!/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/.test(key)) throw refusal('E002.1')
  const session = service.store.world.sessions.get(key)
  if (!session) throw refusal('E002.2')
  if (session.closed) throw refusal('E002.4')
  const idleMs = service.clock.now().getTime() - Date.parse(session.usedAt)
  if (idleMs > service.store.world.settings.sessionMinutes * 60_000) throw refusal('E002.3')
  return session
}

/** The books as a read sees them, which may be as they were some time ago. */
export interface Readable {
  books: Administration
  /** Those taken out of the books too: mutations still name them. */
  relationsById: ReadonlyMap<number, Relation>
}

export function readable(service: Service, books: Administration): Readable {
  const { staleSeconds } = service.conditions
  if (staleSeconds === 0) {
    return { books, relationsById: indexOf(service.store.world, books.guid).relationsById }
  }
  const seen = new Date(service.clock.now().getTime() - staleSeconds * 1000).toISOString()
  const then = booksAt(books, seen)
  return { books: then, relationsById: new Map(then.relations.map((relation) => [relation.id, relation])) }
}

/** A date of a filter; what .NET makes of an absent date, the year 1, sets no bound. */
export function bound(date: string | null): string | null {
  return date === null || date < '1753' ? null : date
}

export const noError = { LastErrorCode: '', LastErrorDescription: '' }
