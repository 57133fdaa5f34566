import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, startEmbeddedServer } from '@stella/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { streamsOf } from '../documents/src/testing/read-pdf.ts'
import { readBackup } from '../stella/src/backups/backup-file.ts'
import { readIdentity } from '../stella/src/backups/backup-key.ts'
import { unpacked } from '../transfer/src/testing/unpacked.ts'
import {
  type ApiSession,
  eventually,
  fillProfile,
  finalize,
  makeCustomer,
  makeDraft,
  signInAt,
} from './program/api-session.ts'
import { connectionCodes, knownCodes } from './program/books.ts'
import {
  newPlace,
  type Place,
  type RunningProgram,
  runProgram,
  startProgram,
} from './program/running-program.ts'
import { controlOf } from './program/sandbox-control.ts'

// The three codes and a password are used in every way there is, with success and without; afterwards nothing that
// Stella wrote or answered may hold one of them. The sandbox's own folder is left out: it plays the service, which
// knows its own codes.

const wrongCode1 = 'canary-wrong-code-1-77aa'
const wrongCode2 = 'canary-wrong-code-2-88bb'
const password = 'canary-password-99cc'
const canaries = {
  'the username': connectionCodes.username,
  'code 1': connectionCodes.securityCode1,
  'code 2': connectionCodes.securityCode2,
  'a refused code 1': wrongCode1,
  'a refused code 2': wrongCode2,
  'a password': password,
}

let place: Place
let program: RunningProgram
const answers: string[] = []
const papers: Record<string, string[]> = {}

