import { api, dataOf, type Schemas } from '../api/client.ts'
import type { Session } from '../api/session.ts'

export function signIn(body: Schemas['Credentials']): Promise<Session> {
  return dataOf(api.POST('/api/session', { body }))
}

export function createAccount(body: Schemas['NewAccount']): Promise<Session> {
  return dataOf(api.POST('/api/accounts', { body }))
}

export function signOut(): Promise<unknown> {
  return dataOf(api.DELETE('/api/session'))
}
