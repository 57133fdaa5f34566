import type { ServerResponse } from 'node:http'
import { afterEach } from 'vitest'
import type { Client } from '../client.ts'
import { createClient } from '../client.ts'
import type { ClientOptions } from '../client-options.ts'
import type { EBoekhoudenError } from '../errors/errors.ts'
import { isEBoekhoudenError } from '../errors/errors.ts'
import { sendXml, sessionAnswer, testCodes } from './answers.ts'
import type { Arrived, TestServer } from './test-server.ts'
import { startTestServer } from './test-server.ts'

export type ClientWithServer = { client: Client; server: TestServer; close(): Promise<void> }

/**
 * A client and the server that it calls. Sessions go well unless `answer` takes them on, by returning true
 * for what it has answered.
 */
export async function startClient(
  answer: (request: Arrived, response: ServerResponse, earlier: number) => boolean | Promise<boolean>,
  options: Partial<ClientOptions> = {},
): Promise<ClientWithServer> {
  const server = await startTestServer(async (request, response, earlier) => {
    if (await answer(request, response, earlier)) return
    const xml = sessionAnswer(request.operation)
    if (xml === null) throw new Error(`no answer to ${request.operation} in this test`)
    sendXml(response, xml)
  })
  const client = createClient({
    url: server.url,
    credentials: testCodes,
    totalTimeoutMs: 300_000,
    ...options,
  })
  return {
    client,
    server,
    close: async () => {
      await client.close()
      await server.close()
    },
  }
}

/** Starts clients as `startClient` does, and closes each after the test that it was started in. */
export function closedAfterEach(): typeof startClient {
  const started: ClientWithServer[] = []
  afterEach(async () => {
    for (const one of started.splice(0)) await one.close()
  })
  return async (...input) => {
    const one = await startClient(...input)
    started.push(one)
    return one
  }
}

/** The error that a call rejects with; fails the test when it succeeds or rejects with something else. */
export async function errorOf(call: Promise<unknown>): Promise<EBoekhoudenError> {
  try {
    await call
  } catch (error) {
    if (isEBoekhoudenError(error)) return error
    throw error
  }
  throw new Error('the call succeeded')
}
