import { startEngine } from '../src/engine/worker.ts'
import { logWithoutExceptions } from './database-failure.ts'
import { memoryStore } from './memory-store.ts'
import { randomFrom } from './random.ts'
import { simulatedBooks } from './simulated-books.ts'
import { SimulatedProcess } from './simulated-process.ts'
import { happens, officeOf, type World } from './world.ts'

const MINUTE = 60_000

/** Starts a process with the real engine in it. */
export function startProcess(world: World, seed: number): void {
  const { random } = world
  const process = new SimulatedProcess(world.timeline, `process ${world.processes.size + 1}`)
  process.offset = world.clockStep + random.between(-20, 20)
  process.slots = random.between(1, 4)
  world.processes.add(process)
  const kept = new Map<string, { books: ReturnType<typeof simulatedBooks>; codesVersion: number }>()
  const worker = startEngine({
    store: memoryStore(world, process),
    books: {
      booksOf: async (lane, { codesVersion: version }, booksId) => {
        if (happens(world, 'codes_unreadable')) return { ok: false, failure: { kind: 'codes_unreadable' } }
        const key = `${lane.organizationId} ${booksId}`
        const entry = kept.get(key)
        if (entry?.codesVersion === version) return { ok: true, books: entry.books }
        const office = officeOf(world, lane.organizationId)
        const codes = office.memory.codes.get(booksId)
        if (codes === undefined) return { ok: false, failure: { kind: 'codes_unreadable' } }
        const books = simulatedBooks({ world, process, office, booksId, waiting: 0 }, codes)
        kept.set(key, { books, codesVersion: version })
        return { ok: true, books }
      },
      closeIdle: async () => {},
      closeAll: async () => {},
    },
    clock: process.clock(),
    chance: randomFrom(seed, process.name),
    log: logWithoutExceptions(world),
    slots: process.slots,
    pollEveryMs: pollOf(world),
  })
  if (process.isAlive) world.workers.set(process, worker)
}

/** Whoever looks rarely makes long histories cheap; woken it is in any case. */
function pollOf({ plan, random }: World): number {
  return plan.lastsForDays || plan.probability.call_limit > 0 ? 5 * MINUTE : random.between(10_000, MINUTE)
}
