import type { SignInSearch } from '../routing/paths.ts'
import { type Raw, textOf } from '../routing/search.ts'

/**
 * Where signing in leads back to, whether the session ended by itself or for a new password, and whether the password
 * was given and a code is asked.
 */
export function signInSearch(raw: Raw): SignInSearch {
  // Only an address of our own: a link from elsewhere must not send a fresh session away.
  const back = textOf(raw.terug)
  const ours = back?.startsWith('/') && !back.startsWith('//') && !back.startsWith('/\\')
  return {
    ...(ours && { terug: back }),
    ...(raw.uitgelogd === true && { uitgelogd: true }),
    ...(raw.gewijzigd === true && { gewijzigd: true }),
    ...(raw.code === true && { code: true }),
  }
}
