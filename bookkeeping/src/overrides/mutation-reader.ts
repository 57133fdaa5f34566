import {
  findAskedMutations,
  inOrganization,
  type MutationReadingRow,
  saveMutationReading,
  takeMutationReading,
} from '@stella/database'
import { linkedCodes, type ReaderParts } from '../books/linked-codes.ts'
import { withBooks } from '../books/with-books.ts'
import type { CauseCode } from '../causes/causes.ts'
import { classify } from '../causes/classify.ts'
import type { Exchange } from '../ports/books.ts'
import type { SalesMutation } from '../ports/readings.ts'
import { keepExchanges } from '../postgres/exchange-statements.ts'
import { TOTAL_TIME_OUT_MS } from '../retries/absence.ts'
import { foundOf } from './compare-adopted.ts'

/** So many people are answered at once; each waits for one call. */
const AT_ONCE = 8
/** A session and a call; whoever takes it after that finds a reader that died. */
const TAKEN_FOR_MS = 2 * TOTAL_TIME_OUT_MS

type Read = {
  readonly cause: CauseCode | null
  readonly found: SalesMutation | null
  readonly exchanges: readonly Exchange[]
}

/**
 * Reads what people asked for, of whichever organization: the mutation under one number, in one call beside the engine's,
 * which writes nothing there. Any number of workers may.
 */
export async function readAskedMutations(parts: ReaderParts, stopped: AbortSignal): Promise<void> {
  const now = new Date(parts.clock.now())
  const asked = await findAskedMutations(parts.database, { now, limit: AT_ONCE })
  await Promise.all(asked.map((one) => readOne(parts, one, stopped)))
}

async function readOne(
  parts: ReaderParts,
  { organizationId, readingId }: { organizationId: string; readingId: string },
  stopped: AbortSignal,
): Promise<void> {
  const { clock, database } = parts
  const now = clock.now()
  const until = new Date(now + TAKEN_FOR_MS)
  const reading = await inOrganization(database, organizationId, (tx) =>
    takeMutationReading(tx, { readingId, now: new Date(now), until }),
  )
  if (reading === null) return
  const { cause, exchanges, found } = await ask(parts, organizationId, reading, stopped)
  await inOrganization(database, organizationId, async (tx) => {
    const at = clock.now()
    await keepExchanges(tx, { at, booksId: reading.books_id, exchanges })
    await saveMutationReading(tx, { readingId, at: new Date(at), cause, found })
  })
}

/** With the codes of the books that were linked when it was asked; once they are others, nothing is read. */
async function ask(
  parts: ReaderParts,
  organizationId: string,
  { books_id: booksId, mutation_number: number }: MutationReadingRow,
  stopped: AbortSignal,
): Promise<Read> {
  const codes = await linkedCodes(parts, { organizationId, booksId })
  if (codes === null) return { cause: 'codes_unreadable', found: null, exchanges: [] }
  const within = { clock: parts.clock, withinMs: TOTAL_TIME_OUT_MS }
  return withBooks(parts.openBooks(codes), within, async (books, deadline): Promise<Read> => {
    const only = { from: Number(number), to: Number(number) }
    const said = await books.readMutations(only, AbortSignal.any([stopped, deadline]))
    const { exchanges } = said
    if (!said.ok) return { cause: classify(said.failure).cause, found: null, exchanges }
    const mutation = said.value.find((it) => it.number === Number(number))
    return { cause: null, found: mutation === undefined ? null : foundOf(mutation), exchanges }
  })
}
