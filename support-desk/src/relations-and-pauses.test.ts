import { randomUUID } from 'node:crypto'
import { planBooking, planRelation, retryableRelationStates } from '@stella/bookkeeping'
import {
  changeBooking,
  changeConnection,
  changeRelation,
  finalizeInvoice,
  findBookingOfInvoice,
  findRelation,
  findRelationOfCustomer,
  inOrganization,
  insertExchangesStatement,
  listActivities,
  listSupportAudit,
  saveActiveConnection,
} from '@stella/database'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '@stella/database/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listFailingRelations } from './failing-relations.ts'
import { offerRelationAgain } from './offer-again.ts'
import { listPauses } from './paused-connections.ts'
import { lookAtRelation } from './relation-detail.ts'
import type { SupportDatabases } from './support-databases.ts'

const user = { id: randomUUID(), name: 'Sanne van de support' }
const now = new Date('2026-11-22T12:00:00Z')

let db: TestDatabase
let databases: SupportDatabases
beforeAll(async () => {
  db = await testDatabase()
  databases = { support: db.database('stella_support'), app: db.database('stella_app') }
})
afterAll(() => db.close())
beforeEach(async () => {
  await db.database('owner').pool.query(`update relations set state = 'present'`)
})

interface Failing {
  organization: string
  customerId: string
  relationId: string
}

/** A connected organization with one draft, whose relation e-Boekhouden.nl refused at that instant. */
async function failingRelation(at = now, state = 'rejected'): Promise<Failing> {
  const organization = await connected('Bloemen Bos')
  return inOrganization(databases.app, organization, async (tx) => {
    const { customerId } = await testDraft(tx)
    await planRelation(tx, { customerId, now: at })
    const relation = await findRelationOfCustomer(tx, customerId)
    if (relation === null) throw new Error('the relation was not planned')
    const set = { cause: 'refused_without_known_reason', cause_code: 'XYZ999', attempts: 1 }
    await changeRelation(tx, { id: relation.id, from: 'planned', to: state, set, at })
    return { organization, customerId, relationId: relation.id }
  })
}

async function connected(name: string): Promise<string> {
  const organization = await testOrganization(db, name)
  await inOrganization(databases.app, organization, (tx) =>
    saveActiveConnection(tx, {
      usernameHint: 'blo',
      debtorsAccount: '1300',
      debtorsAccountName: 'Debiteuren',
      revenueAccount: '8000',
      revenueAccountName: 'Omzet',
      at: now,
      nextTestAt: now,
    }),
  )
  return organization
}

/** Makes an invoice of the organization final, and gives its booking that state. */
async function booking(organization: string, to: string, cause: string | null): Promise<void> {
  await inOrganization(databases.app, organization, async (tx) => {
    const invoice = await finalizeInvoice(tx, { invoiceId: (await testDraft(tx)).id })
    await planBooking(tx, { invoice, now })
    const planned = await findBookingOfInvoice(tx, invoice.id)
    if (planned === null) throw new Error('the booking was not planned')
    await changeBooking(tx, { id: planned.id, from: 'planned', to, set: { cause }, at: now })
  })
}

