import type { RemoteFailure } from '../src/causes/remote-failure.ts'
import type { Exchange, Said } from '../src/ports/books.ts'
import { TOTAL_TIME_OUT_MS } from '../src/retries/absence.ts'
import { befall, stepClock } from './befall.ts'
import { checkCallsInOutage, checkOneCaller } from './invariants-of-calls.ts'
import type { SimulatedProcess } from './simulated-process.ts'
import { happens, type Office, type Point, type World } from './world.ts'

export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: RemoteFailure }

/** The way from one process to one administration. */
export type Wire = {
  readonly world: World
  readonly process: SimulatedProcess
  readonly office: Office
  /** The books it leads to. */
  readonly booksId: string
  /** Calls of this process for this administration that it still waits for. */
  waiting: number
}

/** One request: what it is called, what the service does, and where in the protocol it stands. */
export type Request<T> = {
  readonly operation: string
  readonly points: { readonly before: Point; readonly sent: Point; readonly answered: Point }
  readonly work: () => Outcome<T>
}

const noAnswer: RemoteFailure = { kind: 'no_answer', throttled: false }
const notSent: RemoteFailure = { kind: 'not_sent' }
const lost = { ok: false, failure: noAnswer } as const
const refusedAsBusy = { ok: false, failure: { kind: 'no_answer', throttled: true } } as const
const faultAnswer = { ok: false, failure: { kind: 'fault' } } as const
/** The most the service and the way to it take together; the quarantine rests on such a bound. */
const SLOWEST_MS = 115_000

/** Sends a request and waits for its answer, with everything that can happen to either on the way. */
export function request<T>(wire: Wire, signal: AbortSignal, it: Request<T>): Promise<Said<T>> {
  const { process, world } = wire
  const { callers } = wire.office
  const startedAt = world.timeline.now
  return new Promise((resolve) => {
    let isAnswered = false
    let hasLeft = false
    let isCounted = false
    const answer = (outcome: Outcome<T>) => {
      if (isAnswered) return
      isAnswered = true
      if (isCounted) wire.waiting -= 1
      if (hasLeft) callers.set(process, (callers.get(process) ?? 0) - 1)
      world.timeline.stirred = true
      resolve({ ...outcome, exchanges: [exchangeOf(it.operation, outcome, startedAt, world.timeline.now)] })
    }
    const giveUp = () => answer({ ok: false, failure: hasLeft ? noAnswer : notSent })
    const delayToGiveUp = delayBefore(world)
    befall(world, process, it.points.before)
    // Whoever wakes up after its lease asks with an ended claim, and sends nothing: that is no call.
    if (signal.aborted) return process.after(0, giveUp)
    isCounted = true
    wire.waiting += 1
    if (wire.waiting > 1) world.violations.add(`I10 ${wire.office.memory.id}: two calls at once`)
    if (isOut(world)) checkCallsInOutage(world, wire.office, process)
    signal.addEventListener('abort', giveUp)
    process.timer(TOTAL_TIME_OUT_MS, giveUp)
    if (delayToGiveUp !== null) return process.after(delayToGiveUp, giveUp)
    process.after(world.random.between(0, 20), () => {
      // The real client asks the signal once more in the very turn in which the first byte leaves.
      if (isAnswered || signal.aborted) return giveUp()
      hasLeft = true
      checkOneCaller(world, wire.office, process)
      callers.set(process, (callers.get(process) ?? 0) + 1)
      travel(wire, it, (outcome) => {
        if (outcome === 'silence') return
        process.after(world.random.between(1, 50), () => {
          befall(world, process, it.points.answered)
          process.after(0, () => answer(outcome))
        })
      })
    })
  })
}

function delayBefore(world: World): number | null {
  if (isOut(world) || happens(world, 'refused')) return 5
  return happens(world, 'connect_times_out') ? 5_000 : null
}

/** During a long outage nothing connects at all. */
function isOut({ plan, outageFrom, timeline, quietFrom }: World): boolean {
  return plan.hasLongOutage && timeline.now >= outageFrom && timeline.now < quietFrom
}

/** What becomes of a request that has left: it ends once, with an answer or in silence. */
function travel<T>(wire: Wire, it: Request<T>, end: (outcome: Outcome<T> | 'silence') => void): undefined {
  const { world, process } = wire
  const { random, timeline } = world
  world.underWay += 1
  const finish = (outcome: Outcome<T> | 'silence'): undefined => {
    world.underWay -= 1
    end(outcome)
  }
  befall(world, process, 'P8')
  const early = fateOnTheWay(world, process)
  if (early !== null) return finish(early)
  const slow = delayAtService(world)
  timeline.after(random.between(1, 200), () => {
    befall(world, process, it.points.sent)
    const isHalf = random.happens(0.5)
    const isUnavailable = happens(world, 'unavailable')
    const isFault = happens(world, 'fault')
    if (slow === null || (isUnavailable && isHalf) || happens(world, 'error_before')) return finish(lost)
    if (happens(world, 'throttled')) return finish(refusedAsBusy)
    if (isFault && isHalf) return finish(faultAnswer)
    timeline.after(random.between(1, 400) + slow, () => {
      const outcome = it.work()
      world.trace.note(timeline.now, it.operation, outcome.ok ? 1 : 0)
      if (happens(world, 'answer_lost')) finish('silence')
      else if (isUnavailable || isUnreadable(world)) finish(lost)
      else finish(isFault ? faultAnswer : outcome)
    })
  })
}

/** What keeps a request from being read at all; null when nothing does. */
function fateOnTheWay(world: World, process: SimulatedProcess): typeof lost | 'silence' | null {
  // A process that was killed while it wrote has sent half of it, or all.
  if (!process.isAlive && world.random.happens(0.5)) return 'silence'
  if (happens(world, 'request_lost')) return 'silence'
  return happens(world, 'reset_before') ? lost : null
}

function isUnreadable(world: World): boolean {
  const ways = ['reset_after', 'error_after', 'page', 'truncated', 'unreadable'] as const
  return ways.some((way) => happens(world, way))
}

/** Null when the service drops it after a long time. */
function delayAtService(world: World): number | null {
  if (happens(world, 'slow')) return world.random.between(10_000, 60_000)
  if (!happens(world, 'very_slow')) return 0
  // The worst moment for the time of day to jump: while a request that nobody waits for any more is under way.
  if (happens(world, 'clock_steps')) {
    world.timeline.after(world.random.between(30_000, 60_000), () => stepClock(world))
  }
  return world.random.happens(0.3) ? null : world.random.between(60_000, SLOWEST_MS)
}

function exchangeOf<T>(
  operation: string,
  outcome: Outcome<T>,
  startedAt: number,
  finishedAt: number,
): Exchange {
  return {
    operation,
    startedAt,
    finishedAt,
    outcome: outcome.ok ? 'ok' : outcome.failure.kind,
    code: null,
    httpStatus: null,
    request: '',
    response: null,
  }
}
