import { testDatabase } from '@stella/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DatabaseBlow, databaseBlows } from './driver/database-blows.ts'
import { type Report, reportOf } from './driver/report.ts'
import { strike } from './driver/run.ts'
import { pointNames } from './installation/points.ts'
import { dice } from './processes/random.ts'
import { type SandboxProcess, startSandboxProcess } from './processes/sandbox.ts'

// A small share of `npm run chaos`: one kill at each point, and one of everything else.

const seed = Math.floor(Math.random() * 2 ** 31)
const repeat = `npm run chaos -- --kills ${pointNames.length} --seed ${seed} --installations 4 --speed 60`
const databases: { close(): Promise<void> }[] = []
let sandbox: SandboxProcess
let report: Report
let databaseEnds: DatabaseBlow[]

beforeAll(async () => {
  const time = { epoch: Date.now(), speed: 60 }
  const server = {
    newDatabase: async () => {
      const database = await testDatabase()
      databases.push(database)
      return database
    },
    stop: async () => {},
  }
  sandbox = await startSandboxProcess({
    settings: { duplicateInvoiceNumbers: 'accepted', mutationCallsPerMonth: 1_000_000 },
    journalSize: 20_000,
  })
  const run = { seed, kills: pointNames.length, installations: 4, time, sandbox, server }
  const rounds = { sandbox, time, dice: dice(seed), rounds: 3, invoicesPerRound: 12 }
  const [aftermaths, ends] = await Promise.all([strike(run), databaseBlows(rounds)])
  report = reportOf(aftermaths, [])
  databaseEnds = ends
}, 240_000)
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()))
  await sandbox.stop()
})

test('whatever was killed, stood still or was cut off, all is booked once and to the cent', () => {
  expect(report.breaches, repeat).toEqual([])
})

test('every blow was dealt', () => {
  expect(pointNames.filter((point) => report.killsPerPoint[point] === 0)).toEqual([])
  expect(report).toMatchObject({ stoodStill: 1, blackHoles: 1, notStruck: 0 })
})

test('a database that is killed, ended at once or stopped under load loses nothing acknowledged', () => {
  expect(databaseEnds.flatMap(({ breaches }) => breaches)).toEqual([])
  expect(databaseEnds.map(({ signal }) => signal)).toEqual(['SIGKILL', 'SIGQUIT', 'SIGINT'])
  expect(databaseEnds.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(0)
})
