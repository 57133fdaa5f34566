import type { Random } from './random.ts'

/** What can go wrong at the service, each with a probability for every call. The numbers are of the test matrix. */
export const remoteFaults = [
  'refused', // A1 no connection
  'request_lost', // A4, A7 the request never arrives
  'answer_lost', // A5, A6 it is done, and nobody hears of it
  'slow', // A8, A9 it is done long after we stopped waiting
  'error_before', // A10 500 before anything was done
  'error_after', // A11 500 after it was done
  'fault_after', // A18 a fault after it was done
  'throttled', // A13
  'garbled', // A14, A15 a page or half a document after it was done
  'empty_answer', // A17 success without a number
  'session_dies', // A20, A21
] as const

export type RemoteFault = (typeof remoteFaults)[number]

/** What can go wrong with ourselves. */
export const localFaults = [
  'killed', // B1
  'paused', // B3, B4
  'statement_fails', // B6, B10 a transaction that is not carried out
  'commit_unclear', // B8 one that is, and nobody hears of it
  'notify_lost', // B17
] as const

export type LocalFault = (typeof localFaults)[number]

export type FaultPlan = {
  readonly remote: Readonly<Record<RemoteFault, number>>
  readonly local: Readonly<Record<LocalFault, number>>
  /** Whether the service refuses a second mutation with the same invoice number. */
  readonly refusesDuplicates: boolean
  /** How far its reads may lag behind its writes, in milliseconds. */
  readonly staleness: number
  /** Faults happen until this long after the start; then everything must come to rest. */
  readonly faultyFor: number
}

/** Each history has some faults often and others never, so that they meet in many combinations. */
export function drawFaultPlan(random: Random): FaultPlan {
  const draw = (share: number, most: number) => (random.happens(share) ? random.fraction() * most : 0)
  const remote = {} as Record<RemoteFault, number>
  for (const fault of remoteFaults) remote[fault] = draw(0.4, 0.3)
  const local = {} as Record<LocalFault, number>
  for (const fault of localFaults) local[fault] = draw(0.35, 0.06)
  return {
    remote,
    local,
    refusesDuplicates: random.happens(0.5),
    staleness: random.happens(0.3) ? random.between(1_000, 120_000) : 0,
    faultyFor: random.between(1, 60) * 60_000,
  }
}
