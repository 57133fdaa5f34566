import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type MailServer = Schemas['MailServer']
export type MailServerContent = Schemas['MailServerContent']

/** The own mail server; null when mails go through Stella's. */
export const mailServerQuery = queryOptions({
  queryKey: ['mail-server'],
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/mail-server', { signal }))).server,
})

export const senderDomainQuery = queryOptions({
  queryKey: ['mail-server', 'domain'],
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/mail-server/domain', { signal }))).domain,
  // DNS changes in hours.
  staleTime: 60_000,
})

export function saveMailServer(body: MailServerContent): Promise<MailServer> {
  return dataOf(api.PUT('/api/mail-server', { body }))
}

export function endMailServer(): Promise<unknown> {
  return dataOf(api.DELETE('/api/mail-server'))
}
