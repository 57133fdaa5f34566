import { afterEach } from 'vitest'
import { TransportFailure } from '../transport/transport.ts'
import type { TransportOptions } from '../transport/transport-options.ts'
import { createTransport } from '../transport/undici-transport.ts'
import { startTcpServer, startTestServer } from './test-server.ts'

export const request = { headers: { 'content-type': 'text/xml; charset=utf-8' }, body: '<a>é</a>' }

/** What is to be closed when the test is over, the last first. */
export const cleanUps: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

export function transportTo(url: string, options: TransportOptions = {}) {
  const transport = createTransport({ url, ...options })
  cleanUps.push(() => transport.close())
  return transport
}

export async function server(...input: Parameters<typeof startTestServer>) {
  const started = await startTestServer(...input)
  cleanUps.push(() => started.close())
  return started
}

export async function tcpServer(...input: Parameters<typeof startTcpServer>) {
  const started = await startTcpServer(...input)
  cleanUps.push(() => started.close())
  return started
}

/** How a request failed; fails the test when it did not. */
export async function failureOf(sending: Promise<unknown>): Promise<TransportFailure['failure']> {
  const error = await sending.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof TransportFailure)) throw new Error(`no transport failure: ${String(error)}`)
  return error.failure
}