beforeAll(async () => {
  place = await newPlace({ ...knownCodes, STELLA_LOG_LEVEL: 'debug' })
  program = await startProgram(place)
  const { address } = program.screen
  const account = { email: 'canary@voorbeeld.test', password }
  await fetch(`${address}/api/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ ...account, name: 'Kanarie', organizationName: 'Kanariebedrijf' }),
  })
  await remember(await signInAt(address, account))
})
afterAll(async () => {
  await program.stop()
  place.clear()
})

/** Uses the codes well and badly, and keeps every answer. */
async function remember(api: ApiSession): Promise<void> {
  const ask = async (method: string, path: string, body?: unknown) => {
    const { text } = await api.raw(method, path, body)
    answers.push(text)
    return text
  }
  await fillProfile(api)
  await ask('PUT', '/api/connection', { ...connectionCodes, securityCode1: wrongCode1 })
  await ask('PUT', '/api/connection', { ...connectionCodes, securityCode2: wrongCode2 })
  await ask('PUT', '/api/connection', { ...connectionCodes, securityCode1: { nested: wrongCode1 } })
  await ask('PUT', '/api/connection', connectionCodes)
  await ask('POST', '/api/session', { email: 'canary@voorbeeld.test', password: `${password}x` })
  await ask('POST', '/api/accounts', { email: 'not an address', password, name: '', organizationName: '' })
  const draft = await makeDraft(api, await makeCustomer(api))
  const { id } = await finalize(api, draft.id)
  await eventually(
    () => api.get<{ books: { state: string } }>(`/api/invoices/${id}`),
    ({ books }) => books.state === 'booked' || books.state === 'verified',
  )
  await ask('POST', '/api/connection/tests')
  const reads = [
    'session',
    'organization',
    'connection',
    'activities',
    'overview',
    'customers',
    'invoices',
    'api-keys',
  ]
  for (const path of reads) await ask('GET', `/api/${path}`)
  await ask('GET', `/api/invoices/${id}`)
  await ask('GET', `/api/invoices/${id}/ubl`)
  await ask('GET', `/api/invoices/${id}/booking-preview`)
  papers['the PDF'] = streamsOf(await api.bytes(`/api/invoices/${id}/pdf`))
  papers['the archive of everything'] = await archiveOf(api)
  papers['the changes as CSV'] = [(await api.bytes('/api/audit/csv')).toString('utf8')]
  await ask('DELETE', '/api/connection')
  await ask('PUT', '/api/connection', connectionCodes)
  await controlOf(program.screen.sandbox).changePassword(connectionCodes.username)
  await eventually(
    () => ask('POST', '/api/connection/tests'),
    (answer) => answer.includes('codes_refused'),
  )
  await eventually(
    async () => lettersIn(place).filter(isAboutCodes),
    (letters) => letters.length > 0,
  )
}

test('the codes were accepted and used, so there was something to leak', () => {
  expect(answers.some((answer) => answer.includes('"state":"active"'))).toBe(true)
})

test('no answer of the API holds a code or a password', () => {
  expect(answers.flatMap((answer, at) => canariesIn(`answer ${at}: ${answer.slice(0, 80)}`, answer))).toEqual(
    [],
  )
})

async function archiveOf(api: ApiSession): Promise<string[]> {
  const period = { from: '2020-01-01', until: '2049-12-31' }
  const { id } = await api.send<{ id: string }>('POST', '/api/exports', period)
  await eventually(
    () => api.get<{ items: { id: string; state: string }[] }>('/api/exports'),
    ({ items }) => items.some((it) => it.id === id && it.state === 'ready'),
  )
  const files = await unpacked(await api.bytes(`/api/exports/${id}/file`))
  return [...files].flatMap(([name, content]) => [name, content.toString('latin1')])
}

test('no document, archive or list that is taken out holds a code or a password', () => {
  expect(Object.values(papers).map((texts) => texts.length > 0)).toEqual([true, true, true])
  const found = Object.entries(papers).flatMap(([place, texts]) => canariesIn(place, texts.join('\n')))
  expect(found).toEqual([])
})

test('no backup holds a code or a password, also for who can open it', async () => {
  const { code, output } = await runProgram(place, ['backup'])
  expect([code, canariesIn('the terminal', output)]).toEqual([0, []])
  const folder = join(place.dataFolder, 'backups')
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.age'))
  const identity = readIdentity(join(place.dataFolder, 'backup.key'))
  let rows = 0
  for await (const part of readBackup(join(folder, file), [identity])) {
    const text = JSON.stringify(part)
    rows += part.kind === 'rows' ? part.rows.length : 0
    expect(canariesIn('the backup', text)).toEqual([])
  }
  expect(rows).toBeGreaterThan(10)
})

test('the service writes no picture of its memory when it dies', () => {
  expect(readFileSync(new URL('../deploy/systemd/stella.service', import.meta.url), 'utf8')).toContain(
    'LimitCORE=0',
  )
  expect(filesUnder(place.dataFolder).filter((file) => /(^|\/)(core|report)\b[^/]*$/.test(file))).toEqual([])
})

test('no table holds a code or a password in clear', async () => {
  const server = await startEmbeddedServer({ dataFolder: place.dataFolder })
  const database = openDatabase({ url: server.url, role: 'owner' })
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  let rowCount = 0
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ text: string }>(`select t::text as text from ${name} t`)
    rowCount += rows.length
    for (const { text } of rows) found.push(...canariesIn(name, text))
  }
  await database.close()
  await server.stop()
  expect(rowCount).toBeGreaterThan(10)
  expect(found).toEqual([])
})

test('no log and no other file of the data folder holds a code or a password', () => {
  const files = filesUnder(place.dataFolder)
  expect(files.some((file) => file.endsWith('stella.log'))).toBe(true)
  expect(files.flatMap((file) => canariesIn(file, readFileSync(file, 'latin1')))).toEqual([])
})

test('the letter about refused codes holds no code and no user name of e-Boekhouden.nl', () => {
  const letters = lettersIn(place)
  expect(letters.filter(isAboutCodes).map((letter) => letter.includes('Dag Kanarie,'))).toEqual([true])
  expect(letters.flatMap((letter) => canariesIn('the letter', letter))).toEqual([])
})

test('the short screen holds no code', async () => {
  const { output } = await program.stop()
  expect(canariesIn('the terminal', output)).toEqual([])
})

const isAboutCodes = (letter: string) => /^Subject: .*koppeling/m.test(letter)

/** The letters that would have been sent, their lines joined that were broken for the way. */
function lettersIn({ dataFolder }: Place): string[] {
  const folder = join(dataFolder, 'mail')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll(/=\r?\n/g, ''))
}

/** Looks for each secret as it is and as an encoding of it could show it. */
function canariesIn(place: string, text: string): string[] {
  return Object.entries(canaries).flatMap(([name, secret]) => {
    const bytes = Buffer.from(secret)
    const forms = [
      secret,
      encodeURIComponent(secret),
      bytes.toString('hex'),
      bytes.toString('base64').replace(/=*$/, ''),
      bytes.toString('base64url'),
    ]
    return forms.some((form) => text.includes(form)) ? [`${name} in ${place}`] : []
  })
}

/** All files but the sandbox's; the database's own files too, since a stolen disk is a stolen table. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return path === join(place.dataFolder, 'sandbox') ? [] : filesUnder(path)
    return entry.isFile() ? [path] : []
  })
}
