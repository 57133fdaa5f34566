import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type Payment = Schemas['Payment']

export function paymentQuery(invoiceId: string) {
  return queryOptions({
    queryKey: ['payments', invoiceId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/invoices/{id}/payment', { params: { path: { id: invoiceId } }, signal })),
  })
}

/** What shows something else once the payment of an invoice does. */
export const changedWithPayments = [
  ['payments'],
  ['invoices', 'list'],
  ['invoices', 'sums'],
  ['overview'],
  ['activities'],
]

export function sayPaid(invoiceId: string, paidOn: string): Promise<Payment> {
  return dataOf(
    api.PUT('/api/invoices/{id}/payment', { params: { path: { id: invoiceId } }, body: { paidOn } }),
  )
}

export function unsayPaid(invoiceId: string): Promise<Payment> {
  return dataOf(api.DELETE('/api/invoices/{id}/payment', { params: { path: { id: invoiceId } } }))
}

/** Has the payments read now; what comes of it is in the log. */
export function readPayments(): Promise<unknown> {
  return dataOf(api.POST('/api/payments/readings'))
}
