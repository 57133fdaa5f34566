import type { RemoteFailure } from '../causes/remote-failure.ts'
import { TOTAL_TIME_OUT_MS } from '../policy/quarantine.ts'
import type { Books, Exchange, Said } from '../ports/books.ts'
import type { Coverage } from './coverage.ts'
import type { FaultPlan, RemoteFault } from './fault-plan.ts'
import type { Random } from './random.ts'
import type { SimulatedProcess } from './simulated-process.ts'
import type { SimulatedAdministration } from './simulated-service.ts'

type Outcome<T> = { ok: true; value: T } | { ok: false; failure: RemoteFailure }
type Work<T> = (administration: SimulatedAdministration) => Outcome<T>

export type Wire = {
  readonly process: SimulatedProcess
  readonly administration: SimulatedAdministration
  readonly plan: FaultPlan
  readonly random: Random
  readonly coverage: Coverage
  /** Whether faults still happen. */
  readonly isFaulty: () => boolean
}

const noAnswer: RemoteFailure = { kind: 'no_answer', throttled: false }
/** The most the service and the way to it take together; the quarantine rests on such a bound. */
const SLOWEST_MS = 110_000

/** The way to the simulated service, as the real client goes it: sessions, one time-out over all, faults. */
export function simulatedBooks(wire: Wire): Books {
  let session = -1

  const open = async (signal: AbortSignal): Promise<Said<null>> => {
    if (session === wire.administration.session)
      return said('OpenSession', { ok: true, value: null }, wire, null)
    const opened = await request(wire, signal, 'OpenSession', (administration) => {
      if (!administration.codesValid) return { ok: false, failure: { kind: 'credentials', code: 'E001.1' } }
      session = administration.session
      return { ok: true, value: null }
    })
    return opened
  }

  const call = async <T>(operation: string, signal: AbortSignal, work: Work<T>): Promise<Said<T>> => {
    const exchanges: Exchange[] = []
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const opened = await open(signal)
      exchanges.push(...opened.exchanges)
      if (!opened.ok) {
        const certain = opened.failure.kind === 'no_answer' || opened.failure.kind === 'fault'
        return { ok: false, failure: certain ? { kind: 'not_sent' } : opened.failure, exchanges }
      }
      const mine = session
      const result = await request(wire, signal, operation, (administration) => {
        if (!administration.codesValid || administration.session !== mine) {
          return { ok: false, failure: { kind: 'session' } }
        }
        return work(administration)
      })
      exchanges.push(...result.exchanges)
      if (result.ok || result.failure.kind !== 'session' || attempt === 1) return { ...result, exchanges }
      session = -1
    }
    return { ok: false, failure: { kind: 'session' }, exchanges }
  }

  /** What a read may see: everything older than its lag. */
  const seen = <Entry extends { at: number }>(entries: readonly Entry[]): Entry[] => {
    const lag = wire.isFaulty() ? wire.random.between(0, wire.plan.staleness) : 0
    return entries.filter((entry) => entry.at <= wire.process.timeline.now - lag)
  }

  return {
    open,
    ledgerAccounts: (signal) =>
      call('GetGrootboekrekeningen', signal, () => ({
        ok: true,
        value: [
          { code: '1300', name: 'Debiteuren', category: 'DEB' },
          { code: '8000', name: 'Omzet', category: 'VW' },
        ],
      })),
    addRelation: (code, content, signal) =>
      call('AddRelatie', signal, (books) => {
        const added = books.addRelation(code, content, wire.process.timeline.now)
        if ('code' in added) return { ok: false, failure: { kind: 'rejected', code: added.code } }
        return { ok: true, value: { id: added.number } }
      }),
    findRelations: (code, signal) =>
      call('GetRelaties', signal, (books) => ({
        ok: true,
        value: seen(books.relations).filter((it) => it.code === code),
      })),
    changeRelation: (code, content, signal) =>
      call('UpdateRelatie', signal, (books) => {
        const relation = books.relations.find((it) => it.code === code)
        if (relation === undefined) return { ok: false, failure: { kind: 'not_found' } }
        relation.content = content
        return { ok: true, value: null }
      }),
    addMutation: (mutation, signal) =>
      call('AddMutatie', signal, (books) => {
        const added = books.addMutation(mutation, wire.process.timeline.now)
        if ('code' in added) return { ok: false, failure: { kind: 'rejected', code: added.code } }
        const isEmpty = happens(wire, 'empty_answer')
        return { ok: true, value: { mutationNumber: isEmpty ? 0 : added.number } }
      }),
    findMutations: (invoiceNumber, signal) =>
      call('GetMutaties', signal, (books) => ({
        ok: true,
        value: seen(books.mutations).filter((it) => it.invoiceNumber === invoiceNumber),
      })),
    findMutationsNumbered: (from, to, signal) =>
      call('GetMutaties', signal, (books) => ({
        ok: true,
        value: seen(books.mutations).filter((it) => it.number >= from && it.number <= to),
      })),
    close: async () => {},
  }
}

