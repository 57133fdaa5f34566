import { badDay } from './bad-day.ts'
import { big } from './big.ts'
import { latePayers } from './late-payers.ts'
import { movedIn } from './moved-in.ts'
import { pausedLink } from './paused-link.ts'
import { plumber } from './plumber.ts'
import type { Scenario } from './scenario.ts'

/** Every business to play with, in the order in which they are listed. */
export const scenarios: readonly Scenario[] = [plumber, badDay, pausedLink, latePayers, movedIn, big]
