import type { Mutant } from './mutant.ts'

const engine = 'bookkeeping/src/engine'
const retries = 'bookkeeping/src/retries'

/** Mistakes in amounts, relations, the log, waiting, pausing and the order of work. */
export const otherMutants: readonly Mutant[] = [
  {
    name: 'VAT rounded per line',
    about: 'instead of once per rate over the sum',
    patches: [
      {
        file: 'invoicing/src/vat/compute-totals.ts',
        find: 'vatGroup: { treatment, rate, ...amountsFromNet(entered, rate) },',
        replace: `vatGroup: {
        treatment,
        rate,
        net: entered,
        vat: sumOf(members.map((member) => amountsFromNet(member.amount, rate).vat)),
        gross: sumOf(members.map((member) => amountsFromNet(member.amount, rate).gross)),
      },`,
      },
    ],
  },
  {
    name: 'wrong sign on credit',
    about: 'the VAT of a credit note is booked as positive',
    patches: [
      {
        file: 'bookkeeping/src/bookings/planned-parts.ts',
        find: 'vat: formatAmount(line.vat),',
        replace: 'vat: formatAmount(line.vat < 0n ? cents(-line.vat) : line.vat),',
      },
    ],
  },
  {
    name: 'rounding line forgotten',
    about: 'the cent that no net amount reaches is not booked',
    patches: [
      {
        file: 'bookkeeping/src/bookings/planned-parts.ts',
        find: 'return rounding === 0n ? parts : [...parts, roundingPart(group, first, rounding)]',
        replace: 'return first === undefined ? [] : parts',
      },
    ],
  },
  {
    name: 'log outside the transaction',
    about: 'the outcome first, its entry in the log after',
    patches: [
      {
        file: `${engine}/send-booking.ts`,
        find: "  const committed = await store.commit(\n    claim.lane,\n    bookingCommit({ ...booking, state: 'sending' }",
        replace: "  const whole = (\n    bookingCommit({ ...booking, state: 'sending' }",
      },
      {
        file: `${engine}/send-booking.ts`,
        find: '      finishes: intent,\n    }),\n  )',
        replace: `      finishes: intent,
    })
  )
  const committed = await store.commit(claim.lane, { ...whole, activities: [] })
  if (committed === 'done')
    await store.commit(claim.lane, { at: clock.now(), activities: whole.activities, about: {} })`,
      },
    ],
  },
  {
    name: 'given up without a word',
    about: 'after the horizon no entry is written in the log',
    patches: [
      {
        file: `${engine}/booking-commit.ts`,
        find: "    case 'gave_up':\n      return invoiceEntry('invoice_not_booked', subject, { at, reason })",
        replace:
          "      return invoiceEntry('invoice_not_booked', subject, { at, reason })\n    case 'gave_up':\n      return null",
      },
    ],
  },
  {
    name: 'no horizon',
    about: 'tried for ever, and nobody is ever asked',
    patches: [
      {
        file: `${retries}/retry.ts`,
        find: 'return failingSince !== null && now - Math.max(failingSince, activeSince) >= HORIZON_MS',
        replace: 'return failingSince === now + HORIZON_MS',
      },
    ],
  },
  {
    name: 'breaker never closes',
    about: 'after five failures in a row no call is ever let through',
    patches: [
      {
        file: `${retries}/breaker.ts`,
        find: 'return breaker.openUntil === null || now >= breaker.openUntil',
        replace: 'return breaker.openUntil === null || now < 0',
      },
    ],
  },
  {
    name: 'relation added again blind',
    about: 'an addition of unknown outcome is not looked up',
    patches: [
      {
        file: 'bookkeeping/src/relations/relation-states.ts',
        find: "{ from: 'sending', event: 'lost', to: 'unknown' }",
        replace: "{ from: 'sending', event: 'lost', to: 'planned' }",
      },
    ],
  },
  {
    name: 'relation added again after a crash',
    about: 'an expired claim leads to another addition',
    patches: [
      {
        file: 'bookkeeping/src/relations/relation-states.ts',
        find: "{ from: 'sending', event: 'claim_expired', to: 'unknown' }",
        replace: "{ from: 'sending', event: 'claim_expired', to: 'planned' }",
      },
    ],
  },
  {
    name: 'older details undo newer',
    about: 'a change is sent again before the lost one can no longer arrive',
    patches: [
      {
        file: 'bookkeeping/src/deliveries/decide-after-update.ts',
        find: 'nextAt: (lastByteAt ?? moment.now) + QUARANTINE_MS',
        replace: 'nextAt: lastByteAt ?? moment.now',
      },
      {
        file: 'bookkeeping/src/deliveries/decide-after-update.ts',
        find: 'return lastByteAt === null ? 0 : lastByteAt + QUARANTINE_MS - now',
        replace: 'return lastByteAt === null ? 0 : lastByteAt - now',
      },
    ],
  },
  {
    name: 'invoice before its relation',
    about: 'a booking does not wait for its relation',
    patches: [
      {
        file: `${engine}/choose-work.ts`,
        find: "if (booking.state === 'planned' && !isPresent(booking.relation.state)) {",
        replace: "if (booking.state === 'unknown' && !isPresent(booking.relation.state)) {",
      },
    ],
  },
  {
    name: 'held invoices forgotten',
    about: 'what was held back for a relation is not freed with it',
    patches: [
      {
        file: `${engine}/relation-commit.ts`,
        find: "freesBookings: decision.event === 'accepted' || decision.event === 'found',",
        replace: 'freesBookings: false,',
      },
    ],
  },
  {
    name: 'pause fails bookings',
    about: 'refused codes fail the invoice that met them',
    patches: [
      {
        file: 'bookkeeping/src/deliveries/decide-after-sending.ts',
        find: "if (classified.class === 'pause') return pauseOrRefuse(delivery, classified, moment)",
        replace: "if (classified.class === 'pause') return refused(classified, moment)",
      },
    ],
  },
  {
    name: 'limit does not end with the month',
    about: 'a connection paused for the call limit is tried daily, not when the month turns',
    patches: [
      {
        file: 'bookkeeping/src/connections/test-schedule.ts',
        find: "cause === 'call_limit_reached' ? Math.min(daily, nextAtTurnOfMonth(now)) : daily",
        replace: "cause === 'call_limit_reached' ? Math.max(daily, nextAtTurnOfMonth(now)) : daily",
      },
    ],
  },
  {
    name: 'refusal of old codes pauses new ones',
    about: 'what was learnt with older codes is held against the present ones',
    patches: [
      {
        file: 'bookkeeping/simulation/memory-connection.ts',
        find: 'if (pause == null || pause.codesVersion !== connection.codesVersion) return false',
        replace: 'if (pause == null) return false',
      },
    ],
  },
  {
    name: 'order not kept',
    about: 'the booking that is due first goes first, not the lowest number',
    patches: [
      {
        file: `${engine}/first-booking.ts`,
        find: 'open.find((booking) => !isPassed(booking, now)) ??',
        replace:
          'open.filter((booking) => !isPassed(booking, now)).toSorted((left, right) => (left.delivery.nextAt ?? 0) - (right.delivery.nextAt ?? 0))[0] ??',
      },
    ],
  },
  {
    name: 'lost wake-up',
    about: 'a lane is given back by what was seen before, without looking again',
    patches: [
      {
        file: 'bookkeeping/simulation/memory-store.ts',
        find: 'releaseLane: (lane, { now, notBefore, breaker }) =>',
        replace:
          'releaseLane: (lane, { now, notBefore, breaker }, seen = nextDue(memoryOf(lane.organizationId).look(now), now)) =>',
      },
      {
        file: 'bookkeeping/simulation/memory-store.ts',
        find: 'const due = nextDue(memory.look(now), now)',
        replace: 'const due = seen',
      },
    ],
  },
  {
    name: 'slow renewal holds up the watch',
    about: 'while leases are renewed nobody ends a claim that has run out',
    patches: [
      {
        file: `${engine}/worker.ts`,
        find: 'renewing = this.#renewLeases(readingOf(clock))',
        replace: 'await this.#renewLeases(readingOf(clock))\n      renewing = Promise.resolve()',
      },
    ],
  },
  {
    name: 'breaker never opens',
    about: 'however often calls for an administration fail in a row',
    patches: [
      {
        file: `${retries}/breaker.ts`,
        find: 'failuresInRow >= FAILURES_TO_OPEN ?',
        replace: 'failuresInRow >= 1e9 ?',
      },
    ],
  },
  {
    name: 'lane never makes room',
    about: 'an administration with many invoices is worked for until none is left',
    patches: [
      {
        file: `${engine}/worker.ts`,
        find: 'return steps < STEPS_BEFORE_MAKING_ROOM || this.#running.size < this.#slots',
        replace: 'return steps >= 0',
      },
    ],
  },
  {
    name: 'claim outlives its lease',
    about: 'it ends 20 s after the lease instead of 2 s before',
    patches: [
      {
        file: `${engine}/claim.ts`,
        find: 'VALID_FOR_MS = LEASE_MS - LEASE_MARGIN_MS',
        replace: 'VALID_FOR_MS = LEASE_MS + 10 * LEASE_MARGIN_MS',
      },
    ],
  },
]
