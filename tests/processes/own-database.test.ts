import { randomBytes } from 'node:crypto'
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase, startEmbeddedServer } from '@stella/database'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { makeDataFolder } from '../../database/src/testing/data-folder.ts'
import { signInAt } from '../program/api-session.ts'
import { newPlace, runProgram, startProgram } from '../program/running-program.ts'

// A PostgreSQL of one's own as the README says to prepare it: an owner with CREATEROLE and a password, and its
// database; everybody signs in with a password.

const patienceMs = 120_000

let folder: string
let server: Awaited<ReturnType<typeof startEmbeddedServer>>
let administrator: Database
let databaseUrl: string
beforeAll(async () => {
  folder = makeDataFolder('stella-own-')
  chmodSync(folder, 0o755)
  const accessFile = join(folder, 'access.conf')
  writeFileSync(accessFile, 'local all stella peer map=stella\nlocal all all scram-sha-256\n')
  const settings = { hba_file: accessFile, fsync: 'off' }
  server = await startEmbeddedServer({ dataFolder: join(folder, 'data'), settings })
  administrator = openDatabase({ url: server.url, role: 'owner', maxConnections: 1 })
  await administrator.pool.query(`create role boss login createrole password 'geheim'`)
  await administrator.pool.query('create database shop owner boss')
  const url = new URL(server.url)
  url.username = 'boss'
  url.password = 'geheim'
  url.pathname = '/shop'
  databaseUrl = url.href
})
afterAll(async () => {
  await administrator.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const usersOf = async (query: string) => {
  const { rows } = await administrator.pool.query<{ user: string }>(query)
  return rows.map(({ user }) => user)
}
const connected = () =>
  usersOf(`select distinct usename as "user" from pg_stat_activity where datname = 'shop' order by 1`)
const logins = () =>
  usersOf(
    `select rolname as "user" from pg_roles where rolcanlogin and rolname ~ '^stella_.*[0-9]' order by 1`,
  )

test('the program works with logins of its own, and as the owner only while it starts', {
  timeout: patienceMs,
}, async () => {
  const [old, young] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')]
  const place = await newPlace({ DATABASE_URL: databaseUrl, STELLA_SECRET_KEY: old })
  onTestFinished(place.clear)
  const first = await startProgram(place)
  const before = await logins()
  const users = await connected()
  expect(users.length).toBeGreaterThan(1)
  expect(before).toEqual(expect.arrayContaining(users))
  await signInAt(first.screen.address, first.screen.demo)
  const { output } = await first.stop()
  expect(output).not.toContain('geheim')

  place.environment.STELLA_SECRET_KEY = `${young},${old}`
  const second = await startProgram(place)
  const after = await logins()
  expect(after).toHaveLength(before.length)
  expect(after.filter((login) => before.includes(login))).toEqual([])
  await signInAt(second.screen.address, second.screen.demo)
  await second.stop()
})

test('an owner that may not make logins hears in one sentence what to have done', {
  timeout: patienceMs,
}, async () => {
  const place = await newPlace({
    DATABASE_URL: databaseUrl,
    STELLA_SECRET_KEY: randomBytes(32).toString('hex'),
  })
  onTestFinished(place.clear)
  await administrator.pool.query('alter role boss nocreaterole')
  const { code, output } = await runProgram(place, ['start'])
  await administrator.pool.query('alter role boss createrole')
  expect(code).toBe(1)
  expect(output.trim()).toMatch(
    /^De gebruiker «boss» van de database op .*\/shop mag geen logins maken; laat een beheerder «alter role "boss" createrole» uitvoeren en start Stella opnieuw\.$/,
  )
})
