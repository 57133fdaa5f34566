import type { Books, Exchange, Said } from '../src/ports/books.ts'
import { DEBTORS, REVENUES } from './chosen-accounts.ts'
import { mutationsIn, openItemsOf } from './simulated-reading.ts'
import type { Arrival, SimulatedAdministration } from './simulated-service.ts'
import { type Outcome, type Request, request, type Wire } from './wire.ts'
import { administrationOf, happens, isFaulty } from './world.ts'

type Points = Request<unknown>['points']
const points = {
  open: { before: 'P3', sent: 'P3', answered: 'P3' },
  relation: { before: 'P4', sent: 'P5', answered: 'P6' },
  booking: { before: 'P7', sent: 'P9', answered: 'P10' },
  lookUp: { before: 'P13', sent: 'P13', answered: 'P13' },
  verify: { before: 'P14', sent: 'P14', answered: 'P14' },
  test: { before: 'P15', sent: 'P15', answered: 'P15' },
} as const satisfies Record<string, Points>

/** For less than this reads find nothing: shorter than the wait between two looks. */
const EMPTY_FOR_MS = 50_000

/** The way to the simulated service, as the real client goes it: sessions, one time-out over all, faults. */
export function simulatedBooks(wire: Wire, codes: number): Books {
  const { world, office } = wire
  const administration = administrationOf(office, wire.booksId)
  let session = -1

  const open = async (signal: AbortSignal): Promise<Said<null>> => {
    if (session >= 0) return { ok: true, value: null, exchanges: [] }
    return request(wire, signal, {
      operation: 'OpenSession',
      points: points.open,
      work: () => {
        if (administration.validCodes !== codes) {
          return { ok: false, failure: { kind: 'credentials', code: 'E001.1' } }
        }
        session = administration.session
        return { ok: true, value: null }
      },
    })
  }

  const call = async <T>(
    operation: string,
    at: Points,
    signal: AbortSignal,
    work: (books: SimulatedAdministration) => Outcome<T>,
  ): Promise<Said<T>> => {
    const exchanges: Exchange[] = []
    for (let attempt = 0; ; attempt += 1) {
      const opened = await open(signal)
      exchanges.push(...opened.exchanges)
      if (!opened.ok) {
        const isLost = opened.failure.kind === 'no_answer' || opened.failure.kind === 'fault'
        return { ok: false, failure: isLost ? { kind: 'not_sent' } : opened.failure, exchanges }
      }
      const mine = session
      const result = await request(wire, signal, {
        operation,
        points: at,
        work: () => serve(operation, mine, work),
      })
      exchanges.push(...result.exchanges)
      if (result.ok || result.failure.kind !== 'session') return { ...result, exchanges }
      session = -1
      if (attempt === 1) return { ...result, exchanges }
    }
  }

  const serve = <T>(
    operation: string,
    mine: number,
    work: (books: SimulatedAdministration) => Outcome<T>,
  ): Outcome<T> => {
    if (isLimited(wire, operation)) return { ok: false, failure: { kind: 'call_limit', code: 'E003.1' } }
    if (happens(world, 'session_expired')) administration.session += 1
    if (administration.validCodes !== codes || administration.session !== mine) {
      return { ok: false, failure: { kind: 'session' } }
    }
    const outcome = work(administration)
    if (happens(world, 'session_dies')) administration.session += 1
    return outcome
  }

  const arrives = (operation: string, subject: string, isDone: boolean): void => {
    const arrival: Arrival = { operation, subject, at: world.timeline.now, isDone }
    administration.arrivals.push(arrival)
  }

  /** What a read may see: everything older than its lag, and for a moment nothing at all. */
  const seen = <Entry extends { at: number }>(entries: readonly Entry[]): readonly Entry[] => {
    const { now } = world.timeline
    if (now >= administration.notEmptyBefore && happens(world, 'empty_read')) {
      administration.emptyUntil = now + world.random.between(1, EMPTY_FOR_MS)
      // Once: against two such moments, each just when somebody looks, no second look helps.
      administration.notEmptyBefore = Number.POSITIVE_INFINITY
    }
    if (now < administration.emptyUntil) return []
    const lag = lagOf(wire)
    if (lag === 0) return entries
    world.coverage.count('stale_reads')
    return entries.filter((entry) => entry.at <= now - lag)
  }

  return {
    open,
    administrations: (signal) =>
      call('GetAdministraties', points.test, signal, () => ({ ok: true, value: [] })),
    ledgerAccounts: (signal) =>
      call('GetGrootboekrekeningen', points.test, signal, () => ({
        ok: true,
        value: [
          ...DEBTORS.map((code) => ({ code, name: 'Debiteuren', category: 'DEB' })),
          ...REVENUES.map((code) => ({
            code,
            name: 'Omzet',
            category: administration.isAccountFit ? 'VW' : 'BAL',
          })),
        ],
      })),
    addRelation: (code, content, signal) =>
      call('AddRelatie', points.relation, signal, (books) => {
        const added = books.addRelation(code, content, world.timeline.now)
        arrives('AddRelatie', code, !('code' in added))
        return 'code' in added
          ? { ok: false, failure: { kind: 'rejected', code: added.code } }
          : { ok: true, value: added }
      }),
    findRelations: (known, signal) =>
      call('GetRelaties', points.lookUp, signal, (books) => ({
        ok: true,
        value: books.relationsKnownAs(known, seen(books.relations)).map(({ id, code }) => ({ id, code })),
      })),
    allRelations: (signal) =>
      call('GetRelaties', points.lookUp, signal, (books) => ({
        ok: true,
        value: seen(books.relations).map(({ code, content, id }) => ({ ...content, id, code })),
      })),
    changeRelation: (known, changes, signal) =>
      call('UpdateRelatie', points.relation, signal, (books) => {
        const [relation] = books.relationsKnownAs(known)
        arrives('UpdateRelatie', known.code, relation !== undefined)
        if (relation === undefined) return { ok: false, failure: { kind: 'not_found' } }
        relation.content = { ...relation.content, ...changes }
        return { ok: true, value: { id: relation.id, code: relation.code } }
      }),
    addMutation: (mutation, signal) =>
      call('AddMutatie', points.booking, signal, (books) => {
        if (isFaulty(world) && books.stumblesOver.has(mutation.invoiceNumber)) {
          arrives('AddMutatie', mutation.invoiceNumber, false)
          return { ok: false, failure: { kind: 'no_answer', throttled: false } }
        }
        const added = books.addMutation(mutation, world.timeline.now)
        arrives('AddMutatie', mutation.invoiceNumber, !('code' in added))
        if ('code' in added) return { ok: false, failure: { kind: 'rejected', code: added.code } }
        if (!books.refusesNumbers && happens(world, 'booked_twice_by_service')) {
          books.addMutation(mutation, world.timeline.now, 'service')
        }
        return { ok: true, value: { mutationNumber: happens(world, 'empty_answer') ? 0 : added.number } }
      }),
    findMutations: (invoiceNumber, signal) =>
      call('GetMutaties', points.lookUp, signal, (books) => ({
        ok: true,
        value: seen(books.mutations).filter((it) => it.invoiceNumber === invoiceNumber),
      })),
    findMutationsNumbered: (from, to, signal) =>
      call('GetMutaties', points.verify, signal, (books) => ({
        ok: true,
        value: seen(books.mutations).filter((it) => it.number >= from && it.number <= to),
      })),
    findMutationsSince: (date, signal) =>
      call('GetMutaties', points.verify, signal, (books) => ({
        ok: true,
        value: seen(books.mutations).filter((it) => it.date >= date),
      })),
    openItems: (signal) =>
      call('GetOpenPosten', points.verify, signal, (books) => ({
        ok: true,
        value: openItemsOf(seen(books.mutations)),
      })),
    readMutations: (range, signal) =>
      call('GetMutaties', points.verify, signal, (books) => ({
        ok: true,
        value: mutationsIn(seen(books.mutations), range),
      })),
    close: async () => {},
  }
}

/** Often as far behind as ever, or else somewhere in between. */
function lagOf({ world }: Wire): number {
  if (!isFaulty(world)) return 0
  const { staleness } = world.plan
  return world.random.happens(0.6) ? staleness : world.random.between(0, staleness)
}

/** The limit is one of reading mutations; in some histories everything but reading accounts meets it. */
function isLimited({ world }: Wire, operation: string): boolean {
  if (world.timeline.now >= world.limitedUntil) return false
  const isMet = world.limitsAll ? operation !== 'GetGrootboekrekeningen' : operation === 'GetMutaties'
  if (!isMet) return false
  world.coverage.count('call_limit')
  return true
}
