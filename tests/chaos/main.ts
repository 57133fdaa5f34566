// `npm run chaos`: real processes are killed, stopped and cut off while invoices are made and booked, and after each
// blow everything that Stella promises is checked against the books of the sandbox and the database.
import { parseArgs } from 'node:util'
import { databaseBlows } from './driver/database-blows.ts'
import { reportOf, reportText } from './driver/report.ts'
import { strike } from './driver/run.ts'
import { startDatabaseServer } from './processes/database-server.ts'
import { dice } from './processes/random.ts'
import { startSandboxProcess } from './processes/sandbox.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '400' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    installations: { type: 'string', default: '12' },
    speed: { type: 'string', default: '30' },
    databases: { type: 'string', default: '20' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const kills = Number(values.kills)
const installations = Number(values.installations)
const speed = Number(values.speed)
const time = { epoch: Date.now(), speed }
const startedAt = Date.now()
const repeat = `npm run chaos -- --kills ${kills} --seed ${seed} --installations ${installations} --speed ${speed}`
console.log(`${repeat}\n`)

const sandbox = await startSandboxProcess({
  settings: { duplicateInvoiceNumbers: 'accepted', mutationCallsPerMonth: 1_000_000 },
  journalSize: 50_000,
})
const server = await startDatabaseServer()
const aftermaths = await strike({
  seed,
  kills,
  installations,
  only: values.only === undefined ? undefined : Number(values.only),
  time,
  sandbox,
  server,
  onAftermath: ({ blow, breaches, installation, restedAfterMs, struck }) => {
    const what = blow.kind === 'kill' ? `${blow.point} ${blow.moment}` : JSON.stringify(blow)
    const rest = `${(restedAfterMs / 1_000).toFixed(1)} s`
    console.log(`${String(installation).padStart(3)}  ${what}${struck ? '' : ' (not reached)'}  ${rest}`)
    for (const breach of breaches) console.log(`     ${breach}\n     again: ${repeat} --only ${installation}`)
  },
})
await server.stop()
const rounds = values.only === undefined ? Number(values.databases) : 0
const blows =
  rounds === 0
    ? []
    : await databaseBlows({ sandbox, time, dice: dice(seed).split('database'), rounds, invoicesPerRound: 50 })
for (const breach of blows.flatMap(({ breaches }) => breaches)) console.log(`database: ${breach}`)
await sandbox.stop()

const report = reportOf(aftermaths, blows)
console.log(`\n${reportText(report)}`)
console.log(`${Math.round((Date.now() - startedAt) / 1_000)} s; ${repeat}`)
if (values.json) console.log(JSON.stringify(report))
process.exit(report.breaches.length > 0 || report.notStruck > 0 ? 1 : 0)
