import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import { newOrganization } from '../testing/test-organization.ts'
import { inOrganization, inTransaction } from '../transactions/in-organization.ts'
import { listAudit } from './list-audit.ts'
import { type NewAudit, recordAudit } from './record-audit.ts'
import { verifyAudit } from './verify-audit.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const marloes = { kind: 'person', id: null, name: 'Marloes' } as const
const entryOf = (organizationId: string, entry: Partial<NewAudit> = {}): NewAudit => ({
  organizationId,
  actor: marloes,
  ipAddress: '192.0.2.1',
  action: 'role_changed',
  subject: 'henk@example.nl',
  before: { role: 'viewer' },
  after: { role: 'member' },
  ...entry,
})
const record = (organizationId: string, entry: Partial<NewAudit> = {}) =>
  inTransaction(db.database('stella_accounts'), (tx) => recordAudit(tx, entryOf(organizationId, entry)))
const verified = (organizationId: string) =>
  inOrganization(db.database('stella_app'), organizationId, verifyAudit)

async function organizationWith(entries: number): Promise<string> {
  const id = await newOrganization(db)
  for (let entry = 0; entry < entries; entry += 1) await record(id, { subject: `nummer ${entry}` })
  return id
}

/** Past every trigger, as somebody with all rights over the server would. */
async function byForce(statement: string): Promise<void> {
  const client = await db.database('owner').pool.connect()
  try {
    await client.query('begin')
    await client.query('alter table audit_entries disable trigger audit_stays')
    await client.query(statement)
    await client.query('alter table audit_entries enable trigger audit_stays')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

describe('an entry', () => {
  test('is read back, the newest first, by its own organization alone', async () => {
    const one = await organizationWith(3)
    const other = await organizationWith(1)
    const list = (id: string) =>
      inOrganization(db.database('stella_app'), id, (tx) => listAudit(tx, { limit: 2 }))
    const page = await list(one)
    expect(page.items.map(({ subject }) => subject)).toEqual(['nummer 2', 'nummer 1'])
    expect(page.nextCursor).not.toBeNull()
    expect(page.items[0]).toMatchObject({ actor: { name: 'Marloes' }, before: { role: 'viewer' } })
    expect((await list(other)).items).toHaveLength(1)
  })

  test('cannot be added to another organization, nor changed or taken away by any role', async () => {
    const one = await organizationWith(1)
    const other = await organizationWith(0)
    const across = inOrganization(db.database('stella_app'), one, (tx) => recordAudit(tx, entryOf(other)))
    await expect(across).rejects.toThrow('another organization')
    for (const role of ['stella_app', 'stella_accounts', 'stella_worker'] as const) {
      for (const statement of [
        `update audit_entries set subject = 'x'`,
        'delete from audit_entries',
        'update audit_heads set position = 0',
        `insert into audit_entries (organization_id, position, at, actor_kind, actor_name, action, hash)
          values ('${one}', 9, now(), 'person', 'x', 'x', '')`,
      ])
        await expect(db.database(role).pool.query(statement)).rejects.toThrow('permission denied')
    }
    await expect(db.database('owner').pool.query('delete from audit_entries')).rejects.toThrow('stays')
  })

  test('of many at once has a place of its own, without gaps', async () => {
    const id = await newOrganization(db)
    await Promise.all(Array.from({ length: 8 }, () => record(id)))
    expect(await verified(id)).toEqual({ count: 8, findings: [] })
  })
})

describe('tampering', () => {
  const columns = ['subject', 'actor_name', 'ip_address', 'action'] as const
  const tampering = fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      column: fc.constantFrom(...columns),
      at: fc.integer({ min: 1, max: 6 }),
    }),
    fc.record({
      kind: fc.constantFrom('json', 'time', 'hash', 'previous', 'delete', 'person'),
      at: fc.integer({ min: 1, max: 6 }),
    }),
    fc.record({ kind: fc.constantFrom('move', 'exchange'), at: fc.integer({ min: 1, max: 5 }) }),
  )

  test('by somebody with all rights is found, whatever it was', async () => {
    await fc.assert(
      fc.asyncProperty(tampering, async (deed) => {
        const id = await organizationWith(6)
        expect((await verified(id)).findings).toEqual([])
        await byForce(statementOf(id, deed))
        expect((await verified(id)).findings.length).toBeGreaterThan(0)
      }),
      { numRuns: Number(process.env.AUDIT_TAMPERINGS ?? 25) },
    )
  })

  test('names the entry that was changed, and the place of the one that is gone', async () => {
    const id = await organizationWith(4)
    await byForce(`update audit_entries set subject = 'x' where organization_id = '${id}' and position = 2`)
    expect((await verified(id)).findings).toEqual([{ position: 2n, finding: 'changed' }])
    await byForce(`delete from audit_entries where organization_id = '${id}' and position = 4`)
    expect((await verified(id)).findings).toContainEqual({ position: 4n, finding: 'missing' })
  })
})

function statementOf(id: string, deed: { kind: string; at: number; column?: string }): string {
  const where = `where organization_id = '${id}' and position = ${deed.at}`
  const changes: Record<string, string> = {
    text: `update audit_entries set ${deed.column} = coalesce(${deed.column}, '') || 'x' ${where}`,
    json: `update audit_entries set after = '{"role": "owner"}' ${where}`,
    time: `update audit_entries set at = at - interval '1 microsecond' ${where}`,
    hash: `update audit_entries set hash = sha256('x') ${where}`,
    previous: `update audit_entries set previous = sha256('x') ${where}`,
    delete: `delete from audit_entries ${where}`,
    person: `update audit_entries set actor_id = gen_random_uuid() ${where}`,
    move: `update audit_entries set position = position + 1000 ${where}`,
    exchange: `update audit_entries entry set subject = other.subject from audit_entries other
      where entry.organization_id = '${id}' and other.organization_id = '${id}'
      and entry.position = ${deed.at} and other.position = ${deed.at + 1}`,
  }
  return changes[deed.kind] ?? ''
}

test('an organization of which nothing was written is in order', async () => {
  expect(await verified(await newOrganization(db))).toEqual({ count: 0, findings: [] })
})
