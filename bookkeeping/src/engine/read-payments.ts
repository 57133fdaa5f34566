import type { PayableInBooks, PaymentRecord } from '@stella/database'
import { classify } from '../causes/classify.ts'
import type { RemoteFailure } from '../causes/remote-failure.ts'
import { pauseFor } from '../connections/pause.ts'
import { nextTestWhilePaused } from '../connections/test-schedule.ts'
import { decidePayments, type PaymentDecision, strayPayments } from '../payments/decide-payments.ts'
import { type Settling, settlingOf, standsInBooks } from '../payments/explain-settled.ts'
import { type PaymentChange, paymentEntries } from '../payments/payment-entries.ts'
import {
  mayReadMore,
  monthBegan,
  nextPaymentsAt,
  PAYABLE_AFTER_MS,
  readAgainAt,
  SECOND_READING_AFTER_MS,
} from '../payments/reading.ts'
import type { Exchange } from '../ports/books.ts'
import type { Instant } from '../ports/clock.ts'
import type { BookedMutation, MutationRange } from '../ports/readings.ts'
import type { Turn, Worked } from './turn.ts'

/**
 * Reads all open items in one call and decides what became of each invoice. What is no longer among them, in two
 * readings, is looked for among the mutations, in one call for all of them: the mutations that settled it, and that
 * it still stands in the books, so that what was removed there is not taken for paid.
 */
export async function readPayments(turn: Turn): Promise<Worked> {
  const { books, claim, clock, connection, store } = turn
  const { booksId } = connection
  const { organizationId } = claim.lane
  const askedAt = clock.now()
  const said = await books.openItems(claim.signal)
  if (!said.ok) return readInVain(turn, said)
  const numbers = said.value.map(({ invoiceNumber }) => invoiceNumber.trim())
  const bookedBefore = askedAt - PAYABLE_AFTER_MS
  const payables = await store.payables({ organizationId, booksId, bookedBefore, numbers })
  const decisions = decidePayments(payables, said.value, askedAt)
  const looked = await lookBehind(turn, decisions, askedAt)
  const at = clock.now()
  const changes = decisions.flatMap((it) => changeOf(it, looked.mutations, at))
  const committed = await store.commit(claim.lane, {
    at,
    booksId,
    payments: {
      records: changes.map(({ record }) => record),
      strays: strayPayments(said.value),
      readAt: askedAt,
    },
    nextReading: { of: 'payments', at: nextReadingAt(decisions, organizationId, at) },
    activities: paymentEntries(changes, at),
    exchanges: [...said.exchanges, ...looked.exchanges],
    about: {},
  })
  return { committed, health: 'worked' }
}

type Looked = { readonly mutations: readonly BookedMutation[]; readonly exchanges: readonly Exchange[] }

/** One call shows what settled almost all; further ones look whether older invoices still stand there. */
const MOST_LOOKS = 4
/** The service answers with as many mutations at the most. */
const NUMBERS_READ = 500

/**
 * Reads the mutations behind what is settled, the newest first: none where that would leave too little for booking.
 * What is not shown within these calls is looked for at the next reading.
 */
async function lookBehind(turn: Turn, decisions: readonly PaymentDecision[], now: Instant): Promise<Looked> {
  const { books, claim, connection, store } = turn
  const settled = decisions.flatMap((it) => (it.kind === 'settled' ? [it.payable] : []))
  const changed = decisions.flatMap((it) => (it.kind === 'changed' ? [it.payable] : []))
  const [oldest] = [...settled, ...changed].map(({ invoiceDate }) => invoiceDate).toSorted()
  const exchanges: Exchange[] = []
  const found = new Map<number, BookedMutation>()
  const looked = () => ({ mutations: [...found.values()], exchanges })
  if (oldest === undefined) return looked()
  const { organizationId } = claim.lane
  const since = monthBegan(now)
  const reads = await store.mutationReads({ organizationId, booksId: connection.booksId, since })
  let range: MutationRange | null = { dateFrom: oldest }
  for (let looks = 0; looks < MOST_LOOKS && range !== null && mayReadMore(reads + looks); looks += 1) {
    const said = await books.readMutations(range, claim.signal)
    exchanges.push(...said.exchanges)
    if (!said.ok) break
    for (const mutation of said.value) found.set(mutation.number, mutation)
    range = nextRange(settled, found, range.to ?? 0)
  }
  return looked()
}

