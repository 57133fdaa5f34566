import { type Clock, systemClock } from '../src/ports/clock.ts'

/** The machine's clocks, which can be moved on together, so that no test waits for a quarantine. */
export type ShiftedClock = Clock & { advance(milliseconds: number): void }

export function shiftedClock(): ShiftedClock {
  let shift = 0
  return {
    now: () => systemClock.now() + shift,
    monotonic: () => systemClock.monotonic() + shift,
    sleep: systemClock.sleep,
    advance: (milliseconds) => {
      shift += milliseconds
    },
  }
}
