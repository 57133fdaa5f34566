import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  type ApiSession,
  eventually,
  finalize,
  makeCustomer,
  makeDraft,
  signInAt,
} from '../program/api-session.ts'
import { connectionCodes, knownCodes } from '../program/books.ts'
import { newPlace, type Place, runProgram, startProgram } from '../program/running-program.ts'

const patienceMs = 300_000

test('a backup beside a running Stella fills an empty installation, which goes on once the books were compared', {
  timeout: patienceMs,
}, async () => {
  const place = await newPlace({ ...knownCodes })
  onTestFinished(place.clear)
  const first = await startProgram(place)
  const api = await signInAt(first.screen.address, first.screen.demo)
  await api.send('PUT', '/api/connection', connectionCodes)
  const draft = await makeDraft(api, await makeCustomer(api))
  const taken = await runProgram(place, ['backup'])
  expect(taken.output).toContain('Op proef teruggezet: alles is er')
  expect(taken.code).toBe(0)
  const { number } = await finalize(api, draft.id)
  await isBooked(api, draft.id)
  const file = join(place.dataFolder, 'backups', newestIn(place))

  const refused = await runProgram(place, ['restore', file])
  expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('is al in gebruik')])
  await first.stop()
  const used = await runProgram(place, ['restore', file])
  expect([used.code, used.output]).toEqual([1, expect.stringContaining('staan al gegevens')])

  const other = await newPlace({ ...knownCodes })
  onTestFinished(other.clear)
  const keyless = await runProgram(other, ['restore', file])
  expect([keyless.code, keyless.output]).toEqual([1, expect.stringContaining('Er is geen sleutel in')])
  // The keys are kept apart and come back by hand; the practice books play e-Boekhouden.nl, which is still there.
  for (const kept of ['sealing.key', 'session.secret', 'demo.json', 'sandbox'])
    cpSync(join(place.dataFolder, kept), join(other.dataFolder, kept), { recursive: true })
  const key = join(place.dataFolder, 'backup.key')
  const restored = await runProgram(other, ['restore', file, '--key', key])
  expect([restored.code, restored.output]).toEqual([0, expect.stringContaining('Teruggezet:')])

  const second = await startProgram(other)
  const again = await signInAt(second.screen.address, first.screen.demo)
  const early = await again.raw('POST', `/api/invoices/${draft.id}/finalization`)
  expect(early.text).toContain('books_not_compared')
  const compared = await runProgram(other, ['compare-books'])
  expect([compared.code, compared.output]).toEqual([
    0,
    expect.stringContaining(`Weer definitief: ${number}.`),
  ])
  await isBooked(again, draft.id)
  const log = await again.raw('GET', '/api/activities')
  expect(log.text).toContain('Stella is teruggezet')
  await second.stop()
})

const isBooked = (api: ApiSession, id: string) =>
  eventually(
    () => api.get<{ books: { state: string } }>(`/api/invoices/${id}`),
    ({ books }) => ['booked', 'verified'].includes(books.state),
  )

function newestIn(place: Place): string {
  return readdirSync(join(place.dataFolder, 'backups')).find((name) => name.endsWith('.age')) ?? ''
}