describe('the list of relations', () => {
  test('shows those of all organizations that failed, without any booking too, the oldest first', async () => {
    const later = await failingRelation(new Date('2026-11-21T12:00:00Z'), 'update_rejected')
    const earlier = await failingRelation(new Date('2026-11-20T12:00:00Z'))
    const { items } = await listFailingRelations(databases)
    expect(items.map((item) => item.id)).toEqual([earlier.relationId, later.relationId])
    expect(items[0]).toEqual({
      id: earlier.relationId,
      organization: { id: earlier.organization, name: 'Bloemen Bos' },
      customerId: earlier.customerId,
      customerName: 'Café De Hoek',
      code: expect.stringMatching(/^.{1,15}$/),
      state: 'rejected',
      since: new Date('2026-11-20T12:00:00Z'),
      attempts: 1,
      waitingInvoices: 0,
      explanation: {
        code: 'refused_without_known_reason',
        serviceCode: 'XYZ999',
        class: 'needs_person',
        actor: 'support',
        mend: 'nothing',
      },
    })
  })

  test('counts the invoices that wait for the relation, and not those that failed for themselves', async () => {
    const organization = await connected('Wachtende zaak')
    await booking(organization, 'rejected', 'relation_not_accepted')
    await db
      .database('owner')
      .pool.query(`update relations set state = 'conflict' where organization_id = $1`, [organization])
    expect((await listFailingRelations(databases)).items).toMatchObject([
      { organization: { id: organization }, state: 'conflict', waitingInvoices: 1 },
    ])
    await db.database('owner').pool.query(`update bookings set cause = 'period_closed'`)
    expect((await listFailingRelations(databases)).items).toMatchObject([{ waitingInvoices: 0 }])
  })

  test('comes in pages that neither repeat nor skip, though all failed at one instant', async () => {
    const all = await Promise.all(Array.from({ length: 7 }, () => failingRelation()))
    const seen = await allPages((page) => listFailingRelations(databases, page))
    expect(seen.toSorted()).toEqual(all.map((it) => it.relationId).sort())
  })
})

describe('one relation', () => {
  test('is shown with its cause, its timeline and what was said, which the audit tells', async () => {
    const { relationId, organization } = await failingRelation()
    await inOrganization(db.database('stella_worker'), organization, (tx) =>
      insertExchangesStatement(tx, [
        {
          relation_id: relationId,
          operation: 'AddRelatie',
          started_at: now,
          finished_at: new Date(now.getTime() + 120),
          outcome: 'rejected',
          code: 'XYZ999',
          http_status: 200,
          request: '<AddRelatie/>',
          response: '<AddRelatieResult/>',
        },
      ]).execute(),
    )
    expect(await lookAtRelation(databases, { relationId, user, now })).toMatchObject({
      id: relationId,
      connection: { state: 'active', explanation: null },
      retryable: true,
      exchanges: [{ operation: 'AddRelatie', serviceCode: 'XYZ999', answer: '<AddRelatieResult/>' }],
    })
    await offerRelationAgain(databases, { relationId, user, now })
    const detail = await lookAtRelation(databases, { relationId, user, now })
    expect(detail).toMatchObject({ state: 'planned', explanation: null, retryable: false })
    expect(detail?.timeline.map((entry) => [entry.kind, entry.parameters.by])).toEqual([
      ['relation_offered_again', 'support'],
    ])
    const audit = await inOrganization(databases.app, organization, (tx) => listSupportAudit(tx))
    const subject = { relationId }
    expect(audit.items).toMatchObject([
      { action: 'looked_at', subject, user },
      { action: 'offered_again', subject, user, organizationId: organization, at: now },
      { action: 'looked_at', subject, user },
    ])
    const other = await inOrganization(databases.app, await testOrganization(db), (tx) =>
      listSupportAudit(tx),
    )
    expect(other.items).toEqual([])
  })

  test('is not shown when there is none', async () => {
    expect(await lookAtRelation(databases, { relationId: randomUUID(), user, now })).toBeUndefined()
  })

  test('the audit is about a booking or a relation, and never about both or nothing', async () => {
    const { organization, relationId } = await failingRelation()
    const add = (relation: string | null) =>
      db
        .database('owner')
        .pool.query(
          `insert into support_audit (organization_id, user_id, user_name, action, relation_id) values ($1, $2, 'x', 'looked_at', $3)`,
          [organization, user.id, relation],
        )
    await expect(add(null)).rejects.toThrow('check constraint')
    const foreign = await failingRelation()
    await expect(add(foreign.relationId)).rejects.toThrow('foreign key')
    await inOrganization(databases.app, organization, async (tx) => {
      expect(await findRelation(tx, relationId)).not.toBeNull()
      expect(await findRelation(tx, foreign.relationId)).toBeNull()
    })
  })
})

