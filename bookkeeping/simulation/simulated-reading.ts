import type { BookedMutation, FoundOpenItem, MutationRange } from '../src/ports/readings.ts'
import type { BookedMutation as SimulatedMutation } from './simulated-service.ts'

/** The open items of simulated books, in which nobody pays: each mutation with all it came to. */
export function openItemsOf(mutations: readonly SimulatedMutation[]): FoundOpenItem[] {
  return mutations.map(({ date, invoiceNumber, lines, relationCode }) => {
    const amount = lines.reduce((sum, { gross }) => sum + (gross ?? 0n), 0n)
    return { date, invoiceNumber, relationCode, amount, outstanding: amount }
  })
}

/** The mutations that are asked for, as they are read with all their kinds. */
export function mutationsIn(
  mutations: readonly SimulatedMutation[],
  { from = 1, to = Number.MAX_SAFE_INTEGER, dateFrom = '', dateTo = '9999' }: MutationRange,
): BookedMutation[] {
  return mutations
    .filter(({ date, number }) => number >= from && number <= to && date >= dateFrom && date <= dateTo)
    .map(({ isSalesInvoice, lines, ...mutation }) => ({
      ...mutation,
      kind: isSalesInvoice ? 'invoice_sent' : 'other',
      description: '',
      lines: lines.map((line) => ({ ...line, invoiceNumber: '' })),
    }))
}
