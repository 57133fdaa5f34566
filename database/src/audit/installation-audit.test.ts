import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import {
  listInstallationAudit,
  recordInstallationAudit,
  verifyInstallationAudit,
} from './installation-audit.ts'

let db: TestDatabase
const accounts = () => db.database('stella_accounts').kysely
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const owner = (statement: string) => db.database('owner').pool.query(statement)

test('what was done by a command is written down in order, and nobody changes or removes it', async () => {
  for (const subject of ['een@example.nl', 'twee@example.nl', 'drie@example.nl'])
    await recordInstallationAudit(accounts(), { action: 'account_blocked', subject, by: 'beheer' })
  const entries = await listInstallationAudit(accounts())
  expect(entries.map(({ position, subject }) => [position, subject])).toEqual([
    [1n, 'een@example.nl'],
    [2n, 'twee@example.nl'],
    [3n, 'drie@example.nl'],
  ])
  expect(entries[0]).toMatchObject({ actor: { kind: 'operator', name: 'beheer' }, action: 'account_blocked' })
  await expect(owner('delete from installation_audit')).rejects.toThrow('stays as it was written')
  for (const role of [
    'stella_app',
    'stella_accounts',
    'stella_support',
    'stella_worker',
    'stella_mail',
  ] as const)
    await expect(db.database(role).pool.query('delete from installation_audit')).rejects.toThrow(
      'permission denied',
    )
  expect(await verifyInstallationAudit(accounts())).toEqual({ count: 3, findings: [] })
})

test('what somebody with all rights changed, took out or cut off is found', async () => {
  const tampered = async (statement: string) => {
    await owner(
      `set session_replication_role = replica; ${statement}; set session_replication_role = default`,
    )
    return (await verifyInstallationAudit(accounts())).findings
  }
  expect(await tampered(`update installation_audit set subject = 'niemand' where position = 2`)).toEqual([
    { position: 2n, finding: 'changed' },
  ])
  expect(await tampered('delete from installation_audit where position = 2')).toContainEqual({
    position: 2n,
    finding: 'missing',
  })
  expect(await tampered('delete from installation_audit where position = 3')).toContainEqual({
    position: 3n,
    finding: 'missing',
  })
})
