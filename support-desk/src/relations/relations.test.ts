import { randomUUID } from 'node:crypto'
import { retryableRelationStates } from '@stella/bookkeeping'
import { findRelation, inOrganization, listActivities, listSupportAudit } from '@stella/database'
import { testOrganization } from '@stella/database/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { allPages, now, sessionTokenHash, TestDesk, user } from '../testing/test-desk.ts'
import { listFailingRelations } from './list-failing-relations.ts'
import { lookAtRelation } from './look-at-relation.ts'
import { offerRelationAgain } from './offer-relation-again.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await TestDesk.open()
})
afterAll(() => desk.close())
beforeEach(() => desk.sql(`update relations set state = 'present'`))

describe('the list of relations', () => {
  test('shows those of all organizations that failed, without any booking too, the oldest first', async () => {
    const later = await desk.failingRelation(new Date('2026-11-21T12:00:00Z'), 'update_rejected')
    const earlier = await desk.failingRelation(new Date('2026-11-20T12:00:00Z'))
    const { items } = await listFailingRelations(desk.databases)
    expect(items.map((item) => item.id)).toEqual([earlier.relationId, later.relationId])
    expect(items[0]).toEqual({
      id: earlier.relationId,
      organization: { id: earlier.organization, number: expect.any(Number), name: null },
      customerId: earlier.customerId,
      customerName: null,
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
        scope: 'invoice',
      },
    })
  })

  test('counts the invoices that wait for the relation, and not those that failed for themselves', async () => {
    const organization = await desk.connected('Wachtende zaak')
    await desk.booking(organization, 'rejected', 'relation_not_accepted')
    await desk.sql(`update relations set state = 'conflict' where organization_id = $1`, [organization])
    expect((await listFailingRelations(desk.databases)).items).toMatchObject([
      { organization: { id: organization }, state: 'conflict', waitingInvoices: 1 },
    ])
    await desk.sql(`update bookings set cause = 'period_closed'`)
    expect((await listFailingRelations(desk.databases)).items).toMatchObject([{ waitingInvoices: 0 }])
  })

  test('comes in pages that neither repeat nor skip, though all failed at one instant', async () => {
    const all = await Promise.all(Array.from({ length: 7 }, () => desk.failingRelation()))
    const seen = await allPages((page) => listFailingRelations(desk.databases, page))
    expect(seen.toSorted()).toEqual(all.map((it) => it.relationId).sort())
  })
})

describe('one relation', () => {
  test('is shown with its cause, its timeline and what was said, which the audit tells', async () => {
    const { customerId, relationId, organization } = await desk.failingRelation()
    const caseId = await desk.ask(organization, { kind: 'customer', id: customerId })
    const about = { relation_id: relationId }
    await desk.say(organization, about, { operation: 'AddRelatie', code: 'XYZ999' })
    expect(await lookAtRelation(desk.databases, { relationId, sessionTokenHash })).toMatchObject({
      id: relationId,
      customerName: 'Café De Hoek',
      code: expect.stringMatching(/^.{1,15}$/),
      connection: { state: 'active', explanation: null },
      retryable: true,
      exchanges: [{ operation: 'AddRelatie', serviceCode: 'XYZ999', answer: '<AddRelatieResult/>' }],
    })
    await offerRelationAgain(desk.databases, { relationId, sessionTokenHash, now })
    const detail = await lookAtRelation(desk.databases, { relationId, sessionTokenHash })
    expect(detail).toMatchObject({ state: 'planned', explanation: null, retryable: false })
    expect(detail?.timeline.map((entry) => [entry.kind, entry.parameters.by])).toEqual([
      ['relation_offered_again', 'support'],
    ])
    const audit = await inOrganization(desk.databases.app, organization, (tx) => listSupportAudit(tx))
    // The second look within a quarter of an hour is the same one.
    expect(audit.items).toMatchObject([
      { action: 'offered_again', subject: { relationId }, user, organizationId: organization },
      { action: 'looked_at', subject: { relationId, caseId }, user },
    ])
    const other = await inOrganization(desk.databases.app, await testOrganization(desk.db), (tx) =>
      listSupportAudit(tx),
    )
    expect(other.items).toEqual([])
  })

  test('is not shown when there is none', async () => {
    expect(
      await lookAtRelation(desk.databases, { relationId: randomUUID(), sessionTokenHash }),
    ).toBeUndefined()
  })

  test('the audit is about a booking or a relation, and never about both or nothing', async () => {
    const { organization, relationId } = await desk.failingRelation()
    const add = (relation: string | null) =>
      desk.sql(
        `insert into support_audit (organization_id, user_id, user_name, action, relation_id) values ($1, $2, 'x', 'looked_at', $3)`,
        [organization, user.id, relation],
      )
    await expect(add(null)).rejects.toThrow('check constraint')
    const foreign = await desk.failingRelation()
    await expect(add(foreign.relationId)).rejects.toThrow('foreign key')
    await inOrganization(desk.databases.app, organization, async (tx) => {
      expect(await findRelation(tx, relationId)).not.toBeNull()
      expect(await findRelation(tx, foreign.relationId)).toBeNull()
    })
  })
})

describe('offering a relation again', () => {
  test.each(retryableRelationStates)('from %s goes on, and the log says who did it', async (state) => {
    const { relationId, organization } = await desk.failingRelation(now, state)
    expect(await offerRelationAgain(desk.databases, { relationId, sessionTokenHash, now })).toBe('offered')
    expect(await listFailingRelations(desk.databases)).toEqual({ items: [], nextCursor: null })
    await inOrganization(desk.databases.app, organization, async (tx) => {
      expect((await listActivities(tx)).items[0]).toMatchObject({
        kind: 'relation_offered_again',
        outcome: 'waiting',
        parameters: { by: 'support' },
      })
    })
  })

  test('three times at once offers it once', async () => {
    const { relationId, organization } = await desk.failingRelation()
    const offer = () => offerRelationAgain(desk.databases, { relationId, sessionTokenHash, now })
    const outcomes = await Promise.all([offer(), offer(), offer()])
    expect(outcomes.toSorted()).toEqual(['not_retryable', 'not_retryable', 'offered'])
    const audit = await inOrganization(desk.databases.app, organization, (tx) => listSupportAudit(tx))
    expect(audit.items).toHaveLength(1)
  })

  test('does nothing for a relation that is not there', async () => {
    expect(
      await offerRelationAgain(desk.databases, { relationId: randomUUID(), sessionTokenHash, now }),
    ).toBe('not_found')
  })
})