/** Numbers from the first invoice on that is not seen yet and was not looked for. */
function nextRange(
  settled: readonly PayableInBooks[],
  found: ReadonlyMap<number, BookedMutation>,
  lookedUntil: number,
): MutationRange | null {
  const unseen = settled
    .map(({ mutationNumber }) => mutationNumber)
    .filter((number) => number > lookedUntil && !found.has(number))
  if (unseen.length === 0) return null
  const from = Math.min(...unseen)
  return { from, to: from + NUMBERS_READ - 1 }
}

/** What is to be written of a document, if anything. */
function changeOf(
  decision: PaymentDecision,
  mutations: readonly BookedMutation[],
  at: Instant,
): PaymentChange[] {
  const { payable } = decision
  const { invoiceId, knownAt, outstanding, settledAs, paidOn, mutationNumbers } = payable
  const known = {
    invoiceId,
    outstanding,
    settledAs,
    paidOn,
    mutationNumbers,
    knownAt: knownAt ?? new Date(at),
  }
  switch (decision.kind) {
    case 'unchanged':
      return []
    case 'pending': {
      const pending = { outstanding: decision.outstanding, since: new Date(decision.since) }
      return [{ payable, record: { ...known, pending } }]
    }
    case 'cleared':
      return [{ payable, record: { ...known, pending: null } }]
    case 'changed': {
      const settling = settlingOf(payable, mutations)
      const now = { ...settling, outstanding: decision.outstanding, pending: null, knownAt: new Date(at) }
      return [{ payable, record: recordOf(invoiceId, now, null) }]
    }
    case 'settled': {
      // What is gone from the books was not paid: what was known stays, and «Aansluiting» says what is missing.
      if (!standsInBooks(payable, mutations)) return []
      const settling = settlingOf(payable, mutations)
      const now = { ...settling, outstanding: 0n, pending: null, knownAt: new Date(at) }
      return [{ payable, record: recordOf(invoiceId, now, settling.as) }]
    }
  }
}

function recordOf(
  invoiceId: string,
  { as: _, ...known }: Settling & Pick<PaymentRecord, 'outstanding' | 'pending' | 'knownAt'>,
  settledAs: PaymentRecord['settledAs'],
): PaymentRecord {
  return { invoiceId, ...known, settledAs }
}

function nextReadingAt(decisions: readonly PaymentDecision[], organizationId: string, at: Instant): Instant {
  const isAwaited = decisions.some(({ kind }) => kind === 'pending')
  return isAwaited ? at + SECOND_READING_AFTER_MS : nextPaymentsAt(at, organizationId)
}

/** Nothing was read, so nothing is judged. The limit is one of reading alone: nothing else waits for it. */
async function readInVain(
  { claim, clock, connection, store }: Turn,
  { exchanges, failure }: { exchanges: readonly Exchange[]; failure: RemoteFailure },
): Promise<Worked> {
  const at = clock.now()
  const { cause, class: kind } = classify(failure)
  const isLimited = cause === 'call_limit_reached'
  const committed = await store.commit(claim.lane, {
    at,
    booksId: connection.booksId,
    nextReading: { of: 'payments', at: isLimited ? nextTestWhilePaused(cause, at) : readAgainAt(at) },
    pause: pauseFor(kind === 'pause' && !isLimited ? cause : null, connection, at),
    exchanges,
    about: {},
  })
  return { committed, health: kind === 'try_again' ? 'failed' : 'worked' }
}
