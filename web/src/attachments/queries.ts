import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type Attachment = Schemas['Attachment']

/** What goes along with an invoice; of a draft also what always will. */
export function invoiceAttachmentsQuery(invoiceId: string) {
  return queryOptions({
    queryKey: ['attachments', invoiceId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/invoices/{id}/attachments', { params: { path: { id: invoiceId } }, signal })),
  })
}

/** What goes along with every invoice that becomes final. */
export const alwaysAttachmentsQuery = queryOptions({
  queryKey: ['attachments', 'always'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/attachments', { signal })),
})

export function attachFile(invoiceId: string, file: File): Promise<Attachment> {
  return dataOf(
    api.POST('/api/invoices/{id}/attachments', {
      params: { path: { id: invoiceId }, query: { name: file.name } },
      ...asItIs(file),
    }),
  )
}

export function detachFile(invoiceId: string, attachmentId: string): Promise<unknown> {
  return dataOf(
    api.DELETE('/api/invoices/{id}/attachments/{attachmentId}', {
      params: { path: { id: invoiceId, attachmentId } },
    }),
  )
}

export function alwaysAttach(file: File): Promise<Attachment> {
  return dataOf(api.POST('/api/attachments', { params: { query: { name: file.name } }, ...asItIs(file) }))
}

export function alwaysDetach(id: string): Promise<unknown> {
  return dataOf(api.DELETE('/api/attachments/{id}', { params: { path: { id } } }))
}

/** Everything that shows what goes along. */
export function refreshAttachments(queryClient: QueryClient): void {
  for (const queryKey of [['attachments'], ['messages', 'preview']])
    void queryClient.invalidateQueries({ queryKey })
}

/** The document calls a body of bytes a string. */
function asItIs(file: File) {
  return {
    body: file as unknown as string,
    bodySerializer: () => file,
    headers: { 'Content-Type': 'application/octet-stream' },
  }
}
