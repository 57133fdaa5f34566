import { sessionCookie } from '../http/caller.ts'

/** The token of the session that these `Set-Cookie` headers begin, without its signature; empty where they begin none. */
export function sessionTokenIn(cookies: readonly string[]): string {
  const cookie = cookies.findLast((one) => one.startsWith(`${sessionCookie}=`)) ?? ''
  const [value = ''] = cookie.slice(sessionCookie.length + 1).split(';')
  const [token = ''] = decodeURIComponent(value).split('.')
  return token
}
