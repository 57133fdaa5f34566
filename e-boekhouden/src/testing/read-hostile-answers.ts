import { readFileSync, writeFileSync } from 'node:fs'
import { createClient } from '../client.ts'
import { isEBoekhoudenError } from '../errors/errors.ts'

/**
 * A program: asks the service at the address it is given for a session, under the name it is given, and says how
 * that was refused, in how many milliseconds, and by how many megabytes the memory of the process rose meanwhile
 * (null where that cannot be seen). Of the time the least of some trials counts, and of each trial the time that
 * the process was at it where that is less: a busy machine says nothing of the client. It is tried until it takes less
 * than it is given last. Of the memory the first trial counts, since later ones use again what it took.
 */
const [url = '', name = '', wantedMs = ''] = process.argv.slice(2)

const mostTrials = 40

// What is loaded and compiled with the first call of a process is not the answer's cost.
for (let call = 0; call < 5; call += 1) await ask('nobody hostile')

const first = await ask(name)
let ms = first.ms
for (let trial = 1; trial < mostTrials && ms >= Number(wantedMs); trial += 1) {
  ms = Math.min(ms, (await ask(name)).ms)
}
console.log(JSON.stringify({ ...first, ms }))

type Trial = { ms: number; megabytes: number | null; refused: string }

async function ask(username: string): Promise<Trial> {
  const client = createClient({ url, credentials: { username, securityCode1: 'b', securityCode2: 'c' } })
  const before = memoryAtRest()
  const workedBefore = process.cpuUsage()
  const startedAt = performance.now()
  const error: unknown = await client.openSession().then(
    () => null,
    (reason: unknown) => reason,
  )
  const took = performance.now() - startedAt
  const { user, system } = process.cpuUsage(workedBefore)
  const ms = Math.round(Math.min(took, (user + system) / 1000))
  const megabytes = before === null ? null : megabytesOf('VmHWM') - before
  await client.close()
  const refused = isEBoekhoudenError(error) && 'reason' in error ? error.reason : String(error)
  return { ms, megabytes, refused }
}

/** Forgets the peak so far. Linux only. */
function memoryAtRest(): number | null {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
    return megabytesOf('VmRSS')
  } catch {
    return null
  }
}

function megabytesOf(name: string): number {
  const status = readFileSync('/proc/self/status', 'utf8')
  return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
}
