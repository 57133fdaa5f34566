import type { Store } from './books/store.ts'
import type { AimedCall, Hit } from './faults/rules.ts'
import type { Faults } from './handle/faults.ts'
import type { Journal } from './journal/journal.ts'
import type { Clock } from './time/clock.ts'

/** What a running sandbox is made of. */
export interface Parts {
  store: Store
  clock: Clock
  journal: Journal
  faults: Faults & { hitsOn(call: AimedCall): Hit[] }
  /** Whether the control API and the faults are there. */
  control: boolean
  /** Where it is reached, without a slash at the end. */
  url: string
  /** Resets books, faults, journal and clock. */
  reset(): void
}
