import { type Clock, systemClock } from '@stella/bookkeeping'

/** Time that runs `speed` times as fast as the machine's since `epoch`, the same in every process. */
export type Speed = { readonly epoch: number; readonly speed: number }

/**
 * A clock for the engine under which minutes pass in seconds: leases, waits, the quarantine and time-outs all
 * shrink alike, so what they are to each other stays.
 */
export function scaledClock({ epoch, speed }: Speed): Clock {
  return {
    now: () => Math.round(epoch + (Date.now() - epoch) * speed),
    monotonic: () => performance.now() * speed,
    sleep: (milliseconds, signal) => systemClock.sleep(milliseconds / speed, signal),
  }
}

/** When an instant of the scaled clock was by the machine's clock. */
export function machineTime({ epoch, speed }: Speed, instant: number): number {
  return epoch + (instant - epoch) / speed
}