/** One request and its answer, with everything that can happen to either on the way. */
function request<T>(wire: Wire, signal: AbortSignal, operation: string, work: Work<T>): Promise<Said<T>> {
  const { process, random } = wire
  const { timeline } = process
  const startedAt = timeline.now
  return new Promise((resolve) => {
    let isAnswered = false
    let hasLeft = false
    const answer = (outcome: Outcome<T>) => {
      if (isAnswered) return
      isAnswered = true
      resolve(said(operation, outcome, wire, startedAt))
    }
    const giveUp = () => answer({ ok: false, failure: hasLeft ? noAnswer : { kind: 'not_sent' } })
    if (signal.aborted) return process.after(0, giveUp)
    signal.addEventListener('abort', giveUp)
    process.timer(TOTAL_TIME_OUT_MS, giveUp)
    if (happens(wire, 'refused')) return process.after(5, giveUp)
    // The last moment at which an abort keeps the bytes from leaving.
    process.after(random.between(0, 20), () => {
      if (isAnswered) return
      hasLeft = true
      travel(wire, work, (outcome) => process.after(random.between(1, 50), () => answer(outcome)))
    })
  })
}

function travel<T>(wire: Wire, work: Work<T>, answer: (outcome: Outcome<T>) => void): void {
  const { administration, random } = wire
  const { timeline } = wire.process
  const lost = (throttled = false): Outcome<T> => ({ ok: false, failure: { kind: 'no_answer', throttled } })
  if (happens(wire, 'request_lost')) return
  const slow = happens(wire, 'slow') ? random.between(10_000, SLOWEST_MS) : 0
  timeline.after(random.between(1, 200), () => {
    if (happens(wire, 'error_before')) return answer(lost())
    if (happens(wire, 'throttled')) return answer(lost(true))
    if (happens(wire, 'session_dies')) administration.session += 1
    timeline.after(random.between(1, 400) + slow, () => {
      const outcome = work(administration)
      if (happens(wire, 'answer_lost')) return
      if (happens(wire, 'error_after') || happens(wire, 'garbled')) return answer(lost())
      if (happens(wire, 'fault_after')) return answer({ ok: false, failure: { kind: 'fault' } })
      answer(outcome)
    })
  })
}

function happens(wire: Wire, fault: RemoteFault): boolean {
  if (!wire.isFaulty() || !wire.random.happens(wire.plan.remote[fault])) return false
  wire.coverage.count(fault)
  return true
}

function said<T>(operation: string, outcome: Outcome<T>, wire: Wire, startedAt: number | null): Said<T> {
  if (startedAt === null) return { ...outcome, exchanges: [] }
  const exchange: Exchange = {
    operation,
    startedAt,
    finishedAt: wire.process.timeline.now,
    outcome: outcome.ok ? 'ok' : outcome.failure.kind,
    code: null,
    httpStatus: null,
    request: '',
    response: null,
  }
  return { ...outcome, exchanges: [exchange] }
}
