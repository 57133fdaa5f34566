import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'
import type { CaseSearch } from '../routing/paths.ts'

export type CaseDetail = Schemas['CaseDetail']
export type CaseProposal = Schemas['CaseProposal']

/** What help is asked with. */
export type HelpSubject =
  | { kind: 'invoice'; id: string }
  | { kind: 'customer'; id: string }
  | { kind: 'connection' }

/** What a subject is called: the number of an invoice, the name of a customer; null where it has none. */
export function nameOfSubjectQuery(subject: HelpSubject) {
  return queryOptions({
    queryKey: ['cases', 'subject', subject],
    queryFn: async ({ signal }) => {
      if (subject.kind === 'connection') return null
      const asked = { params: { path: { id: subject.id } }, signal }
      if (subject.kind === 'customer') return (await dataOf(api.GET('/api/customers/{id}', asked))).name
      return (await dataOf(api.GET('/api/invoices/{id}', asked))).number
    },
  })
}

/** The questions of the organization, the closed ones too, a page at a time. */
export const casesQuery = infiniteQueryOptions({
  queryKey: ['cases', 'list'],
  queryFn: ({ pageParam, signal }) =>
    dataOf(
      api.GET('/api/cases', {
        params: { query: { closed: 'true', ...(pageParam && { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
})

/** The open question about something; null while there is none. */
export function openCaseQuery(subject: HelpSubject) {
  const about =
    subject.kind === 'invoice'
      ? { invoiceId: subject.id }
      : subject.kind === 'customer'
        ? { customerId: subject.id }
        : {}
  return queryOptions({
    queryKey: ['cases', 'open', subject],
    queryFn: async ({ signal }) => {
      const { items } = await dataOf(api.GET('/api/cases', { params: { query: about }, signal }))
      return items.find((found) => found.subject.kind === subject.kind) ?? null
    },
  })
}

export function caseQuery(id: string) {
  return queryOptions({
    queryKey: ['cases', 'one', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/cases/{id}', { params: { path: { id } }, signal })),
  })
}

export function openCase(body: {
  subject: HelpSubject
  question: string
  consentHours: number
}): Promise<CaseDetail> {
  return dataOf(api.POST('/api/cases', { body }))
}

const at = (id: string) => ({ params: { path: { id } } })

export function writeMessage(id: string, body: string): Promise<CaseDetail> {
  return dataOf(api.POST('/api/cases/{id}/messages', { ...at(id), body: { body } }))
}

export function closeCase(id: string): Promise<CaseDetail> {
  return dataOf(api.POST('/api/cases/{id}/closure', at(id)))
}

export function giveConsent(id: string, hours: number): Promise<CaseDetail> {
  return dataOf(api.PUT('/api/cases/{id}/consent', { ...at(id), body: { hours } }))
}

export function endConsent(id: string): Promise<CaseDetail> {
  return dataOf(api.DELETE('/api/cases/{id}/consent', at(id)))
}

export function decideProposal(id: string, agrees: boolean): Promise<CaseDetail> {
  return agrees
    ? dataOf(api.POST('/api/case-proposals/{id}/acceptance', at(id)))
    : dataOf(api.POST('/api/case-proposals/{id}/refusal', at(id)))
}

/** What the address says help is asked with. */
export function subjectOf({ factuur, klant }: CaseSearch): HelpSubject {
  if (factuur) return { kind: 'invoice', id: factuur }
  if (klant) return { kind: 'customer', id: klant }
  return { kind: 'connection' }
}
