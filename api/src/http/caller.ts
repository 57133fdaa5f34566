import type { Permission, Role } from '@stella/invoicing'

export const sessionCookie = 'stella.session_token'

export type Organization = { id: string; name: string }

/** Where a person works, and as what. */
export type Membership = Organization & {
  role: Role
  /** Whether it asks a second factor of whoever changes what lets others in or moves money. */
  asksSecondFactor: boolean
}

export type Person = {
  kind: 'person'
  user: {
    id: string
    name: string
    email: string
    supportRole: boolean
    hasSecondFactor: boolean
    hasConfirmedEmail: boolean
  }
  /** The organization that this session works in. */
  organization: Membership | null
  /** All they may do there. */
  permissions: readonly Permission[]
  /** The session it is, as its token is stored. */
  sessionTokenHash: string
  /** Whether they gave their password within a quarter of an hour. */
  isFresh: boolean
}

/** A key of a person: it does what they may, as far as it was made for. */
export type Program = {
  kind: 'program'
  apiKeyId: string
  name: string
  userId: string
  /** Of the person whose key it is. */
  hasConfirmedEmail: boolean
  organization: Organization
  permissions: readonly Permission[]
}

/** Whoever sent a request: a person with a session, or a program with an API key. */
export type Caller = Person | Program

/** Finds out who sent a request, and forgets at once what is withdrawn here. */
export type Callers = {
  /** The person of a session cookie, or null; `setCookies` hands on the cookies of a renewed session. */
  ofSession(cookie: string, setCookies: (cookies: string[]) => void): Promise<Person | null>
  /** The program of an API key, or null. */
  ofApiKey(key: string): Promise<Program | null>
  forgetSession(cookie: string): void
  forgetPerson(userId: string): void
  forgetProgram(apiKeyId: string): void
  forgetOrganization(organizationId: string): void
  /** Whether word comes of what is withdrawn elsewhere; while it does not, nothing is believed unseen. */
  trust(hears: boolean): void
}
