import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LinkedOrganization, testCodes, testSeal } from '../../testing/linked-organization.ts'
import { ScriptedBooks } from '../../testing/scripted-books.ts'
import { shiftedClock } from '../../testing/shifted-clock.ts'
import { connectionOf } from './connection-of.ts'
import { disconnect } from './disconnect.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

async function begin(prepare: (books: ScriptedBooks) => void = () => {}) {
  const books = new ScriptedBooks()
  const clock = shiftedClock()
  const seal = testSeal()
  prepare(books)
  const organization = await LinkedOrganization.create(db, { clock, seal, openBooks: books.open })
  const connection = () => organization.within(connectionOf)
  const secrets = async () => {
    const { rows } = await db
      .database('owner')
      .pool.query('select * from connection_secrets where organization_id = $1', [organization.id])
    return rows
  }
  return { books, clock, organization, seal, connection, secrets }
}

describe('activating', () => {
  test('stores the codes sealed, with the accounts and the entry in the log', async () => {
    const { organization, connection, secrets, seal } = await begin()
    expect(await connection()).toMatchObject({
      state: 'active',
      usernameHint: 'pr…',
      debtorsAccount: { code: '1300', name: 'Debiteuren' },
      revenueAccount: { code: '8000', name: 'Omzet' },
    })
    const [secret] = await secrets()
    const opened = seal.open(
      { keyName: secret.key_name, wrappedKey: secret.wrapped_key, sealedCodes: secret.sealed_codes },
      { organizationId: organization.id, rowId: secret.connection_id, purpose: 'e-boekhouden-codes' },
    )
    expect(opened).toEqual(testCodes)
    expect(await organization.activityKinds()).toEqual(['connection_activated'])
  })

  test('takes codes with spaces and invisible characters around them from copy and paste', async () => {
    const { organization, books } = await begin((it) => {
      it.accounts = []
    })
    books.accounts = new ScriptedBooks().accounts
    const opened: unknown[] = []
    const result = await organization.link(
      (codes) => {
        opened.push(codes)
        return books.open(codes)
      },
      {
        username: '  proefbakker\n',
        securityCode1: '\u200b\tcode-een-3f9a71 ',
        securityCode2: '\u00a0code-twee-88b0c4\ufeff',
      },
    )
    expect(result.ok).toBe(true)
    expect(opened).toEqual([testCodes])
  })

  test.each([
    ['E001.1', 'codes_refused', ['username', 'securityCode1']],
    ['E001.2', 'administration_not_found', ['username', 'securityCode1']],
    ['E001.3', 'security_code_2_refused', ['securityCode2']],
    ['E001.5', 'no_permission', []],
    ['E001.7', 'codes_not_verified', ['username', 'securityCode1', 'securityCode2']],
  ])('after %s says which of the three can be wrong, and stores nothing', async (code, refusal, fields) => {
    const { organization, connection, secrets, books } = await begin((it) => {
      it.next('GetGrootboekrekeningen', { before: { kind: 'credentials', code } })
    })
    expect(await connection()).toBeNull()
    expect(await secrets()).toEqual([])
    expect(await organization.activityKinds()).toEqual([])
    books.next('GetGrootboekrekeningen', { before: { kind: 'credentials', code } })
    expect(await organization.link(books.open, testCodes)).toEqual({
      ok: false,
      refusal: { code: refusal, fields, serviceCode: code },
    })
  })

  test('asks nobody anything when a field is empty or far too long', async () => {
    const { organization, books } = await begin()
    const calls = books.calls.length
    const link = (changes: Partial<typeof testCodes>) =>
      organization.link(books.open, { ...testCodes, ...changes })
    expect(await link({ username: ' ', securityCode2: '' })).toMatchObject({
      ok: false,
      refusal: { code: 'code_missing', fields: ['username', 'securityCode2'] },
    })
    expect(await link({ securityCode1: 'x'.repeat(51) })).toMatchObject({
      ok: false,
      refusal: { code: 'code_too_long', fields: ['securityCode1'] },
    })
    expect(books.calls).toHaveLength(calls)
  })

  test.each([
    ['1300', 'BAL', 'debtors_account_unfit'],
    ['8000', 'BAL', 'revenue_account_unfit'],
  ])('refuses books in which %s is of another kind, or not there', async (code, category, refusal) => {
    const { connection } = await begin((it) => {
      it.accounts = it.accounts.map((account) => (account.code === code ? { ...account, category } : account))
    })
    expect(await connection()).toBeNull()
    const { organization, books } = await begin()
    books.accounts = books.accounts.filter((account) => account.code !== code)
    expect(await organization.link(books.open, testCodes)).toMatchObject({
      ok: false,
      refusal: { code: refusal, fields: [] },
    })
  })
})

describe('afterwards', () => {
  test('disconnecting forgets the codes, keeps what waits, and linking again goes on', async () => {
    const { organization, connection, secrets, books, clock } = await begin()
    const invoice = await organization.invoice()
    expect(await organization.within((tx) => disconnect(tx, { now: new Date(clock.now()) }))).toBe(true)
    expect(await organization.within((tx) => disconnect(tx, { now: new Date(clock.now()) }))).toBe(false)
    expect(await secrets()).toEqual([])
    expect(await connection()).toMatchObject({ state: 'disconnected', usernameHint: null })
    expect((await organization.booking(invoice)).state).toBe('planned')
    await organization.link(books.open, testCodes)
    expect(await connection()).toMatchObject({ state: 'active' })
    expect(await organization.activityKinds()).toEqual([
      'connection_activated',
      'connection_disconnected',
      'connection_activated',
    ])
  })

  test('new codes replace the old ones and keep the history', async () => {
    const { organization, books, secrets } = await begin()
    const [before] = await secrets()
    expect(await organization.link(books.open, { ...testCodes, securityCode1: 'nieuw' })).toMatchObject({
      ok: true,
      event: 'codes_replaced',
    })
    const [after] = await secrets()
    expect(after.connection_id).toBe(before.connection_id)
    expect(after.sealed_codes).not.toEqual(before.sealed_codes)
  })
})
