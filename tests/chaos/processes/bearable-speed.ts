import { spawnSync } from 'node:child_process'

/** What it takes to start Node and end it again on a machine that has nothing else to do. */
const quietStartMs = 50
const slowest = 5

/**
 * The speed at which time can run on this machine now, at most `wanted`. On a busy machine a process waits for its
 * turn longer than a lease that was shortened too much, and then nobody ever gets anything done.
 */
export function bearableSpeed(wanted: number): number {
  const times = [1, 2, 3].map(() => {
    const startedAt = performance.now()
    spawnSync(process.execPath, ['-e', '0'])
    return performance.now() - startedAt
  })
  const slowness = Math.max(1, times.reduce((sum, time) => sum + time, 0) / times.length / quietStartMs)
  return Math.max(slowest, Math.round(wanted / slowness))
}
