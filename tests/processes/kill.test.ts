import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  type ApiSession,
  eventually,
  fillProfile,
  finalize,
  type InvoiceAnswer,
  makeCustomer,
  makeDraft,
  signInAt,
} from '../program/api-session.ts'
import { connectionCodes, knownCodes, openBooks } from '../program/books.ts'
import { endAtOnce, newPlace, type Place, processesOf, startProgram } from '../program/running-program.ts'

interface BooksOverview {
  books: { booked: number; verified: number; waiting: number; failed: number; total: number }
}

describe('after kill -9', () => {
  test('the next start loses nothing that was acknowledged, and books each invoice once', async () => {
    const place = await newPlace(knownCodes)
    onTestFinished(place.clear)
    const first = await startProgram(place)
    const api = await signInAt(first.screen.address, first.screen.demo)
    await fillProfile(api)
    await api.send('PUT', '/api/connection', connectionCodes)
    const customerId = await makeCustomer(api)
    const acknowledged: string[] = []
    const importId = await beginImport(api)
    const writing = finalizeUntilGone(api, customerId, acknowledged)
    await eventually(
      async () => acknowledged.length,
      (count) => count >= 5,
    )
    // In the middle of what it adds.
    await eventually(
      () => api.get<ImportAnswer>(`/api/imports/${importId}`),
      ({ counts }) => counts.added > 0,
    )
    killProgram(place, first.process.pid)
    await writing
    await first.ended

    const second = await startProgram(place)
    const again = await signInAt(second.screen.address, second.screen.demo)
    const { items } = await again.get<{ items: InvoiceAnswer[] }>('/api/invoices?state=final&limit=100')
    const numbers = items.map(({ number }) => number ?? '').sort()
    expect(numbers).toEqual(expect.arrayContaining(acknowledged))
    expect(numbers).toEqual(numbers.map((_, at) => `2026-${String(at + 1).padStart(4, '0')}`))
    // One call is in flight at a time. If it was never answered and is not in the books, that one invoice waits
    // visibly until nobody can still be working on it; all others are booked.
    const settled = await eventually(
      () => again.get<BooksOverview>('/api/overview'),
      ({ books }) => books.booked + books.verified >= numbers.length - 1 && books.waiting <= 1,
    )
    expect(settled.books).toMatchObject({ failed: 0, total: numbers.length })
    const books = openBooks(second.screen.sandbox)
    const booked = (await books.mutations()).map(({ invoiceNumber }) => invoiceNumber).sort()
    expect(new Set(booked).size).toBe(booked.length)
    expect(numbers).toEqual(expect.arrayContaining(booked))
    expect(booked.length).toBeGreaterThanOrEqual(numbers.length - settled.books.waiting)
    expect(await books.relations()).toHaveLength(1)
    await books.close()
    const { counts } = await eventually(
      () => again.get<ImportAnswer>(`/api/imports/${importId}`),
      ({ state }) => state === 'applied',
    )
    expect(counts.added).toBe(PRODUCTS)
    const { text } = await again.raw('GET', '/api/products/csv?language=nl')
    const codes = text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(';')[0])
    expect(codes).toHaveLength(PRODUCTS)
    expect(new Set(codes).size).toBe(PRODUCTS)
    await second.stop()
    expect(processesOf(place)).toEqual([])
  })

  test.each(['npm', 'the script'] as const)(
    'of %s that started it, everything stops by itself',
    async (starter) => {
      const place = await newPlace()
      onTestFinished(place.clear)
      const program = await startProgram(place, starter)
      program.process.kill('SIGKILL')
      await eventually(
        async () => processesOf(place),
        (left) => left.length === 0,
      )
    },
  )
})

/** Enough for many batches. */
const PRODUCTS = 8_000

interface ImportAnswer {
  id: string
  state: string
  revision: number
  counts: { added: number }
}

/** Hands in a file of products and has them added, without waiting for it. */
async function beginImport(api: ApiSession): Promise<string> {
  const rows = Array.from({ length: PRODUCTS }, (_, at) => `A${at};Artikel ${at};1,00;Hoog`)
  const bytes = Buffer.from(`Code;Omschrijving;Prijs;Btw\n${rows.join('\n')}\n`)
  const file = { kind: 'products', fileName: 'artikelen.csv', fileSize: bytes.length }
  const { id, revision } = await api.send<ImportAnswer>('POST', '/api/imports', file)
  await api.send('PUT', `/api/imports/${id}/parts/0`, { content: bytes.toString('base64') })
  await api.send('POST', `/api/imports/${id}/reading`, { revision })
  const read = await eventually(
    () => api.get<ImportAnswer>(`/api/imports/${id}`),
    ({ state }) => state === 'ready',
  )
  await api.send('POST', `/api/imports/${id}/application`, { revision: read.revision })
  return id
}

/** Makes invoices final, one after the other, until the program is gone; only answers that came count. */
async function finalizeUntilGone(api: ApiSession, customerId: string, acknowledged: string[]): Promise<void> {
  try {
    for (;;) {
      const draft = await makeDraft(api, customerId, `Nummer ${acknowledged.length}`)
      const { number } = await finalize(api, draft.id)
      if (number !== null) acknowledged.push(number)
      await sleep(10)
    }
  } catch {
    // The connection broke: the program was killed.
  }
}

/** Kills the program itself, the way the system does when memory runs out, and leaves the others to notice. */
function killProgram(place: Place, starter: number | undefined): void {
  for (const pid of processesOf(place)) if (pid !== starter) endAtOnce(pid)
  if (starter !== undefined) endAtOnce(starter)
}
