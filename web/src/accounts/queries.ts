import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'
import type { Session } from '../api/session.ts'

export function signIn(body: Schemas['Credentials']): Promise<Session> {
  return dataOf(api.POST('/api/session', { body }))
}

export function createAccount(body: Schemas['NewAccount']): Promise<Session> {
  return dataOf(api.POST('/api/accounts', { body }))
}

export function requestPasswordReset(
  body: Schemas['PasswordResetRequest'],
): Promise<Schemas['PasswordResetAnswer']> {
  return dataOf(api.POST('/api/password-resets', { body }))
}

export function resetPassword(body: Schemas['PasswordReset']): Promise<unknown> {
  return dataOf(api.POST('/api/password-resets/password', { body }))
}

export function changePassword(body: Schemas['PasswordChange']): Promise<unknown> {
  return dataOf(api.PUT('/api/session/password', { body }))
}

export function signOut(): Promise<unknown> {
  return dataOf(api.DELETE('/api/session'))
}

export function switchOrganization(body: Schemas['OrganizationChoice']): Promise<Session> {
  return dataOf(api.PUT('/api/session/organization', { body }))
}

export function createOrganization(body: Schemas['NewOrganization']): Promise<Session> {
  return dataOf(api.POST('/api/organizations', { body }))
}

export type OwnSession = Schemas['OwnSession']

export const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/sessions', { signal })),
})

export function endSession(id: string): Promise<unknown> {
  return dataOf(api.DELETE('/api/sessions/{id}', { params: { path: { id } } }))
}

export function endOtherSessions(): Promise<unknown> {
  return dataOf(api.DELETE('/api/sessions'))
}

export function confirmPassword(body: Schemas['PasswordConfirmation']): Promise<unknown> {
  return dataOf(api.POST('/api/session/confirmations', { body }))
}
