import type { SimulatedProcess } from './simulated-process.ts'
import type { World } from './world.ts'

const SECOND = 1_000

/** Kill -9 now, and a new process some time later. */
export function restartAfterKill(world: World, process: SimulatedProcess): void {
  if (!process.isAlive) return
  process.kill()
  world.workers.delete(process)
  const seed = world.random.between(0, 2 ** 30)
  world.timeline.after(world.random.between(SECOND / 2, 120 * SECOND), () => world.startProcess(seed))
}
