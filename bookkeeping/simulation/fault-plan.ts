import { type FaultName, faultNames, faults } from './faults.ts'
import { type Random, randomFrom } from './random.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** In what share of the histories a fault of a kind occurs; in the others it never does. */
const shares = { call: 0.25, process: 0.4, database: 0.3, books: 0.2, office: 0.3 } as const
/** What makes the hardest histories together with others occurs in more of them. */
const oftener: { readonly [Name in FaultName]?: number } = {
  several_workers: 0.9,
  stale_reads: 0.5,
  very_slow: 0.4,
  slow: 0.35,
  paused: 0.5,
  credited: 0.5,
  customers_merged: 0.4,
  accounts_chosen: 0.4,
}

/** Faults that came later draw from streams of their own, so that seeds which found something stay what they were. */
const added: ReadonlySet<FaultName> = new Set<FaultName>([
  'changed_by_hand',
  'deleted_by_hand',
  'equal_by_hand',
  'other_books',
  'code_by_hand',
  'corrected_by_hand',
  'credited',
  'customers_merged',
  'accounts_chosen',
])

/** Which faults a history knows and how often each happens in it; each draws from a stream of its own. */
export class FaultPlan {
  readonly probability: Readonly<Record<FaultName, number>>
  /** Whether the service refuses a second mutation with the same invoice number. */
  readonly refusesNumbers: boolean
  /** Whether it refuses a second relation with the same code. */
  readonly refusesCodes: boolean
  /** How far its reads may lag behind its writes, in milliseconds. */
  readonly staleness: number
  /** A long outage begins this long after the start: at once, or when some relations and invoices are booked. */
  readonly outageAfter: number
  /** Faults happen until this long after the start; then everything must come to rest. */
  readonly faultyFor: number
  readonly #seed: number
  readonly #streams = new Map<FaultName, Random>()

  constructor(seed: number, allowed: ReadonlySet<FaultName> | null) {
    this.#seed = seed
    const random = randomFrom(seed, 'plan')
    // Some histories have no faults at all: there the calls are counted exactly.
    const isQuiet = random.happens(0.02)
    const drawn = {} as Record<FaultName, number>
    for (const name of faultNames) {
      const { kind, most } = faults[name]
      const draw = added.has(name) ? randomFrom(seed, `plan ${name}`) : random
      const chosen = draw.happens(oftener[name] ?? shares[kind])
      const probability = chosen ? draw.fraction() * most : 0
      drawn[name] = isQuiet || (allowed !== null && !allowed.has(name)) ? 0 : probability
    }
    this.probability = drawn
    this.refusesNumbers = random.happens(0.5)
    this.refusesCodes = random.happens(0.5)
    const staleness = random.between(random.happens(0.5) ? 90_000 : 1_000, 120_000)
    this.staleness = drawn.stale_reads > 0 ? staleness : 0
    const minutes = random.between(1, 45) * MINUTE
    this.outageAfter = this.hasLongOutage && random.happens(0.7) ? random.between(1, 45) * MINUTE : 0
    this.faultyFor = this.lastsForDays ? this.outageAfter + 74 * HOUR + minutes : minutes
  }

  get isWithoutFaults(): boolean {
    return faultNames.every((name) => this.probability[name] === 0)
  }

  /** Rare, because it takes days of the history. */
  get hasLongOutage(): boolean {
    return this.probability.long_outage > 0.09
  }

  /** As rare, for the same reason. */
  get stumbles(): boolean {
    return this.probability.stumbles > 0.09
  }

  get lastsForDays(): boolean {
    return this.hasLongOutage || this.stumbles
  }

  stream(name: FaultName): Random {
    const known = this.#streams.get(name)
    if (known !== undefined) return known
    const stream = randomFrom(this.#seed, name)
    this.#streams.set(name, stream)
    return stream
  }

  draws(name: FaultName): boolean {
    const probability = this.probability[name]
    return probability > 0 && this.stream(name).happens(probability)
  }
}
