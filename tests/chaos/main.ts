// `npm run chaos`: real processes are killed, stopped and cut off while invoices are made and booked, and after each
// blow everything that Stella promises is checked against the books of the sandbox and the database.
import { parseArgs } from 'node:util'
import type { Aftermath } from './driver/befall.ts'
import { databaseBlows } from './driver/database-blows.ts'
import { reportOf, reportText } from './driver/report.ts'
import { strike } from './driver/run.ts'
import { bearableSpeed } from './processes/bearable-speed.ts'
import { startDatabaseServer } from './processes/database-server.ts'
import { dice } from './processes/random.ts'
import { startSandboxProcess } from './processes/sandbox.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '400' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    installations: { type: 'string', default: '12' },
    speed: { type: 'string' },
    databases: { type: 'string', default: '20' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const kills = Number(values.kills)
const installations = Number(values.installations)
const speed = Number(values.speed ?? bearableSpeed(30))
const only = values.only === undefined ? undefined : Number(values.only)
const rounds = only === undefined ? Number(values.databases) : 0
const repeat = `npm run chaos -- --kills ${kills} --seed ${seed} --installations ${installations} --speed ${speed}`
const startedAt = Date.now()
const time = { epoch: startedAt, speed }

console.log(`${repeat}\n`)
const sandbox = await startSandboxProcess({
  // The harder of the two worlds: a second mutation with the same invoice number is booked too.
  settings: { duplicateInvoiceNumbers: 'accepted', mutationCallsPerMonth: 1_000_000 },
  journalSize: 50_000,
})
const server = await startDatabaseServer()
try {
  const run = { seed, kills, installations, only, time, sandbox, server, onAftermath: tell }
  const aftermaths = await strike(run)
  const databases = await databaseBlows({
    ...{ sandbox, time, rounds, invoicesPerRound: 50 },
    dice: dice(seed).split('database'),
  })
  for (const breach of databases.flatMap(({ breaches }) => breaches)) console.log(`database: ${breach}`)
  const report = reportOf(aftermaths, databases)
  console.log(`\n${reportText(report)}\n${Math.round((Date.now() - startedAt) / 1_000)} s; ${repeat}`)
  if (values.json) console.log(JSON.stringify(report))
  process.exitCode = report.breaches.length > 0 || report.notStruck > 0 ? 1 : 0
} finally {
  await server.stop()
  await sandbox.stop()
}

/** One line for each blow, and for each breach how to see it again. */
function tell(aftermath: Aftermath & { readonly installation: number }): void {
  const { blow, breaches, installation, restedAfterMs, struck } = aftermath
  const { kind, ...details } = blow
  const what = blow.kind === 'kill' ? `${blow.point} ${blow.moment}` : `${kind} ${JSON.stringify(details)}`
  const rested = `at rest after ${(restedAfterMs / 1_000).toFixed(1)} s`
  console.log(`${String(installation).padStart(3)}  ${what}  ${struck ? rested : 'not reached'}`)
  for (const breach of breaches) console.log(`     ${breach}\n     again: ${repeat} --only ${installation}`)
}
