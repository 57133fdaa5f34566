import { randomBytes } from 'node:crypto'
import {
  createSeal,
  eBoekhoudenAt,
  silentLog,
  startWorker,
  systemChance,
  systemClock,
} from '@stella/bookkeeping'
import { startSandbox } from '@stella/e-boekhouden-sandbox'
import { expect } from 'vitest'
import { signUp, testApi } from './test-api.ts'

/** The API with the real sandbox beside it, and a worker between them that a test starts. */
export async function linkedApi() {
  const sandbox = await startSandbox()
  const seal = createSeal({ current: 1, versions: new Map([[1, randomBytes(32)]]) })
  const openBooks = eBoekhoudenAt(sandbox.soapUrl)
  const worker: { current?: ReturnType<typeof startWorker> } = {}
  const api = await testApi({ seal, openBooks, wake: () => worker.current?.wake() })
  return {
    ...api,
    sandbox,
    startWorker: () => {
      worker.current = startWorker({
        database: api.database.database('stella_worker'),
        openBooks,
        seal,
        clock: systemClock,
        chance: systemChance,
        log: silentLog,
        pollEveryMs: 100,
      })
    },
    close: async () => {
      await worker.current?.stop()
      await api.close()
      await sandbox.close()
    },
  }
}

export type LinkedApi = Awaited<ReturnType<typeof linkedApi>>

/** The codes of the sandbox's first administration, as the manual has a person copy them. */
export function codesOf({ sandbox }: LinkedApi) {
  const { username, code1, code2 } = sandbox.administration
  return { username, securityCode1: code1, securityCode2: code2 }
}

/** Makes an account and links it. */
export async function linkedPerson(api: LinkedApi) {
  const person = await signUp(api.app)
  const answer = await person.as('PUT', '/api/connection', codesOf(api))
  expect(answer.statusCode, answer.body).toBe(200)
  return person
}
