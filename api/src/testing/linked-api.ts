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
export async function linkedApi(given: Pick<NonNullable<Parameters<typeof testApi>[0]>, 'imports'> = {}) {
  const sandbox = await startSandbox()
  const seal = createSeal([{ name: 'test', formerName: 'version 1', key: randomBytes(32) }])
  const openBooks = eBoekhoudenAt(sandbox.soapUrl)
  const worker: { current?: ReturnType<typeof startWorker> } = {}
  const api = await testApi({ ...given, seal, openBooks, wake: () => worker.current?.wake() })
  return {
    ...api,
    sandbox,
    seal,
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

type Administration = LinkedApi['sandbox']['administration']

/** The codes of an administration, as the manual has a person copy them. */
export function codesOf({ username, code1, code2 }: Administration) {
  return { username, securityCode1: code1, securityCode2: code2 }
}

/** Makes an account and links it to an administration of its own. */
export async function linkedPerson(api: LinkedApi) {
  const administration = api.sandbox.addAdministration()
  const person = await signUp(api.app)
  const answer = await person.as('PUT', '/api/connection', codesOf(administration))
  expect(answer.statusCode, answer.body).toBe(200)
  return { ...person, administration, books: () => api.sandbox.books(administration.guid) }
}
