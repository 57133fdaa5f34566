import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'

/** A way into the website of e-Boekhouden.nl. Both parts are secrets: who has them is signed in. */
export type SignIn = { token: string; signInUrl: string }

/** AutoLogin. */
export async function autoLogin(service: Service, options?: CallOptions): Promise<SignIn> {
  const token = await service.signInToken(options)
  return { token, signInUrl: service.signInUrl(token) }
}
