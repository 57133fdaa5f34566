import type { BooksSource } from '../ports/books-source.ts'
import type { Chance } from '../ports/chance.ts'
import { type Clock, type Reading, readingOf } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Lane, Store } from '../ports/store.ts'
import { Claim, LEASE_MS, RENEW_EVERY_MS } from './claim.ts'
import { runLane } from './run-lane.ts'
import { ServiceGate } from './service-gate.ts'
import { UnknownOutcomes } from './unknown-outcomes.ts'

export type EngineOptions = {
  readonly store: Store
  readonly books: BooksSource
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  /** Administrations worked for at the same time. */
  readonly slots?: number
  /** Looks for due lanes this often, whether woken or not: a lost wake-up costs this much. */
  readonly pollEveryMs?: number
}

export type Worker = {
  /** Looks for work at once. */
  wake(): void
  /** Takes no more work, lets the calls under way come to an end, and gives the lanes back. */
  stop(): Promise<void>
}

const DEFAULT_SLOTS = 32
const DEFAULT_POLL_MS = 1_000
/** After so many pieces of work a lane makes room, if every slot is taken: thousands wait no longer than this. */
const STEPS_BEFORE_MAKING_ROOM = 10
/** Leases are looked after this often while any is held. */
const WATCH_EVERY_MS = 1_000
/** And this often while none is, to close what is idle. */
const IDLE_WATCH_EVERY_MS = 5 * 60 * 1_000

/** Starts the engine: takes lanes that are due, works for each, renews what it holds. */
export function startEngine(options: EngineOptions): Worker {
  const engine = new Engine(options)
  engine.start()
  return { wake: () => engine.wake(), stop: () => engine.stop() }
}

class Engine {
  readonly #options: EngineOptions
  readonly #name: string
  readonly #slots: number
  readonly #pollEveryMs: number
  readonly #running = new Map<Claim, Promise<void>>()
  readonly #service = new ServiceGate<Claim>()
  readonly #unknowns = new UnknownOutcomes()
  #stopping = false
  #napping = new AbortController()
  #watchNapping = new AbortController()
  readonly #stopped = new AbortController()
  #taking: Promise<void> = Promise.resolve()
  #watching: Promise<void> = Promise.resolve()

  constructor(options: EngineOptions) {
    this.#options = options
    this.#name = options.chance.id()
    this.#slots = options.slots ?? DEFAULT_SLOTS
    this.#pollEveryMs = options.pollEveryMs ?? DEFAULT_POLL_MS
  }

  start(): void {
    this.#taking = this.#takeLanesForEver()
    this.#watching = this.#watchLeasesForEver()
  }

  wake(): void {
    this.#napping.abort()
  }

  async stop(): Promise<void> {
    this.#stopping = true
    this.wake()
    await this.#taking
    while (this.#running.size > 0) await Promise.all(this.#running.values())
    this.#stopped.abort()
    this.#watchNapping.abort()
    await this.#watching
    await this.#options.books.closeAll()
  }

  async #takeLanesForEver(): Promise<void> {
    while (!this.#stopping) {
      // Made before looking: whoever wakes us while we look makes us look again.
      this.#napping = new AbortController()
      const napping = this.#napping.signal
      const taken = await this.#takeLanes()
      if (taken === 0) await this.#options.clock.sleep(this.#pollEveryMs, napping)
    }
  }

  async #takeLanes(): Promise<number> {
    const { clock, log, store } = this.#options
    const limit = this.#service.room(this.#slots - this.#running.size, clock.monotonic())
    if (limit <= 0) return 0
    const askedAt = readingOf(clock)
    const { now } = askedAt
    try {
      const lanes = await store.claimLanes({ worker: this.#name, now, leaseUntil: now + LEASE_MS, limit })
      for (const lane of lanes) this.#run(lane, askedAt)
      return lanes.length
    } catch (error) {
      log.error('lanes cannot be taken', { error: textOf(error) })
      return 0
    }
  }

  #run(lane: Lane, askedAt: Reading): void {
    if (lane.leaseWasVoid) {
      const { organizationId: organization } = lane
      this.#options.log.warn('a lane leased to the future by a wrong clock was freed', { organization })
    }
    this.#endOlderClaims(lane)
    const claim = new Claim(lane, this.#options.clock, askedAt)
    const running = runLane(
      claim,
      { ...this.#options, unknowns: this.#unknowns },
      {
        mayGoOn: (steps) => this.#mayGoOn(claim, steps),
        onHealth: (health, organizationId) => {
          this.#service.heard(health, organizationId, this.#options.clock.monotonic())
        },
      },
    )
      .catch((error: unknown) => {
        this.#options.log.error('work for an administration broke off', {
          organization: lane.organizationId,
          error: textOf(error),
        })
      })
      .finally(() => {
        claim.end()
        this.#running.delete(claim)
        this.#service.leaves(claim)
        this.wake()
      })
    if (this.#running.size === 0) this.#watchNapping.abort()
    this.#running.set(claim, running)
  }

  /**
   * A lane comes to us while we hold it only when we slept through its lease. The call that is then still waited
   * for ends now, and not with our timers, which may run after the new claim has made its first call.
   */
  #endOlderClaims({ organizationId }: Lane): void {
    for (const claim of this.#running.keys()) if (claim.lane.organizationId === organizationId) claim.end()
  }

  #mayGoOn(claim: Claim, steps: number): boolean {
    if (this.#stopping || !this.#service.lets(claim, this.#options.clock.monotonic())) return false
    return steps < STEPS_BEFORE_MAKING_ROOM || this.#running.size < this.#slots
  }

  async #watchLeasesForEver(): Promise<void> {
    const { books, clock } = this.#options
    let renewedAt = clock.monotonic()
    let renewing: Promise<void> | null = null
    while (!this.#stopped.signal.aborted) {
      this.#watchNapping = new AbortController()
      const isIdle = this.#running.size === 0
      await clock.sleep(isIdle ? IDLE_WATCH_EVERY_MS : WATCH_EVERY_MS, this.#watchNapping.signal)
      for (const claim of this.#running.keys()) claim.isValid()
      if (isIdle) await books.closeIdle()
      if (renewing !== null || clock.monotonic() - renewedAt < RENEW_EVERY_MS) continue
      renewedAt = clock.monotonic()
      // Not waited for: while the database is slow, claims must end in time all the same.
      renewing = this.#renewLeases(readingOf(clock)).finally(() => {
        renewing = null
      })
    }
    await renewing
  }

  async #renewLeases(askedAt: Reading): Promise<void> {
    const { log, store } = this.#options
    const claims = [...this.#running.keys()].filter((claim) => claim.isValid())
    if (claims.length === 0) return
    try {
      const held = await store.renewLanes(
        claims.map((claim) => claim.lane),
        askedAt.now + LEASE_MS,
      )
      for (const claim of claims) {
        if (held.has(claim.lane.organizationId)) claim.renewed(askedAt)
        else claim.end()
      }
    } catch (error) {
      // They stay valid for as long as they were; then their own clock ends them.
      log.warn('leases cannot be renewed', { error: textOf(error) })
    }
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
