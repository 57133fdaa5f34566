import { Worker } from 'node:worker_threads'
import type { ExcelAnswer, ExcelQuestion } from './excel-thread.ts'
import { FileFailure } from './file-failure.ts'

/** A sheet of 100,000 customers is 60 MB of XML; more is no sheet, and would be kept in memory. */
const MOST_UNFOLDED = 128 * 1_048_576

/** Of a sheet, which is read whole; a file of text is read as it comes, and may have more. */
const MOST_ROWS = 100_000

/** What a thread may use; it is ended when it wants more, and nobody else with it. */
const MEMORY_MB = 1_024

/** A sheet at its largest takes ten seconds on a slow machine. */
const WITHIN_MS = 60_000

const thread = new URL('./excel-thread.ts', import.meta.url)

/**
 * The rows of the first sheet of an Excel file, in a thread of their own, so that nobody waits for it. Of merged cells
 * the first has the value, of a formula what it came to.
 *
 * @throws FileFailure `not_a_table`, `protected`, `cut_off`, `too_many_rows`, `too_large_inside`
 */
export async function readExcel(bytes: Uint8Array): Promise<string[][]> {
  const answer = await ask({ bytes, mostUnfolded: MOST_UNFOLDED, mostRows: MOST_ROWS })
  if ('failure' in answer) throw new FileFailure(answer.failure)
  return answer.rows
}

function ask(question: ExcelQuestion): Promise<ExcelAnswer> {
  const worker = new Worker(thread, {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  return new Promise<ExcelAnswer>((resolve, reject) => {
    const tooLong = setTimeout(() => resolve({ failure: 'too_large_inside' }), WITHIN_MS)
    worker.once('message', resolve)
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ failure: 'too_large_inside' }) : reject(error),
    )
    worker.once('exit', () => {
      clearTimeout(tooLong)
      resolve({ failure: 'cut_off' })
    })
  }).finally(() => void worker.terminate())
}
