import { randomInt } from 'node:crypto'
import type { Login } from '../../tests/program/running-program.ts'

/** Somebody who is signed in and asks the API. */
export interface Asker {
  /** How long until the first byte of an answer is there, in milliseconds; the rest is read too. */
  time(path: string): Promise<number>
  get<Answer>(path: string): Promise<Answer>
}

export async function signIn(address: string, { email, password }: Login): Promise<Asker> {
  const answer = await fetch(new URL('/api/session', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address, ...from() },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status} ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  const ask = async (path: string) => {
    const told = await fetch(new URL(path, address), { headers: { cookie, ...from() } })
    if (!told.ok) throw new Error(`${path}: ${told.status} ${await told.text()}`)
    return told
  }
  return {
    async time(path) {
      const startedAt = performance.now()
      const told = await ask(path)
      const time = performance.now() - startedAt
      await told.arrayBuffer()
      return time
    },
    get: async (path) => (await ask(path)).json(),
  }
}

/** Each from another address, as no single one asks that much. */
function from(): Record<string, string> {
  return { 'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}` }
}
