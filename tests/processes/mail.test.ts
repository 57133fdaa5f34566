import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { expect, onTestFinished, test } from 'vitest'
import { startMailServer } from '../../mail/src/testing/mail-server.ts'
import { type ApiSession, eventually, signInAt } from '../program/api-session.ts'
import { connectionCodes, knownCodes } from '../program/books.ts'
import {
  endAtOnce,
  newPlace,
  processesOf,
  type RunningProgram,
  startProgram,
} from '../program/running-program.ts'
import { controlOf } from '../program/sandbox-control.ts'

const subjectOfPause = 'Studio Noorderlicht: de koppeling met e-Boekhouden.nl wacht op nieuwe codes'

test('a changed password is told to the owner, in a file where no mail server is set', async () => {
  const place = await newPlace(knownCodes)
  onTestFinished(place.clear)
  const program = await startProgram(place)
  const folder = join(place.dataFolder, 'mail')
  await pause(program)
  const files = () => (readdirSync(place.dataFolder).includes('mail') ? readdirSync(folder) : [])
  const letters = await eventually(
    () =>
      Promise.all(
        files()
          .filter((name) => name.endsWith('.eml'))
          .map((file) => simpleParser(readFileSync(join(folder, file)))),
      ),
    (found) => found.some((letter) => letter.subject === subjectOfPause),
  )
  const letter = letters.find((one) => one.subject === subjectOfPause)
  if (letter === undefined) throw new Error('It was there.')
  expect(letter.text).toContain(`${program.screen.address}/voorkeuren/integraties/e-boekhouden`)
  const { output } = await program.stop()
  expect(output).toContain(folder)
  for (const code of Object.values(connectionCodes)) {
    expect(`${letter.subject}${letter.text}${letter.html}`).not.toContain(code)
  }
})

test('a letter that waits while the program is killed is sent by the next start', async () => {
  const server = await startMailServer({ asks: { user: 'stella', password: 'p@s/woord' } })
  const { port, url } = server
  await server.close()
  const place = await newPlace({ ...knownCodes, SMTP_URL: url, MAIL_FROM: 'Stella <post@voorbeeld.test>' })
  onTestFinished(place.clear)
  const first = await startProgram(place)
  await pause(first)
  for (const pid of [first.process.pid, ...processesOf(place)]) if (pid !== undefined) endAtOnce(pid)
  await first.ended
  const again = await startMailServer({ port, asks: { user: 'stella', password: 'p@s/woord' } })
  onTestFinished(again.close)
  const second = await startProgram(place)
  // Besides it the owner is told that codes were entered.
  const ofPause = () => again.letters.filter((letter) => letter.subject === subjectOfPause)
  await eventually(
    async () => ofPause().length,
    (count) => count > 0,
  )
  expect(ofPause().map(({ to }) => [to].flat()[0]?.text)).toEqual(['"Noor Visser" <demo@stella.example>'])
  const { output } = await second.stop()
  expect(ofPause()).toHaveLength(1)
  const log = readFileSync(join(place.dataFolder, 'logs', 'stella.log'), 'utf8')
  for (const text of [output, log]) expect(text).not.toMatch(/p@s|p%40s/)
})

/** Links the demo's organization, and has its password changed in the books. */
async function pause({ screen }: RunningProgram): Promise<void> {
  const api: ApiSession = await signInAt(screen.address, screen.demo)
  await api.send('PUT', '/api/connection', connectionCodes)
  await controlOf(screen.sandbox).changePassword(connectionCodes.username)
  await eventually(
    () =>
      api
        .send<{ state: string }>('POST', '/api/connection/tests')
        .then(() => api.get<{ state: string }>('/api/connection')),
    ({ state }) => state === 'paused',
  )
}
