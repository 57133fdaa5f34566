import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { type Checked, checkHistory } from './check-history.ts'

/** As many as are checked between two lines of progress. */
const AT_A_TIME = 500

type Range = { readonly first: number; readonly step: number; readonly until: number }
type Told = Checked & { readonly histories: number; readonly broken: string[] }

if (isMainThread) run()
else checkRange(workerData as Range)

/** Draws N histories from consecutive seeds on every processor, and ends with those that broke an identity. */
function run(): void {
  const { count, seed } = readWish()
  const processors = availableParallelism()
  console.log(`${count} invoices from seed ${seed}, each with its credit notes`)
  const sum = { histories: 0, documents: 0, creditNotes: 0, lines: 0 }
  const broken: string[] = []
  const started = performance.now()
  let working = processors
  for (let at = 0; at < processors; at += 1) {
    const range: Range = { first: seed + at, step: processors, until: seed + count }
    const worker = new Worker(new URL(import.meta.url), { workerData: range })
    worker.on('message', (told: Told) => {
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += told[key]
      for (const each of told.broken) console.error(each)
      broken.push(...told.broken)
      if (sum.histories % (AT_A_TIME * 40) < AT_A_TIME) tellProgress(sum.histories, count)
    })
    worker.on('exit', () => {
      working -= 1
      if (working === 0) tellAll()
    })
  }

  function tellAll(): void {
    const seconds = Math.round((performance.now() - started) / 1_000)
    console.log(
      `${sum.histories} invoices and ${sum.creditNotes} credit notes, ${sum.lines} lines, in ${seconds} s: ${broken.length} broken`,
    )
    process.exitCode = broken.length === 0 && sum.histories === count ? 0 : 1
  }
}

function tellProgress(histories: number, count: number): void {
  console.log(`${histories} of ${count}`)
}

function readWish(): { count: number; seed: number } {
  const { values } = parseArgs({
    options: { identities: { type: 'string' }, seed: { type: 'string', default: drawnSeed() } },
  })
  const [count, seed] = [Number(values.identities), Number(values.seed)]
  if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed))
    throw new RangeError('The number of invoices and the seed are whole numbers.')
  return { count, seed }
}

function drawnSeed(): string {
  return String(Math.floor(Math.random() * 2 ** 31))
}

function checkRange({ first, step, until }: Range): void {
  let told = nothingTold()
  for (let seed = first; seed < until; seed += step) {
    try {
      const { creditNotes, documents, lines } = checkHistory(seed)
      told.creditNotes += creditNotes
      told.documents += documents
      told.lines += lines
    } catch (error) {
      told.broken.push(`seed ${seed}: ${(error as Error).message}`)
    }
    told.histories += 1
    if (told.histories < AT_A_TIME) continue
    parentPort?.postMessage(told)
    told = nothingTold()
  }
  parentPort?.postMessage(told)
}

function nothingTold() {
  return { histories: 0, documents: 0, creditNotes: 0, lines: 0, broken: [] as string[] } satisfies Told
}
