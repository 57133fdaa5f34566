import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type InvoiceOverride = Schemas['InvoiceOverride']
export type MutationRead = Schemas['MutationRead']

const at = (id: string) => ({ params: { path: { id } } })

/** What somebody decided of the booking of an invoice, and may decide. */
export function overrideQuery(invoiceId: string) {
  return queryOptions({
    queryKey: ['invoices', 'override', invoiceId],
    queryFn: ({ signal }) => dataOf(api.GET('/api/invoices/{id}/override', { ...at(invoiceId), signal })),
  })
}

/** What shows something else once that is decided. */
export const changedWithOverride = [
  ['invoices'],
  ['payments'],
  ['overview'],
  ['activities'],
  ['reconciliation'],
]

/** Has a mutation read in the books, and waits for it. */
export function readMutation(invoiceId: string, mutationNumber: number): Promise<MutationRead> {
  return dataOf(
    api.POST('/api/invoices/{id}/override/readings', { ...at(invoiceId), body: { mutationNumber } }),
  )
}

export function adopt(invoiceId: string, readingId: string): Promise<InvoiceOverride> {
  const body = { kind: 'adopted', readingId } as const
  return dataOf(api.PUT('/api/invoices/{id}/override', { ...at(invoiceId), body }))
}

export function exclude(invoiceId: string, reason: string): Promise<InvoiceOverride> {
  const body = { kind: 'excluded', reason } as const
  return dataOf(api.PUT('/api/invoices/{id}/override', { ...at(invoiceId), body }))
}

export function undoOverride(invoiceId: string): Promise<InvoiceOverride> {
  return dataOf(api.DELETE('/api/invoices/{id}/override', at(invoiceId)))
}
