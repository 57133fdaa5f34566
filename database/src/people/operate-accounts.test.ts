import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAudit } from '../audit/list-audit.ts'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import { newOrganization } from '../testing/test-organization.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import {
  blockAccount,
  confirmAccount,
  endSessionsOf,
  giveRole,
  listAccounts,
  resetSecondFactor,
  unblockAccount,
} from './operate-accounts.ts'

let db: TestDatabase
const accounts = () => db.database('stella_accounts')
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

async function account(): Promise<{ id: string; email: string }> {
  const id = randomUUID()
  const email = `${id}@example.nl`
  const { pool } = accounts()
  await pool.query(`insert into accounts."user" (id, name, email) values ($1, 'Jan', $2)`, [id, email])
  await pool.query(
    `insert into accounts.session (user_id, token, expires_at, updated_at) values ($1, $2, now() + interval '1 day', now())`,
    [id, randomUUID()],
  )
  return { id, email }
}
const listed = async (email: string) => (await listAccounts(accounts())).find((one) => one.email === email)

describe('whoever runs Stella', () => {
  test('sees every account with its sessions and where it works', async () => {
    const { email } = await account()
    const organizationId = await newOrganization(db, 'Zaak')
    await giveRole(accounts(), { email, organizationId, role: 'owner' })
    expect(await listed(email)).toEqual({
      email,
      name: 'Jan',
      isBlocked: false,
      supportRole: false,
      hasSecondFactor: false,
      sessions: 1,
      organizations: [{ name: 'Zaak', role: 'owner' }],
    })
  })

  test('blocks an account with its sessions, and lets it in again', async () => {
    const { email } = await account()
    expect(await blockAccount(accounts(), email.toUpperCase())).toBe(true)
    expect(await listed(email)).toMatchObject({ isBlocked: true, sessions: 0 })
    expect(await unblockAccount(accounts(), email)).toBe(true)
    expect(await listed(email)).toMatchObject({ isBlocked: false })
  })

  test('confirms the address of one', async () => {
    const { email, id } = await account()
    expect(await confirmAccount(accounts(), email.toUpperCase())).toBe(true)
    const { rows } = await accounts().pool.query(
      'select email_verified as is from accounts."user" where id = $1',
      [id],
    )
    expect(rows).toEqual([{ is: true }])
  })

  test('ends the sessions of one', async () => {
    const { email } = await account()
    expect(await endSessionsOf(accounts(), email)).toBe(1)
    expect(await endSessionsOf(accounts(), email)).toBe(0)
  })

  test('gives a role, of which the owners read, and leaves no organization without an owner', async () => {
    const { email } = await account()
    const organizationId = await newOrganization(db)
    await giveRole(accounts(), { email, organizationId, role: 'owner' })
    await expect(giveRole(accounts(), { email, organizationId, role: 'viewer' })).rejects.toMatchObject({
      code: 'last_owner',
    })
    const { items } = await inOrganization(db.database('stella_app'), organizationId, (tx) => listAudit(tx))
    expect(items).toMatchObject([{ actor: { kind: 'operator' }, action: 'role_changed', subject: email }])
  })

  test('hears of an address that has no account', async () => {
    const nobody = 'niemand@example.nl'
    expect(await blockAccount(accounts(), nobody)).toBe(false)
    expect(await unblockAccount(accounts(), nobody)).toBe(false)
    expect(await endSessionsOf(accounts(), nobody)).toBeNull()
    expect(await confirmAccount(accounts(), nobody)).toBe(false)
    expect(await resetSecondFactor(accounts(), nobody)).toBe(false)
    expect(await giveRole(accounts(), { email: nobody, organizationId: randomUUID(), role: 'owner' })).toBe(
      false,
    )
  })
})
