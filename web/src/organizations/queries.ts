import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'
import type { Session } from '../api/session.ts'
import type { Period } from '../format/period.ts'

export type OrganizationContent = Schemas['OrganizationContent']
export type Organization = Schemas['Organization']

export type OrganizationStanding = Schemas['OrganizationStanding']

export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/organization', { signal })),
})

export type WhatCloses = Schemas['WhatCloses']

/** What closing would do now; asked anew each time it is considered. */
export const closingQuery = queryOptions({
  queryKey: ['organization', 'closing'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/organization/closing', { signal })),
  staleTime: 0,
})

export function closeOrganization(body: Schemas['OwnPassword']): Promise<Session> {
  return dataOf(api.POST('/api/organization/closing', { body }))
}

export function changeOrganization(body: OrganizationContent) {
  return dataOf(api.PUT('/api/organization', { body }))
}

/** A file as the new logo; what it holds is judged there. */
export async function changeLogo(file: Blob): Promise<Organization> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return dataOf(api.PUT('/api/organization/logo', { body: { data: btoa(text) } }))
}

export function removeLogo(): Promise<Organization> {
  return dataOf(api.DELETE('/api/organization/logo'))
}

/** While a period is read somewhere the page looks this often how far it is. */
const lookMs = 3_000

export function standingsQuery({ from, until }: Pick<Period, 'from' | 'until'>) {
  return queryOptions({
    queryKey: ['organizations', from, until],
    queryFn: async ({ signal }) =>
      (await dataOf(api.GET('/api/organizations', { params: { query: { from, until } }, signal }))).items,
    refetchInterval: (query) => (query.state.data?.some(({ isBeingRead }) => isBeingRead) ? lookMs : false),
    placeholderData: keepPreviousData,
  })
}

export function readReconciliations({ from, until }: Pick<Period, 'from' | 'until'>) {
  return dataOf(api.POST('/api/organizations/reconciliations', { body: { from, until } }))
}