describe('offering a relation again', () => {
  test.each(retryableRelationStates)('from %s goes on, and the log says who did it', async (state) => {
    const { relationId, organization } = await failingRelation(now, state)
    expect(await offerRelationAgain(databases, { relationId, user, now })).toBe('offered')
    expect(await listFailingRelations(databases)).toEqual({ items: [], nextCursor: null })
    await inOrganization(databases.app, organization, async (tx) => {
      expect((await listActivities(tx)).items[0]).toMatchObject({
        kind: 'relation_offered_again',
        outcome: 'waiting',
        parameters: { by: 'support' },
      })
    })
  })

  test('three times at once offers it once', async () => {
    const { relationId, organization } = await failingRelation()
    const offer = () => offerRelationAgain(databases, { relationId, user, now })
    const outcomes = await Promise.all([offer(), offer(), offer()])
    expect(outcomes.toSorted()).toEqual(['not_retryable', 'not_retryable', 'offered'])
    const audit = await inOrganization(databases.app, organization, (tx) => listSupportAudit(tx))
    expect(audit.items).toHaveLength(1)
  })

  test('does nothing for a relation that is not there', async () => {
    expect(await offerRelationAgain(databases, { relationId: randomUUID(), user, now })).toBe('not_found')
  })
})

describe('the list of paused connections', () => {
  const pause = (organization: string, at: Date) =>
    inOrganization(db.database('stella_worker'), organization, (tx) =>
      changeConnection(
        tx,
        { from: ['active'], codesVersion: 1 },
        { state: 'paused', paused_cause: 'codes_refused', paused_at: at },
      ),
    )

  test('shows each with its cause and the invoices that wait, the oldest first', async () => {
    const later = await connected('Later op pauze')
    const earlier = await connected('Eerder op pauze')
    await connected('Niet op pauze')
    await booking(earlier, 'planned', null)
    await booking(earlier, 'unknown', null)
    await booking(earlier, 'rejected', 'period_closed')
    await pause(later, new Date('2026-11-21T12:00:00Z'))
    await pause(earlier, new Date('2026-11-20T12:00:00Z'))
    const { items } = await listPauses(databases)
    expect(items).toEqual([
      {
        id: expect.any(String),
        organization: { id: earlier, name: 'Eerder op pauze' },
        since: new Date('2026-11-20T12:00:00Z'),
        waitingInvoices: 2,
        explanation: {
          code: 'codes_refused',
          serviceCode: null,
          class: 'pause',
          actor: 'owner',
          mend: 'codes',
        },
      },
      expect.objectContaining({ organization: { id: later, name: 'Later op pauze' }, waitingInvoices: 0 }),
    ])
  })

  test('comes in pages that neither repeat nor skip, though all paused at one instant', async () => {
    const organizations = await Promise.all(Array.from({ length: 5 }, () => connected('Op pauze')))
    await Promise.all(organizations.map((organization) => pause(organization, now)))
    const seen = await allPages((page) => listPauses(databases, page))
    expect(new Set(seen).size).toBe(seen.length)
    const { items } = await listPauses(databases, { limit: 200 })
    expect(seen).toEqual(items.map((item) => item.id))
    for (const organization of organizations) {
      expect(items.filter((item) => item.organization.id === organization)).toHaveLength(1)
    }
  })
})

/** The ids of a whole list, read in pages of two. */
async function allPages(
  list: (page: {
    limit: number
    cursor?: string
  }) => Promise<{ items: readonly { id: string }[]; nextCursor: string | null }>,
): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await list({ limit: 2, ...(cursor === null ? {} : { cursor }) })
    seen.push(...page.items.map((item) => item.id))
    cursor = page.nextCursor
  } while (cursor !== null)
  return seen
}
