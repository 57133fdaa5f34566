import type { Business, NewBusiness } from './business.ts'
import type { Random } from './random.ts'
import type { Stage } from './stage.ts'

/** The names of the scenarios; what each shows is told in the texts, under `program.demo.scenarios`. */
export type ScenarioName = 'plumber' | 'bad-day' | 'paused-link' | 'late-payers' | 'moved-in' | 'big'

/** A business to play with: who runs it, and all that happens to it. */
export interface Scenario {
  readonly name: ScenarioName
  readonly business: Pick<NewBusiness, 'organizationName' | 'ownerName'> & {
    /** How long ago it signed up, in days; everything happens between then and now. */
    beginsDaysAgo: number
  }
  make(parts: ScenarioParts): Promise<void>
}

export interface ScenarioParts {
  business: Business
  stage: Stage
  /** The same for the same scenario, whenever it is made. */
  random: Random
  /** Milliseconds since 1970, of the real clock: where the story ends. */
  now: number
}
