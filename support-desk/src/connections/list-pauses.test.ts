import { changeConnection, inOrganization } from '@stella/database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allPages, now, TestDesk } from '../testing/test-desk.ts'
import { listPauses } from './list-pauses.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await TestDesk.open()
})
afterAll(() => desk.close())

describe('the list of paused connections', () => {
  const pause = (organization: string, at: Date) =>
    inOrganization(desk.db.database('stella_worker'), organization, (tx) =>
      changeConnection(
        tx,
        { from: ['active'], codesVersion: 1 },
        { state: 'paused', paused_cause: 'codes_refused', paused_at: at },
      ),
    )

  test('shows each with its cause and the invoices that wait, the oldest first', async () => {
    const later = await desk.connected('Later op pauze')
    const earlier = await desk.connected('Eerder op pauze')
    await desk.connected('Niet op pauze')
    await desk.booking(earlier, 'planned', null)
    await desk.booking(earlier, 'unknown', null)
    await desk.booking(earlier, 'rejected', 'period_closed')
    await pause(later, new Date('2026-11-21T12:00:00Z'))
    await desk.ask(later, { kind: 'connection' })
    await pause(earlier, new Date('2026-11-20T12:00:00Z'))
    const { items } = await listPauses(desk.databases)
    expect(items).toEqual([
      {
        id: expect.any(String),
        organization: { id: earlier, number: expect.any(Number), name: null },
        booksName: null,
        since: new Date('2026-11-20T12:00:00Z'),
        waitingInvoices: 2,
        explanation: {
          code: 'codes_refused',
          serviceCode: null,
          class: 'pause',
          actor: 'owner',
          mend: 'codes',
          scope: 'administration',
        },
      },
      expect.objectContaining({
        organization: { id: later, number: expect.any(Number), name: 'Later op pauze' },
        booksName: 'Proefboeken',
        waitingInvoices: 0,
      }),
    ])
  })

  test('comes in pages that neither repeat nor skip, though all paused at one instant', async () => {
    const organizations = await Promise.all(Array.from({ length: 5 }, () => desk.connected('Op pauze')))
    await Promise.all(organizations.map((organization) => pause(organization, now)))
    const seen = await allPages((page) => listPauses(desk.databases, page))
    expect(new Set(seen).size).toBe(seen.length)
    const { items } = await listPauses(desk.databases, { limit: 200 })
    expect(seen).toEqual(items.map((item) => item.id))
    for (const organization of organizations) {
      expect(items.filter((item) => item.organization.id === organization)).toHaveLength(1)
    }
  })
})
