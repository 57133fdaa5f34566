import type { HistoryInput } from '@stella/invoicing'

/**
 * The fields of an invoice of another program as columns of a table: those that Stella's own files have, and what else
 * programs say of what is paid.
 */
export const historyFields = [
  'number',
  'customer',
  'customerKvk',
  'customerVat',
  'customerEmail',
  'date',
  'due',
  'term',
  'description',
  'reference',
  'order',
  'net',
  'vat',
  'gross',
  'outstanding',
  'paid',
  'paidOn',
  'payment',
  'kind',
  'credits',
  /** Of a file with a row for each line: those of one invoice are one, and their amounts are added. */
  'quantity',
] as const

export type HistoryField = (typeof historyFields)[number]

/** What stands in each column: codes and machine notation, as far as it is understood. */
export type HistoryCells = Readonly<Record<HistoryField, string>>

/** What the domain judges of such cells. */
export function historyInput(cells: Partial<HistoryCells>): HistoryInput {
  const { customer, customerKvk, customerVat, customerEmail, quantity, payment, kind, ...said } = cells
  const isCreditNote = kind === 'credit_note' ? true : kind === 'invoice' ? false : null
  return { ...said, isCreditNote, status: kind === 'draft' ? kind : (payment ?? '') }
}
