import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type ShareLink = Schemas['ShareLink']

export function shareLinkQuery(invoiceId: string) {
  return queryOptions({
    queryKey: ['share-link', invoiceId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/invoices/{id}/share-link', { params: { path: { id: invoiceId } }, signal })),
  })
}

export function makeShareLink(invoiceId: string): Promise<ShareLink> {
  return dataOf(api.POST('/api/invoices/{id}/share-link', { params: { path: { id: invoiceId } } }))
}

export function revokeShareLink(invoiceId: string): Promise<unknown> {
  return dataOf(api.DELETE('/api/invoices/{id}/share-link', { params: { path: { id: invoiceId } } }))
}
