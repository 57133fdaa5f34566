import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'
import type { Session } from '../api/session.ts'

/** The session, or that a code is asked. */
export function signIn(body: Schemas['Credentials']): Promise<Session | Schemas['SignInStep']> {
  return dataOf(api.POST('/api/session', { body }))
}

export function signInWithCode(body: Schemas['SignInCode']): Promise<Session> {
  return dataOf(api.POST('/api/session/codes', { body }))
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

export function openOrganization(id: string, body: Schemas['OwnPassword']): Promise<Session> {
  return dataOf(api.POST('/api/organizations/{id}/openings', { params: { path: { id } }, body }))
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

export type SecondFactor = Schemas['SecondFactor']

export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/second-factor', { signal })),
})

export function beginSecondFactor(body: Schemas['OwnPassword']): Promise<Schemas['SecondFactorBegun']> {
  return dataOf(api.POST('/api/second-factor', { body }))
}

export function confirmSecondFactor(body: Schemas['SecondFactorCode']): Promise<unknown> {
  return dataOf(api.POST('/api/second-factor/confirmations', { body }))
}

export function makeRecoveryCodes(body: Schemas['OwnPassword']): Promise<Schemas['RecoveryCodes']> {
  return dataOf(api.POST('/api/second-factor/recovery-codes', { body }))
}

export function removeSecondFactor(body: Schemas['OwnPassword']): Promise<unknown> {
  return dataOf(api.POST('/api/second-factor/removals', { body }))
}

export function changeEmail(body: Schemas['EmailChange']): Promise<unknown> {
  return dataOf(api.PUT('/api/session/email', { body }))
}

export function sendEmailConfirmation(): Promise<unknown> {
  return dataOf(api.POST('/api/session/email/letters'))
}

export function confirmEmail(body: Schemas['EmailConfirmation']): Promise<Schemas['ConfirmedEmail']> {
  return dataOf(api.POST('/api/email-confirmations', { body }))
}

export function deleteAccount(body: Schemas['AccountDeletion']): Promise<unknown> {
  return dataOf(api.POST('/api/account/deletion', { body }))
}
