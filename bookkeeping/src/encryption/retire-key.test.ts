import { randomBytes } from 'node:crypto'
import {
  findMailServerPassword,
  findSecret,
  inOrganization,
  listSecrets,
  resealSecret,
  saveMailServer,
} from '@stella/database'
import { type TestDatabase, testDatabase, testOrganization } from '@stella/database/testing'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { LinkedOrganization, testCodes } from '../../testing/linked-organization.ts'
import { ScriptedBooks } from '../../testing/scripted-books.ts'
import { shiftedClock } from '../../testing/shifted-clock.ts'
import { placeOfPassword, retireSealingKey, sealingKeysInUse } from './retire-key.ts'
import { createSeal, type Seal } from './seal.ts'
import { parseSealingKeys } from './sealing-keys.ts'

const [old, young] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')]
const sealWith = (...keys: string[]): Seal => createSeal(parseSealingKeys(keys.join(','), 'test'))
const nameOf = (key: string) => sealWith(key).keys[0]?.name ?? ''

let db: TestDatabase
beforeEach(async () => {
  db = await testDatabase()
  onTestFinished(() => db.close())
})

const link = (seal: Seal) =>
  LinkedOrganization.create(db, { clock: shiftedClock(), seal, openBooks: new ScriptedBooks().open })
const parts = (...keys: string[]) => ({ database: db.database('stella_worker'), seal: sealWith(...keys) })
const secretsOf = ({ id }: LinkedOrganization) =>
  inOrganization(db.database('stella_worker'), id, (tx) => listSecrets(tx))

async function codesOf(organization: LinkedOrganization, seal: Seal) {
  const [secret] = await secretsOf(organization)
  if (secret === undefined) throw new Error('no secret')
  return seal.open(secret, {
    organizationId: organization.id,
    rowId: secret.connectionId,
    purpose: 'e-boekhouden-codes',
  })
}

describe('retiring a key', () => {
  test('seals under the first key what it sealed, so that all opens and is recognised without it', async () => {
    const before = [await link(sealWith(old)), await link(sealWith(old))]
    const since = await link(sealWith(young, old))
    expect(await sealingKeysInUse(parts(young, old))).toEqual([
      { name: nameOf(young), isKnown: true, connections: 1, mailServers: 0, books: 1 },
      { name: nameOf(old), isKnown: true, connections: 2, mailServers: 0, books: 2 },
    ])
    expect(await retireSealingKey(parts(young, old), nameOf(old))).toMatchObject({ connections: 0, books: 0 })
    for (const organization of [...before, since])
      expect(await codesOf(organization, sealWith(young))).toEqual(testCodes)
    expect(await sealingKeysInUse(parts(young))).toEqual([
      { name: nameOf(young), isKnown: true, connections: 3, mailServers: 0, books: 3 },
    ])
  })

  test('done again changes nothing', async () => {
    const organization = await link(sealWith(old))
    await retireSealingKey(parts(young, old), nameOf(old))
    const [once] = await secretsOf(organization)
    expect(once?.keyName).toBe(nameOf(young))
    await retireSealingKey(parts(young, old), nameOf(old))
    expect(await secretsOf(organization)).toEqual([once])
  })

  test('includes what was sealed before keys had names', async () => {
    const organization = await link(sealWith(old))
    await db
      .database('owner')
      .pool.query(`update books set fingerprint_key_name = 'version 1' where organization_id = $1`, [
        organization.id,
      ])
    const inUse = await sealingKeysInUse(parts(young, old))
    expect(inUse[1]).toMatchObject({ name: nameOf(old), books: 1 })
    await retireSealingKey(parts(young, old), nameOf(old))
    const same = await organization.compare(new ScriptedBooks().open, testCodes)
    expect(same).toMatchObject({ ok: true })
    expect((await sealingKeysInUse(parts(young)))[0]).toMatchObject({ connections: 1, books: 1 })
  })

  test('includes the password of an own mail server, also of who has no link', async () => {
    const password = 'een wachtwoord van de mailserver'
    const sealed = await testOrganization(db, 'Mailt zelf')
    const mailServer = {
      host: 'mail.voorbeeld.test',
      port: 465,
      security: 'tls',
      username: 'zaak',
      sender: 'zaak@voorbeeld.test',
      testedAt: new Date(),
    } as const
    await inOrganization(db.database('stella_app'), sealed, (tx) =>
      saveMailServer(tx, mailServer, sealWith(old).sealPassword(password, placeOfPassword(sealed))),
    )
    const withoutPassword = await testOrganization(db, 'Mailt zonder wachtwoord')
    await inOrganization(db.database('stella_app'), withoutPassword, (tx) =>
      saveMailServer(tx, { ...mailServer, username: null }, null),
    )
    const before = await sealingKeysInUse(parts(young, old))
    expect(before[1]).toMatchObject({ name: nameOf(old), mailServers: 1 })
    expect(await retireSealingKey(parts(young, old), nameOf(old))).toMatchObject({ mailServers: 0 })
    const found = await inOrganization(db.database('stella_worker'), sealed, findMailServerPassword)
    if (found === null) throw new Error('no password')
    expect(found.keyName).toBe(nameOf(young))
    expect(sealWith(young).openPassword(found, placeOfPassword(sealed))).toBe(password)
    expect(() => sealWith(young).openPassword(found, placeOfPassword(withoutPassword))).toThrow()
  })

  test('says of books whose codes are gone that only this key recognises them', async () => {
    const organization = await link(sealWith(old))
    await db
      .database('owner')
      .pool.query('delete from connection_secrets where organization_id = $1', [organization.id])
    expect(await retireSealingKey(parts(young, old), nameOf(old))).toMatchObject({ connections: 0, books: 1 })
  })

  test('leaves codes that somebody entered since they were read', async () => {
    const organization = await link(sealWith(old))
    const [read] = await secretsOf(organization)
    if (read === undefined) throw new Error('no secret')
    await organization.link(new ScriptedBooks().open, testCodes)
    const changed = await inOrganization(db.database('stella_worker'), organization.id, async (tx) => {
      const [now] = await listSecrets(tx)
      const outcome = await resealSecret(tx, read, { from: read, to: { ...read, keyName: 'other' } })
      return { outcome, same: (await findSecret(tx, read))?.keyName === now?.keyName }
    })
    expect(changed).toEqual({ outcome: false, same: true })
  })
})

test('a key that is not there is named with what it would open', async () => {
  await link(sealWith(old))
  expect(await sealingKeysInUse(parts(young))).toEqual([
    { name: nameOf(young), isKnown: true, connections: 0, mailServers: 0, books: 0 },
    { name: nameOf(old), isKnown: false, connections: 1, mailServers: 0, books: 1 },
  ])
})
