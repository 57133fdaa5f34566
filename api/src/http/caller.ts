export const sessionCookie = 'stella.session_token'

export type Organization = { id: string; name: string }

export type Person = {
  kind: 'person'
  user: { id: string; name: string; email: string; supportRole: boolean }
  organization: Organization | null
  /** The session it is, as its token is stored. */
  sessionTokenHash: string
}

export type Program = { kind: 'program'; apiKeyId: string; organization: Organization }

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
}
