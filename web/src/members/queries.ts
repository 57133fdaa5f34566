import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'
import type { Session } from '../api/session.ts'

export type Member = Schemas['Member']
export type Invitation = Schemas['Invitation']
export type Role = Schemas['Role']
export type Members = Schemas['Members']

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/members', { signal })),
})

const pathOf = (id: string) => ({ path: { id } })

export function changeRole({ id, role }: { id: string; role: Role }): Promise<Member> {
  return dataOf(api.PUT('/api/members/{id}/role', { params: pathOf(id), body: { role } }))
}

export function removeMember(id: string): Promise<unknown> {
  return dataOf(api.DELETE('/api/members/{id}', { params: pathOf(id) }))
}

export function leaveOrganization(): Promise<unknown> {
  return dataOf(api.DELETE('/api/membership'))
}

export function askSecondFactor(body: Schemas['SecondFactorRule']): Promise<Schemas['SecondFactorRule']> {
  return dataOf(api.PUT('/api/organization/second-factor', { body }))
}

export function invite(body: Schemas['InvitationContent']): Promise<Invitation> {
  return dataOf(api.POST('/api/invitations', { body }))
}

export function changeInvitation({ id, role }: { id: string; role: Role }): Promise<Invitation> {
  return dataOf(api.PUT('/api/invitations/{id}', { params: pathOf(id), body: { role } }))
}

export function sendInvitation(id: string): Promise<Invitation> {
  return dataOf(api.POST('/api/invitations/{id}/letters', { params: pathOf(id) }))
}

export function withdrawInvitation(id: string): Promise<unknown> {
  return dataOf(api.DELETE('/api/invitations/{id}', { params: pathOf(id) }))
}

export function lookUpInvitation(token: string): Promise<Schemas['InvitationSeen']> {
  return dataOf(api.POST('/api/invitation-links/lookups', { body: { token } }))
}

export function acceptInvitation(body: Schemas['InvitationAcceptance']): Promise<Session> {
  return dataOf(api.POST('/api/invitation-links/acceptances', { body }))
}
