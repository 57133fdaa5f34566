import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type OrganizationContent = Schemas['OrganizationContent']

export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/organization', { signal })),
})

export function changeOrganization(body: OrganizationContent) {
  return dataOf(api.PUT('/api/organization', { body }))
}
