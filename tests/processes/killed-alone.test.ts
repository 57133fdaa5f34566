import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  type ApiSession,
  eventually,
  fillProfile,
  finalize,
  makeCustomer,
  makeDraft,
  signInAt,
} from '../program/api-session.ts'
import { connectionCodes, knownCodes, openBooks } from '../program/books.ts'
import { endAtOnce, newPlace, type Place, processesOf, startProgram } from '../program/running-program.ts'

// One process of a running Stella is killed, the others are not, as when the system runs out of memory.

const patienceMs = 300_000

interface Overview {
  books: { booked: number; verified: number; waiting: number; failed: number; total: number }
}

async function startBooking() {
  const place = await newPlace(knownCodes)
  onTestFinished(place.clear)
  const program = await startProgram(place)
  const api = await signInAt(program.screen.address, program.screen.demo)
  await fillProfile(api)
  await api.send('PUT', '/api/connection', connectionCodes)
  return { place, program, api, customerId: await makeCustomer(api) }
}

const invoice = async (api: ApiSession, customerId: string) =>
  (await finalize(api, (await makeDraft(api, customerId, 'Werk')).id)).number

/** Again and again, as a person would whose screen says that it is not possible at this moment. */
async function patiently<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const answer = await eventually(
    () => work().catch(() => undefined),
    (it) => it !== undefined,
  )
  return answer as Answer
}

const commandOf = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')

function serverOf(place: Place): number {
  const [pid = ''] = readFileSync(join(clusterOf(place), 'postmaster.pid'), 'utf8').split('\n')
  return Number(pid)
}

/** Beside the data folder where root started it. */
function clusterOf({ dataFolder }: Place): string {
  const elsewhere = join(dataFolder, 'database-folder')
  const base = readdirSync(dataFolder).includes('database-folder')
    ? readFileSync(elsewhere, 'utf8').trim()
    : join(dataFolder, 'postgresql')
  return join(base, 'data')
}

function sandboxOf(place: Place): number {
  const [pid] = processesOf(place).filter((it) => commandOf(it).includes('e-boekhouden-sandbox'))
  if (pid === undefined) throw new Error('there is no sandbox')
  return pid
}

/** The processes of connections: children of the server that say who is signed in. */
function connectionsOf(place: Place): number[] {
  const parent = serverOf(place)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')
        return Number(stat.split(' ')[1]) === parent && commandOf(pid).includes('_login')
      } catch {
        return false
      }
    })
}

describe('killed alone', () => {
  test('the database server is started again, and one of its connections costs nobody more than a moment', {
    timeout: patienceMs,
  }, async () => {
    const { place, program, api, customerId } = await startBooking()
    const acknowledged = [await invoice(api, customerId)]
    const blows = {
      server: () => endAtOnce(serverOf(place)),
      connection: () => endAtOnce(connectionsOf(place)[0] ?? 0),
    }
    for (const strike of [blows.server, blows.connection, blows.server]) {
      const booking = invoice(api, customerId).catch(() => null)
      strike()
      const number = await booking
      if (number !== null) acknowledged.push(number)
      acknowledged.push(await patiently(() => invoice(api, customerId)))
    }
    const settled = await eventually(
      () => patiently(() => api.get<Overview>('/api/overview')),
      // One whose outcome is unknown waits visibly until nobody can still be working on it.
      ({ books }) => books.booked + books.verified >= acknowledged.length - 1 && books.waiting <= 1,
    )
    expect(settled.books.failed).toBe(0)
    const books = openBooks(program.screen.sandbox)
    const booked = (await books.mutations()).map(({ invoiceNumber }) => invoiceNumber)
    expect(new Set(booked).size).toBe(booked.length)
    expect(await books.relations()).toHaveLength(1)
    await books.close()
    const { code, output } = await program.stop()
    expect({ code, output }).toMatchObject({ code: 0 })
    expect(processesOf(place)).toEqual([])
  })

  test('the sandbox is started again, and what waited is booked', { timeout: patienceMs }, async () => {
    const { place, program, api, customerId } = await startBooking()
    endAtOnce(sandboxOf(place))
    await invoice(api, customerId)
    await eventually(
      () => api.get<Overview>('/api/overview'),
      ({ books }) => books.booked + books.verified === 1,
    )
    await program.stop()
  })

  test('a database server that ends again and again ends the program, with a sentence and a code', {
    timeout: patienceMs,
  }, async () => {
    const place = await newPlace()
    onTestFinished(place.clear)
    const program = await startProgram(place)
    let hasEnded = false
    void program.ended.then(() => {
      hasEnded = true
    })
    let last = 0
    await eventually(
      async () => {
        const server = readyServerOf(place) ?? last
        if (server !== last) endAtOnce(server)
        last = server
        return hasEnded
      },
      (it) => it,
    )
    const { code, output } = await program.ended
    expect(code).toBe(1)
    expect(output).toContain('De meegeleverde database valt telkens uit')
    expect(processesOf(place)).toEqual([])
  })
})

/** Undefined while it starts. */
function readyServerOf(place: Place): number | undefined {
  try {
    const lines = readFileSync(join(clusterOf(place), 'postmaster.pid'), 'utf8').split('\n')
    return lines[7]?.trim() === 'ready' ? Number(lines[0]) : undefined
  } catch {
    return undefined
  }
}
