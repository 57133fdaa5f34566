import type { Mutant } from './mutant.ts'

const engine = 'bookkeeping/src/engine'
const delivery = 'bookkeeping/src/deliveries'
const booking = 'bookkeeping/src/bookings'
const retries = 'bookkeeping/src/retries'

/** Mistakes in the protocol of sending a booking. */
export const protocolMutants: readonly Mutant[] = [
  {
    name: 'retry blind',
    about: 'what may have been done is sent again',
    patches: [
      {
        file: `${booking}/booking-states.ts`,
        find: "{ from: 'sending', event: 'lost', to: 'unknown' }",
        replace: "{ from: 'sending', event: 'lost', to: 'planned' }",
      },
    ],
  },
  {
    name: 'expired claim to planned',
    about: 'what was being sent when a process died is sent again',
    patches: [
      {
        file: `${booking}/booking-states.ts`,
        find: "{ from: 'sending', event: 'claim_expired', to: 'unknown' }",
        replace: "{ from: 'sending', event: 'claim_expired', to: 'planned' }",
      },
    ],
  },
  {
    name: '5xx is failure',
    about: 'no answer is taken for not done',
    patches: [
      {
        file: 'bookkeeping/src/causes/classify.ts',
        find: "failure.kind === 'no_answer' || failure.kind === 'fault'",
        replace: "failure.kind === 'fault'",
      },
    ],
  },
  {
    name: 'fault is failure',
    about: 'a SOAP fault is taken for not done',
    patches: [
      {
        file: 'bookkeeping/src/causes/classify.ts',
        find: "failure.kind === 'no_answer' || failure.kind === 'fault'",
        replace: "failure.kind === 'no_answer'",
      },
    ],
  },
  {
    name: 'malformed is failure',
    about: 'an answer without a number is taken for not done',
    patches: [
      {
        file: `${engine}/send-booking.ts`,
        find: "{ kind: 'no_answer', throttled: false }",
        replace: "{ kind: 'not_sent' }",
      },
    ],
  },
  {
    name: 'malformed is success',
    about: 'an answer without a number is taken for booked',
    patches: [
      {
        file: `${engine}/send-booking.ts`,
        find: 'said.value.mutationNumber > 0)',
        replace: 'said.value.mutationNumber >= 0)',
      },
    ],
  },
  {
    name: 'intent after send',
    about: 'the request leaves before it is written down that it will',
    patches: [
      {
        file: `${engine}/send-booking.ts`,
        find: '  const claimed = await store.commit(claim.lane, {',
        replace:
          '  const said = await books.addMutation(mutation, claim.signal)\n  const claimed = await store.commit(claim.lane, {',
      },
      {
        file: `${engine}/send-booking.ts`,
        find: '  const said = await books.addMutation(mutation, claim.signal)\n  const at',
        replace: '  const at',
      },
    ],
  },
  {
    name: 'absence believed at once',
    about: 'a look-up that finds nothing counts before the quarantine is over',
    patches: [
      {
        file: `${retries}/absence.ts`,
        find: 'return now >= lastByteAt + QUARANTINE_MS',
        replace: 'return true',
      },
    ],
  },
  {
    name: 'quarantine too short',
    about: 'one minute instead of five',
    faults: ['very_slow', 'slow', 'stale_reads', 'several_workers'],
    patches: [
      {
        file: `${retries}/absence.ts`,
        find: 'QUARANTINE_MS = 5 * MINUTE',
        replace: 'QUARANTINE_MS = 1 * MINUTE',
      },
    ],
  },
  {
    name: 'no quarantine after a crash',
    about: 'it is reckoned from a moment long past, and a process believes to have seen the time since pass',
    faults: ['very_slow', 'slow', 'stale_reads', 'several_workers', 'killed'],
    patches: [
      {
        file: 'bookkeeping/src/deliveries/decide-after-sending.ts',
        find: 'lastByteAt: now,\n      nextAt: nextLookUp({ lookUps: 0, lastByteAt: now, now }),',
        replace: 'lastByteAt: now - 600_000,\n      nextAt: now,',
      },
      {
        file: `${engine}/unknown-outcomes.ts`,
        find: 'const first: Known = { lastByteAt, since: at,',
        replace: 'const first: Known = { lastByteAt, since: at - 600_000,',
      },
    ],
  },
  {
    name: 'time of day ends the quarantine',
    about: 'what a process has itself seen pass does not count',
    faults: ['very_slow', 'slow', 'clock_steps', 'stale_reads', 'several_workers'],
    patches: [
      {
        file: `${engine}/unknown-outcomes.ts`,
        find: 'const first: Known = { lastByteAt, since: at,',
        replace: 'const first: Known = { lastByteAt, since: at - 600_000,',
      },
    ],
  },
  {
    name: 'no second look',
    about: 'one look-up that finds nothing is enough',
    patches: [
      {
        file: `${delivery}/decide-after-look-up.ts`,
        find: 'if (seen.absentSince === null) {',
        replace: 'if (delivery.lookUps < 0) {',
      },
    ],
  },
  {
    name: 'no look at the own claim',
    about: 'a process that slept through its lease sends all the same',
    patches: [
      {
        file: `${engine}/send-booking.ts`,
        find: '  if (!claim.isValid()) return laneLost\n',
        replace: '',
      },
      {
        file: `${engine}/claim.ts`,
        find: "    Object.defineProperty(this.#ended.signal, 'aborted', { get: () => !this.isValid() })\n",
        replace: '',
      },
    ],
  },
  {
    name: 'claim not looked at with the first byte',
    about: 'only before the call, not when it comes to its first byte',
    patches: [
      {
        file: `${engine}/claim.ts`,
        find: "    Object.defineProperty(this.#ended.signal, 'aborted', { get: () => !this.isValid() })\n",
        replace: '',
      },
    ],
  },
  {
    name: 'claim by the forward clock',
    about: 'the own claim does not end while the machine is suspended',
    patches: [
      {
        file: `${engine}/claim.ts`,
        find: 'return byForwardClock || byTimeOfDay || wasSetBack',
        replace: 'return byForwardClock',
      },
    ],
  },
  {
    name: 'adopted without comparing',
    about: 'whatever has the number is taken for ours',
    patches: [
      {
        file: `${booking}/compare-mutation.ts`,
        find: 'if (isEqual && (isOurs || isOfRelation)) return',
        replace: 'if (first.number > 0) return',
      },
    ],
  },
  {
    name: 'CMUT019 is success',
    about: '«the number exists» is taken for booked',
    patches: [
      {
        file: `${delivery}/decide-after-sending.ts`,
        find: "if (classified.taken) return lost({ ...delivery, taken: true }, classified, moment, 'worked')",
        replace: 'if (classified.taken) return decideAccepted()',
      },
    ],
  },
  {
    name: 'CMUT019 is refusal',
    about: '«the number exists» is not looked into',
    patches: [
      {
        file: `${delivery}/decide-after-sending.ts`,
        find: "if (classified.taken) return lost({ ...delivery, taken: true }, classified, moment, 'worked')",
        replace: 'if (classified.taken) return refused(classified, moment)',
      },
    ],
  },
  {
    name: 'conflict sent again',
    about: 'a conflict that is offered again is not looked up first',
    patches: [
      {
        file: `${booking}/booking-states.ts`,
        find: "{ from: 'conflict', event: 'offered_again', to: 'unknown' }",
        replace: "{ from: 'conflict', event: 'offered_again', to: 'planned' }",
      },
    ],
  },
  {
    name: 'no fence',
    about: 'an outcome is written whoever holds the lane by now',
    patches: [
      {
        file: `${engine}/send-booking.ts`,
        find: '      claim: claim.lane.token,\n      mutationNumber',
        replace: '      mutationNumber',
      },
      {
        file: 'bookkeeping/simulation/memory-store.ts',
        find: 'lane.token === token && lane.leaseUntil !== null',
        replace: 'token > 0n',
      },
    ],
  },
  {
    name: 'unfinished sending left alone',
    about: 'nobody settles what a dead process had begun',
    patches: [
      {
        file: `${engine}/choose-work.ts`,
        find: "if (booking?.state === 'sending') return { kind: 'recover_booking', booking }\n",
        replace: '',
      },
    ],
  },
]
