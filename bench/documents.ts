import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openTypesetting, type Typesetting } from '@stella/documents'
import { finalDocument } from '../documents/src/testing/example-documents.ts'
import type { Figure } from './figure.ts'
import { median } from './statistics.ts'

/** As much as an invoice can hold: 500 lines of some 490 characters. */
const LINES = 500
const description = (number: number) => `Regel ${number} ${'onderhoud en reparatie '.repeat(21)}`.trim()

/**
 * How long everybody else waits while the longest document is set, as a part of the time that takes: the longest
 * time in which this process answered nothing, over the time until the document was there.
 */
export async function stallOfDocuments({ runs }: { runs: number }): Promise<Figure> {
  const typesetting = openTypesetting()
  try {
    // The first document starts the process, which is not what is asked here.
    await typesetting.renderInvoicePdf(finalDocument(), 'one')
    const before = process.memoryUsage.rss()
    const measured: { wall: number; stall: number }[] = []
    for (let run = 0; run < runs; run += 1) measured.push(await measure(typesetting))
    const kept = (process.memoryUsage.rss() - before) / 2 ** 20
    return {
      id: 'D1',
      title: 'longest stall / setting 500 long lines',
      runs: measured.map(({ wall, stall }) => stall / wall),
      bar: { most: 0.2 },
      details: {
        'set in ms': median(measured.map(({ wall }) => wall)),
        'stall ms': median(measured.map(({ stall }) => stall)),
        'kept MiB': kept,
      },
    }
  } finally {
    await typesetting.close()
  }
}

async function measure(typesetting: Typesetting): Promise<{ wall: number; stall: number }> {
  const lines = Array.from({ length: LINES }, (_none, index) => ({
    description: description(index + 1),
    quantity: '1',
    unitPrice: '1',
    vatTreatment: 'high',
  }))
  const document = finalDocument({ lines })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const startedAt = performance.now()
  await typesetting.renderInvoicePdf(document, 'one')
  const wall = performance.now() - startedAt
  delay.disable()
  return { wall, stall: delay.max / 1e6 }
}
