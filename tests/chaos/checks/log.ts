import { machineTime, type Speed } from '../processes/scaled-clock.ts'
import type { Evidence } from './evidence.ts'
import { isAdded } from './relations.ts'

/**
 * I7: nothing was said to the service that Stella did not write down before, and no outcome is without its entry.
 *
 * Each writing request in the service's log falls within one attempt of ours and no two within the same; an attempt
 * with an answer has its request, one that was «not sent» has none. Reading calls are written down afterwards, so
 * those of a killed process stand in the service's log alone.
 */
export function checkLog(evidence: Evidence, time: Speed): string[] {
  return [...checkAttempts(evidence, time), ...checkEntries(evidence)]
}

function checkAttempts({ attempts, bookings, journal, relations }: Evidence, time: Speed): string[] {
  const wrong: string[] = []
  const writes = journal.filter(
    (it) => it.worked && subjects.some(({ operation }) => it.operation === operation),
  )
  for (const { operation, element } of subjects) {
    const requests = writes.filter((it) => it.operation === operation)
    const named = new Map<string, string>(
      operation === 'AddMutatie'
        ? bookings.map((it) => [it.id, it.invoice_number])
        : relations.map((it) => [it.id, it.code]),
    )
    for (const [id, name] of named) {
      const own = attempts.filter(
        (it) => it.operation === operation && (it.booking_id === id || it.relation_id === id),
      )
      const sent = requests
        .filter((it) => textOf(it.request, element) === name)
        .map((it) => Date.parse(it.at))
      wrong.push(...pair(own, sent, time).map((reason) => `I7: ${operation} ${name}: ${reason}`))
    }
    const names = new Set(named.values())
    for (const { request, number } of requests) {
      const name = textOf(request, element)
      if (!names.has(name)) wrong.push(`I7: request ${number} is for ${name}, of which Stella knows nothing`)
    }
  }
  return wrong
}

const subjects = [
  { operation: 'AddMutatie', element: 'Factuurnummer' },
  { operation: 'AddRelatie', element: 'Code' },
] as const

type Attempt = Evidence['attempts'][number]

/** Pairs the instants at which requests arrived with the attempts that were begun before them. */
function pair(attempts: readonly Attempt[], arrivals: readonly number[], time: Speed): string[] {
  const begun = attempts.map((it) => machineTime(time, it.started_at.getTime()) - toleranceMs)
  const wrong: string[] = []
  const arrivedAt = new Map<Attempt, number>()
  for (const arrival of arrivals) {
    const attempt = attempts[begun.findLastIndex((at) => at <= arrival)]
    if (attempt === undefined) wrong.push('a request without an attempt')
    else if (arrivedAt.has(attempt)) wrong.push('two requests within one attempt')
    else arrivedAt.set(attempt, arrival)
  }
  for (const attempt of attempts) {
    const arrived = arrivedAt.has(attempt)
    if (attempt.outcome === 'not_sent' && arrived) wrong.push('a request that was «not sent» arrived')
    if (attempt.http_status !== null && !arrived) wrong.push('an answer without a request')
  }
  return wrong
}

/** Both clocks tell whole milliseconds. */
const toleranceMs = 2

function textOf(request: string, element: string): string {
  return new RegExp(`<${element}>([^<]*)<`).exec(request)?.[1] ?? ''
}

/** One entry for each booking that is booked, verified, and for each relation that was added. */
function checkEntries({ activities, bookings, relations, relationsInAll }: Evidence): string[] {
  const count = (subject: string, kinds: readonly string[]) =>
    activities.filter((it) => it.subject_id === subject && kinds.includes(it.kind)).length
  const expected = [
    ...bookings.map((it) => ({
      name: it.invoice_number,
      found: count(it.invoice_id, ['invoice_booked', 'invoice_recognised']),
      wanted: it.state === 'booked' || it.state === 'verified' ? 1 : 0,
    })),
    ...bookings.map((it) => ({
      name: `${it.invoice_number} (verified)`,
      found: count(it.invoice_id, ['invoice_verified']),
      wanted: it.state === 'verified' ? 1 : 0,
    })),
    ...relations.map((it) => ({
      name: it.code,
      found: count(it.customer_id, ['relation_added', 'relation_recognised']),
      wanted: relationsInAll.filter((of) => of.customer_id === it.customer_id && isAdded(of.state)).length,
    })),
  ]
  return expected
    .filter(({ found, wanted }) => found !== wanted)
    .map(({ name, found, wanted }) => `I7: ${name} has ${found} entries in the log instead of ${wanted}`)
}
