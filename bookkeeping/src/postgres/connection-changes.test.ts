import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testCodes } from '../../testing/linked-organization.ts'
import { ScriptedBooks } from '../../testing/scripted-books.ts'
import { HOUR, noon, SECOND, StoredLane } from '../../testing/stored-lane.ts'
import type { CauseCode } from '../causes/causes.ts'
import { disconnect } from '../connections/disconnect.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import { Claim } from '../engine/claim.ts'
import { recordTest } from '../engine/test-connection.ts'
import { readingOf } from '../ports/clock.ts'
import type { Commit } from '../ports/store.ts'

let office: StoredLane
/** The causes that people were told of. */
let told: CauseCode[]
beforeEach(async () => {
  told = []
  office = await StoredLane.open({
    connectionPaused: async (_tx, { cause }) => {
      told.push(cause)
    },
  })
})
afterEach(() => office.close())

const row = () =>
  office.organization.within((tx) => tx.selectFrom('connections').selectAll().executeTakeFirstOrThrow())
const request = (at: number) =>
  office.organization.within((tx) =>
    tx
      .updateTable('connections')
      .set({ test_requested_at: new Date(at) })
      .execute(),
  )
const enterNewCodes = () => office.organization.link(new ScriptedBooks().open, testCodes)
const pause = (cause: CauseCode, codesVersion = 1) =>
  office.commit({ pause: { cause, nextTestAt: noon + HOUR, codesVersion } })

const passed = { cause: null, nextTestAt: noon + 9 * HOUR, codesVersion: 1, requestedAt: null } as const
const tested = (found: Partial<Commit['tested']> = {}) => office.commit({ tested: { ...passed, ...found } })

describe('what a test found', () => {
  test('is written, and ends a pause, with one entry in the log', async () => {
    await pause('codes_refused')
    expect(await tested()).toBe('done')
    expect(await row()).toMatchObject({
      state: 'active',
      paused_cause: null,
      test_cause: null,
      tested_at: new Date(noon),
      next_test_at: new Date(noon + 9 * HOUR),
    })
    await tested()
    expect(await office.organization.activityKinds()).toEqual([
      'connection_activated',
      'connection_paused',
      'connection_resumed',
    ])
  })

  test('with older codes says nothing of the present ones', async () => {
    await enterNewCodes()
    await pause('no_permission', 2)
    const before = await row()
    expect(await tested()).toBe('done')
    expect(await tested({ cause: 'codes_refused' })).toBe('done')
    expect(await row()).toEqual(before)
    expect(await office.organization.activityKinds()).not.toContain('connection_resumed')
  })

  test('is not said of a link that was ended meanwhile', async () => {
    await pause('codes_refused')
    await office.organization.within((tx) => disconnect(tx, { now: new Date(noon) }))
    await tested()
    expect((await row()).state).toBe('disconnected')
    expect(await office.organization.activityKinds()).not.toContain('connection_resumed')
  })

  test('with codes that were replaced while it ran is not logged as the end of the pause', async () => {
    await pause('codes_refused')
    const seen = (await office.look()).connection
    const { store, organization } = office
    const { clock } = organization
    const claim = new Claim(office.lane, clock, readingOf(clock))
    await enterNewCodes()
    await recordTest({ claim, clock, connection: seen, store }, null, [], null)
    expect(await office.organization.activityKinds()).toEqual([
      'connection_activated',
      'connection_paused',
      'connection_codes_replaced',
    ])
  })
})

describe('a test that somebody asked for', () => {
  test('is answered by what it found', async () => {
    await request(noon)
    const { testRequestedAt } = (await office.look()).connection
    expect(testRequestedAt).toBe(noon)
    await tested({ requestedAt: testRequestedAt })
    expect((await office.look()).connection.testRequestedAt).toBeNull()
  })

  test.each([noon, null])('while another ran is still to be made (that one asked for: %s)', async (first) => {
    if (first !== null) await request(first)
    const { testRequestedAt: requestedAt } = (await office.look()).connection
    await request(noon + SECOND)
    await tested({ requestedAt, cause: 'codes_refused' })
    expect((await office.look()).connection.testRequestedAt).toBe(noon + SECOND)
    expect((await row()).test_cause).toBe('codes_refused')
  })
})

describe('a pause', () => {
  test('for what older codes met does not hold back the present ones', async () => {
    await enterNewCodes()
    expect(await pause('codes_refused')).toBe('done')
    expect((await row()).state).toBe('active')
    expect(told).toEqual([])
  })

  test('that comes with older codes leaves the cause of the present pause', async () => {
    await enterNewCodes()
    await pause('no_permission', 2)
    await pause('codes_refused')
    expect((await row()).paused_cause).toBe('no_permission')
    expect(told).toEqual(['no_permission'])
  })

  const began = noon
  test.each<[CauseCode, CauseCode, 'told' | 'not told']>([
    ['call_limit_reached', 'codes_refused', 'told'],
    ['codes_refused', 'call_limit_reached', 'told'],
    ['codes_refused', 'no_permission', 'told'],
    ['codes_refused', 'codes_refused', 'not told'],
    ['codes_refused', 'security_code_2_refused', 'not told'],
  ])('for %s, and then for %s, is %s anew', async (first, second, outcome) => {
    await pause(first)
    await office.commit(
      { pause: { cause: second, nextTestAt: noon + 2 * HOUR, codesVersion: 1 } },
      noon + HOUR,
    )
    expect(await row()).toMatchObject({
      state: 'paused',
      paused_cause: second,
      paused_at: new Date(began),
      next_test_at: new Date(noon + 2 * HOUR),
    })
    const causes = outcome === 'told' ? [first, second] : [first]
    expect(told).toEqual(causes)
    const kinds = await office.organization.activityKinds()
    expect(kinds.filter((kind) => kind === 'connection_paused')).toHaveLength(causes.length)
  })
})

test('what turns out not to be there after other books were linked goes to those, if nobody knew of them when asking', async () => {
  const id = await office.booking()
  const claim = office.lane.token
  await office.must({ id, from: 'planned', event: 'claimed', change: { claim } })
  await office.must({ id, from: 'sending', event: 'lost', claim, change: { lastByteAt: noon } })
  const others = { username: 'beheer', securityCode1: 'code-een-51c9', securityCode2: 'code-twee-d2a7' }
  const decision = {
    choice: 'switch',
    from: office.booksId,
    accepted: ['linked_elsewhere'],
    by: null,
  } as const
  const books = new ScriptedBooks()
  books.administrations = [{ name: 'Beheer', guid: '{BEHEER}' }]
  expect(await office.organization.link(books.open, others, decision)).toMatchObject({
    ok: true,
  })
  await office.must({ id, from: 'unknown', event: 'absent', change: newDelivery })
  const { books_id: linked } = await office.organization.connection()
  expect(linked).not.toBe(office.booksId)
  expect(await office.look()).toMatchObject({ booking: { id, booksId: linked, state: 'planned' } })
})
