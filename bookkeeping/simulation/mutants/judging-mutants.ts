import type { Mutant } from './mutant.ts'

const deliveries = 'bookkeeping/src/deliveries'
const engine = 'bookkeeping/src/engine'
const policy = 'bookkeeping/src/policy'
const slowAndStale = ['very_slow', 'slow', 'stale_reads', 'several_workers'] as const

/** Mistakes in the moment by which something is judged, and in what is remembered of it. */
export const judgingMutants: readonly Mutant[] = [
  {
    name: 'absence judged by its answer',
    about: '«not there» counts from when the answer came, not from when it was asked',
    faults: slowAndStale,
    patches: [
      {
        file: `${engine}/look-up-booking.ts`,
        find: `  const observed = unknowns.observed(booking.id, booking.delivery, asked.monotonic)
  const said = await books.findMutations(booking.mutation.invoiceNumber, claim.signal)
  const at = clock.now()`,
        replace: `  const said = await books.findMutations(booking.mutation.invoiceNumber, claim.signal)
  const at = clock.now()
  const observed = unknowns.observed(booking.id, booking.delivery, clock.monotonic())`,
      },
      {
        file: `${engine}/look-up-booking.ts`,
        find: 'sighting, momentAt(turn, asked.now), observed)',
        replace: 'sighting, momentAt(turn, at), observed)',
      },
    ],
  },
  {
    name: 'absence of a relation judged by its answer',
    about: 'the same for what was added as a relation',
    faults: slowAndStale,
    patches: [
      {
        file: `${engine}/look-up-relation.ts`,
        find: `  const observed = unknowns.observed(relation.id, relation.delivery, asked.monotonic)
  const said = await books.findRelations(knownAs(relation), claim.signal)
  const at = clock.now()`,
        replace: `  const said = await books.findRelations(knownAs(relation), claim.signal)
  const at = clock.now()
  const observed = unknowns.observed(relation.id, relation.delivery, clock.monotonic())`,
      },
      {
        file: `${engine}/look-up-relation.ts`,
        find: 'const moment = momentAt(turn, asked.now)',
        replace: 'const moment = momentAt(turn, at)',
      },
    ],
  },
  {
    name: 'claim reckoned from its answer',
    about: 'the lease counts from when the database answered, not from when it was asked',
    patches: [
      {
        file: `${engine}/worker.ts`,
        find: 'new Claim(lane, this.#options.clock, askedAt)',
        replace: 'new Claim(lane, this.#options.clock, readingOf(this.#options.clock))',
      },
    ],
  },
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
    name: 'renewal not heard',
    about: 'a claim goes on although the database did not renew its lease',
    patches: [
      {
        file: `${engine}/worker.ts`,
        find: 'if (held.has(claim.lane.organizationId)) claim.renewed(askedAt)',
        replace: 'if (held.size >= 0) claim.renewed(askedAt)',
      },
    ],
  },
  {
    name: 'pause counts as trying',
    about: 'the time in which the connection was paused counts towards the horizon',
    patches: [
      {
        file: `${policy}/retry.ts`,
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
        file: `${policy}/retry.ts`,
        find: 'HORIZON_MS = 72 * HOUR',
        replace: 'HORIZON_MS = 24 * HOUR',
      },
    ],
  },
  {
    name: 'given up, and its last byte forgotten',
    about: 'what is offered again after that is looked up without a quarantine',
    patches: [
      {
        file: `${deliveries}/decide-after-look-up.ts`,
        find: 'return { ...newDelivery, lastByteAt: delivery.lastByteAt, taken: false, cause, causeCode }',
        replace: 'return { ...newDelivery, lastByteAt: null, taken: false, cause, causeCode }',
      },
    ],
  },
  {
    name: 'taken number forgotten',
    about: 'that the service says the number exists is not remembered, and it is sent again and again',
    patches: [
      {
        file: `${deliveries}/decide-after-sending.ts`,
        find: 'lost({ ...delivery, taken: true }, classified',
        replace: 'lost(delivery, classified',
      },
    ],
  },
  {
    name: 'a refusal opens the breaker',
    about: 'an invoice that is refused holds up those after it, as if the service did not work',
    patches: [
      {
        file: `${deliveries}/decide-after-sending.ts`,
        find: `nextAt: nextTryByItself(cause, now) },
    pause: null,
    health: 'worked',`,
        replace: `nextAt: nextTryByItself(cause, now) },
    pause: null,
    health: 'failed',`,
      },
    ],
  },
  {
    name: 'due look-up waits its turn',
    about: 'something new is sent although what became of the last is due to be looked up',
    patches: [
      {
        file: `${engine}/first-booking.ts`,
        find: "open.find(({ state, delivery }) => state === 'unknown' && isDue(delivery, now)) ??",
        replace: '',
      },
    ],
  },
  {
    name: 'VAT codes of one rate booked as one',
    about: 'what has the same account and percentage stands on one line, whatever its VAT code',
    patches: [
      {
        file: 'bookkeeping/src/bookings/plan-mutation.ts',
        find: 'part.vatCode} $',
        replace: 'part.account} $',
      },
    ],
  },
  {
    name: 'last of a batch never read back',
    about: 'the highest number that a batch asks for is one too low',
    patches: [
      {
        file: `${engine}/verify-bookings.ts`,
        find: 'await books.findMutationsNumbered(from, to, claim.signal)',
        replace: 'await books.findMutationsNumbered(from, Math.max(from, to - 1), claim.signal)',
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
