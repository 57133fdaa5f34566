import { randomBytes } from 'node:crypto'
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, startEmbeddedServer } from '@stella/database'
import { expect, onTestFinished } from 'vitest'
import { makeDataFolder } from '../../database/src/testing/data-folder.ts'
import { type SandboxProcess, startSandboxProcess } from '../chaos/processes/sandbox.ts'
import { newPlace, type Place, type RunningProgram, startProgram } from './running-program.ts'

export interface Shared {
  /** Of the superuser of the PostgreSQL; the program's database is `shop`, of the user `boss`. */
  serverUrl: string
  sandbox: SandboxProcess
  /** What several processes of the program have in common. */
  settings: Record<string, string>
  stop(): Promise<void>
}

/** A PostgreSQL and books of one's own, for several processes of the program, as deploy/README.md describes them. */
export async function startShared(): Promise<Shared> {
  const folder = makeDataFolder('stella-several-')
  chmodSync(folder, 0o755)
  const accessFile = join(folder, 'access.conf')
  writeFileSync(accessFile, 'local all stella peer map=stella\nlocal all all scram-sha-256\n')
  const server = await startEmbeddedServer({
    dataFolder: join(folder, 'data'),
    settings: { hba_file: accessFile, fsync: 'off' },
  })
  const administrator = openDatabase({ url: server.url, role: 'owner', maxConnections: 1 })
  await administrator.pool.query(`create role boss login createrole password 'geheim'`)
  await administrator.pool.query('create database shop owner boss')
  await administrator.close()
  const url = new URL(server.url)
  Object.assign(url, { username: 'boss', password: 'geheim', pathname: '/shop' })
  const sandbox = await startSandboxProcess({})
  return {
    serverUrl: server.url,
    sandbox,
    settings: {
      DATABASE_URL: url.href,
      STELLA_SECRET_KEY: randomBytes(32).toString('hex'),
      EBOEKHOUDEN_SOAP_URL: sandbox.soapUrl,
      STELLA_DRAIN_SECONDS: '1',
    },
    async stop() {
      await sandbox.stop()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A process that is stopped and started again in its place, on its own port and data folder. */
export async function startOne(kind: 'the web alone' | 'the worker alone', settings: Record<string, string>) {
  const place: Place = await newPlace(settings)
  onTestFinished(place.clear)
  const one: { address: string; program: RunningProgram; again(): Promise<void> } = {
    address: `http://127.0.0.1:${place.environment.PORT}`,
    program: await startProgram(place, kind),
    async again() {
      const { code } = await one.program.stop('SIGTERM')
      expect(code).toBe(0)
      one.program = await startProgram(place, kind)
    },
  }
  return one
}

export async function signUp(address: string): Promise<string> {
  const email = `persoon-${randomBytes(4).toString('hex')}@voorbeeld.test`
  const answer = await fetch(`${address}/api/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({
      name: 'Anna',
      email,
      password: 'een-lang-wachtwoord',
      organizationName: 'Veel BV',
    }),
  })
  expect(answer.status).toBe(201)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
}

export const profile = {
  name: 'Veel BV',
  address: 'Kade 1',
  postalCode: '1011 AB',
  city: 'Amsterdam',
  country: 'NL',
  kvkNumber: '12345678',
  vatNumber: 'NL123456782B90',
  iban: 'NL91ABNA0417164300',
  accountName: 'Veel BV',
}
export const customer = {
  kind: 'company',
  name: 'Bakkerij De Korenaar',
  address: 'Molenweg 4',
  postalCode: '3512 JE',
  city: 'Utrecht',
  country: 'NL',
}
export const invoiceFor = (customerId: string) => ({
  customerId,
  invoiceDate: '2026-11-20',
  paymentTermDays: 14,
  lines: [{ description: 'Advies', quantity: '2', unitPrice: '50.00', vatTreatment: 'high' }],
})
