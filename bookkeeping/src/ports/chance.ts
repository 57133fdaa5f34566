import { randomUUID } from 'node:crypto'

/** Where chance enters the engine: the jitter of retries and the names of workers and exchanges. */
export interface Chance {
  /** At least 0 and less than 1, every value as likely. */
  fraction(): number
  /** A UUID nobody else has. */
  id(): string
}

export const systemChance: Chance = {
  fraction: () => Math.random(),
  id: () => randomUUID(),
}
