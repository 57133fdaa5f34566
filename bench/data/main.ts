// `npm run bench -- data`: how long the API takes for what people look at, with many businesses in the database and one
// that is large. docs/performance.md explains the figures.
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { newPlace, runProgram, startProgram } from '../../tests/program/running-program.ts'
import { type Figure, lineOf, meets, tableOf } from '../figure.ts'
import { quantile } from '../statistics.ts'
import { type Asker, signIn } from './asker.ts'
import { questions } from './questions.ts'

const { values } = parseArgs({
  options: {
    organizations: { type: 'string', default: '1000' },
    invoices: { type: 'string', default: '100000' },
    asked: { type: 'string', default: '100' },
    only: { type: 'string', default: '' },
  },
})
const asked = Number(values.asked)

/** At the server, of a hundred that are asked one after another; in milliseconds. */
const slowestOfHundredMs = 50
/** Copies that are asked in turn, so that no business has all of its pages in memory already. */
const plumbers = 20

const place = await newPlace({}, 'on disk')
const program = await startProgram(place)
const figures: Figure[] = []
try {
  const startedAt = performance.now()
  const { organizations, invoices } = values
  const made = await runProgram(place, [
    'demo',
    'big',
    '--organizations',
    organizations,
    '--invoices',
    invoices,
  ])
  if (made.code !== 0) throw new Error(made.output)
  const seconds = Math.round((performance.now() - startedAt) / 1_000)
  console.log(`${organizations} businesses with ${invoices} invoices: made in ${seconds} s`)
  const logins = loginsIn(place.dataFolder)
  const shop = await signIn(program.screen.address, loginOf(logins, 'big'))
  const plumber = loginOf(logins, 'plumber')
  const many: Asker[] = []
  for (let at = 1; at <= plumbers; at += 1) {
    const email = plumber.email.replace('@', `-${at}@`)
    many.push(await signIn(program.screen.address, { ...plumber, email }))
  }
  for (const question of questions.filter(({ name }) => name.includes(values.only))) {
    keep(await timesOf('shop', question.name, [shop], question.path))
    keep(await timesOf('plumbers', question.name, many, question.path))
  }
} finally {
  await program.stop()
  place.clear()
}
console.log(`\n${tableOf(figures)}`)
console.log(`\n${asked} of each, ${cpus().length} × ${cpus()[0]?.model.trim()}`)
process.exit(figures.every(meets) ? 0 : 1)

function keep(figure: Figure): void {
  console.log(lineOf(figure))
  figures.push(figure)
}

async function timesOf(
  whose: string,
  title: string,
  askers: readonly Asker[],
  path: (asker: Asker) => Promise<string>,
): Promise<Figure> {
  const paths = await Promise.all(askers.map(path))
  const times: number[] = []
  for (let at = 0; at < asked; at += 1) {
    const asker = askers[at % askers.length]
    if (asker === undefined) throw new Error('nobody asks')
    times.push(await asker.time(paths[at % paths.length] ?? ''))
  }
  return {
    id: whose,
    title,
    runs: [quantile(times, 0.99)],
    bar: { most: slowestOfHundredMs },
    details: { 'p50 ms': quantile(times, 0.5) },
  }
}

type Kept = { scenario: string; email: string; password: string }

function loginsIn(dataFolder: string): Kept[] {
  return JSON.parse(readFileSync(join(dataFolder, 'demo-scenarios.json'), 'utf8')) as Kept[]
}

function loginOf(logins: readonly Kept[], scenario: string): Kept {
  const found = logins.find((login) => login.scenario === scenario)
  if (found === undefined) throw new Error(`there is no ${scenario}`)
  return found
}
