import type { Mutant } from './mutant.ts'

const engine = 'bookkeeping/src/engine'
const retries = 'bookkeeping/src/retries'

/** Mistakes in the moment by which something is judged, and in what is remembered of it. */
export const judgingMutants: readonly Mutant[] = [
  {
    name: 'renewal reckoned from its answer',
    about: 'the same when it is renewed',
    patches: [
      {
        file: `${engine}/worker.ts`,
        find: 'claim.renewed(askedAt)',
        replace: 'claim.renewed(readingOf(this.#options.clock))',
      },
    ],
  },
  {
    name: 'pause counts as trying',
    about: 'the time in which the connection was paused counts towards the horizon',
    patches: [
      {
        file: `${retries}/retry.ts`,
        find: 'now - Math.max(failingSince, activeSince) >= HORIZON_MS',
        replace: 'now - Math.min(failingSince, activeSince) >= HORIZON_MS',
      },
    ],
  },
  {
    name: 'given up after a day',
    about: 'a weekend of trouble at the service needs a person',
    patches: [
      {
        file: `${retries}/retry.ts`,
        find: 'HORIZON_MS = 72 * HOUR',
        replace: 'HORIZON_MS = 24 * HOUR',
      },
    ],
  },
  {
    name: 'looked up for ever',
    about: 'a look-up that fails for days on end is never given up',
    patches: [
      {
        file: 'bookkeeping/src/deliveries/decide-after-look-up.ts',
        find: 'if (isHorizonPassed(delivery.failingSince, moment)) {',
        replace: 'if (isHorizonPassed(delivery.failingSince, moment) && delivery.attempts < 0) {',
      },
    ],
  },
  {
    name: 'sent again after the last try',
    about: 'what was sent last after days of trying, and is not there, is sent once more',
    patches: [
      {
        file: 'bookkeeping/src/deliveries/decide-after-look-up.ts',
        find: 'return isLastTry ? gaveUp(delivery)',
        replace: 'return isLastTry && lookUps < 0 ? gaveUp(delivery)',
      },
    ],
  },
  {
    name: 'books that do not answer count as equal',
    about: 'a batch whose reading failed is never read again',
    patches: [
      {
        file: `${engine}/verify-bookings.ts`,
        find: 'verifyAgain: { bookingIds: bookings.map((booking) => booking.id), at: again },',
        replace: 'verifyAgain: { bookingIds: bookings.map((booking) => booking.id), at: again + 1e12 },',
      },
    ],
  },
]
