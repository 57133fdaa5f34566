// `npm run bench -- memory`: how much memory a process has at most for work on much data, as a ratio to the same work on
// little. docs/performance.md explains the figures.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openDatabase } from '@stella/database'
import { addOrganization } from '../../tests/chaos/installation/add-organization.ts'
import { startDatabaseServer } from '../../tests/chaos/processes/database-server.ts'
import { type Figure, lineOf, meets, tableOf } from '../figure.ts'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })

type Asked = {
  readonly task: string
  readonly title: string
  readonly few: number
  readonly many: number
  readonly most: number
}

/** With `many` a hundred times as much as with `few`, or as much as is taken at all. */
const asked: readonly Asked[] = [
  { task: 'csv', title: 'reading a CSV of 200,000 rows', few: 2_000, many: 200_000, most: 2 },
  // A sheet is read whole by its library, in a thread with its own bound.
  { task: 'excel', title: 'reading a sheet of 100,000 rows', few: 1_000, many: 100_000, most: 10 },
  { task: 'audit-file', title: 'reading an auditfile of 30,000 invoices', few: 300, many: 30_000, most: 3 },
  { task: 'list', title: 'a list of 100,000 invoices as a file', few: 1_000, many: 100_000, most: 2 },
  // No more go into one.
  { task: 'print', title: '200 invoices as one PDF', few: 2, many: 200, most: 2 },
]

const server = await startDatabaseServer({})
const figures: Figure[] = []
try {
  for (const { few, many, most, task, title } of asked.filter((it) => it.task.includes(values.only))) {
    const small = await peakOf(task, few)
    const large = await peakOf(task, many)
    const figure: Figure = {
      id: task,
      title,
      runs: [large / small],
      bar: { most },
      details: { 'few MB': small, 'many MB': large },
    }
    console.log(lineOf(figure))
    figures.push(figure)
  }
} finally {
  await server.stop()
}
console.log(`\n${tableOf(figures)}`)
process.exitCode = figures.every(meets) ? 0 : 1

/** The most memory that a process had while it did the task, in megabytes. */
async function peakOf(task: string, size: number): Promise<number> {
  const database = await server.newDatabase()
  const owner = openDatabase({ url: database.url, role: 'owner', maxConnections: 1 })
  const organization = await addOrganization(owner).finally(() => owner.close())
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('task.ts', import.meta.url)), task, String(size), organization],
    {
      env: { ...process.env, BENCH_DATABASE_URL: database.urlOf('stella_app') },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  child.stdout.on('data', (part) => {
    said += part
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`${task} of ${size} ended with ${code}`)
  return Number(said.trim().split('\n').at(-1)) / 1_024
}
