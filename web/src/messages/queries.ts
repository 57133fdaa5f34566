import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type Message = Schemas['Message']
export type Recipient = Schemas['MessageRecipient']
export type MessageDraft = Partial<Schemas['MessageDraft']>
export type MessageWish = Schemas['MessageWish']
export type MailSettings = Schemas['MailSettings']
export type MailSettingsContent = Schemas['MailSettingsContent']

/** The mails of one invoice, or of all; a page at a time, the newest first. */
export function messagesQuery(filter: { invoiceId?: string; failing?: 'true' } = {}) {
  return infiniteQueryOptions({
    queryKey: ['messages', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/messages', {
          params: { query: { limit: 50, ...filter, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

export function messageQuery(id: string) {
  return queryOptions({
    queryKey: ['messages', 'one', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/messages/{id}', { params: { path: { id } }, signal })),
  })
}

/** What is left out of a draft is as usual for the customer. */
export function wholeDraft(draft: MessageDraft): Schemas['MessageDraft'] {
  return { recipients: null, language: null, subject: null, body: null, attachUbl: null, ...draft }
}

/** What the customer would get. */
export function messagePreviewQuery(invoiceId: string, draft: MessageDraft) {
  return queryOptions({
    queryKey: ['messages', 'preview', invoiceId, draft],
    queryFn: ({ signal }) =>
      dataOf(
        api.POST('/api/invoices/{id}/messages/preview', {
          params: { path: { id: invoiceId } },
          body: wholeDraft(draft),
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

export function sendMessage(invoiceId: string, body: MessageWish): Promise<Message> {
  return dataOf(api.POST('/api/invoices/{id}/messages', { params: { path: { id: invoiceId } }, body }))
}

export function retryMessage(id: string): Promise<Message> {
  return dataOf(api.POST('/api/messages/{id}/retries', { params: { path: { id } } }))
}

export function returnMessage(of: { id: string; position: number }): Promise<Message> {
  const { id, position } = of
  return dataOf(api.POST('/api/messages/{id}/returns', { params: { path: { id } }, body: { position } }))
}

export function settleMessages(invoiceId: string): Promise<unknown> {
  return dataOf(api.POST('/api/invoices/{id}/messages/settlement', { params: { path: { id: invoiceId } } }))
}

export const mailSettingsQuery = queryOptions({
  queryKey: ['mail-settings'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/mail-settings', { signal })),
})

export function changeMailSettings(body: MailSettingsContent): Promise<MailSettings> {
  return dataOf(api.PUT('/api/mail-settings', { body }))
}

/** After something happened to a mail: everything that shows it. */
export function refreshMessages(queryClient: QueryClient): void {
  for (const key of ['messages', 'share-link', 'invoices', 'overview', 'activities'])
    void queryClient.invalidateQueries({ queryKey: [key] })
}

/** An id for a wish, also where the page came without TLS and `randomUUID` is not there. */
export function newWishId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
