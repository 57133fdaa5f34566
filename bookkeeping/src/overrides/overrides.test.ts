import { findInvoice } from '@stella/database'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noon, StoredLane } from '../../testing/stored-lane.ts'
import type { BookingState } from '../bookings/booking-states.ts'
import type { CauseCode } from '../causes/causes.ts'
import type { SalesMutation } from '../ports/readings.ts'
import { adoptFound } from './adopt.ts'
import { exclude } from './exclude.ts'
import { undo } from './undo.ts'

let office: StoredLane
beforeEach(async () => {
  office = await StoredLane.open()
})
afterEach(() => office.close())

const by = 'Wessel de Wilg'
const now = new Date(noon)
const found: SalesMutation = {
  number: 3061,
  kind: 'invoice_sent',
  date: '2026-11-22',
  relationCode: 'ZWAAN',
  invoiceNumber: '1',
  document: '',
  description: '',
  lines: [],
}

/** A booking that stands there, for this cause. */
async function standing(state: BookingState, cause: CauseCode | null = null, number: number | null = null) {
  const id = await office.booking()
  await office.db
    .database('owner')
    .pool.query('update bookings set state = $1, cause = $2, mutation_number = $3, claim = 1 where id = $4', [
      state,
      cause,
      number,
      id,
    ])
  return rowOf(id)
}

const rowOf = (id: string) =>
  office.organization.within((tx) =>
    tx.selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )

const adoptIt = (invoiceId: string) =>
  office.organization.within(async (tx) => {
    const invoice = await findInvoice(tx, invoiceId)
    const { books_id: booksId } = await office.organization.connection()
    if (invoice?.state !== 'final') throw new Error('It is not final.')
    return adoptFound(tx, { invoice, booksId, found, by, now })
  })
const excludeIt = (invoiceId: string) =>
  office.organization.within((tx) => exclude(tx, { invoiceId, reason: 'Contant', by, now }))
const undoIt = (invoiceId: string) => office.organization.within((tx) => undo(tx, { invoiceId, by, now }))

describe('an invoice of which somebody knows better', () => {
  test.each(['planned', 'rejected', 'conflict'] as const)(
    'that is %s becomes a mutation, or stays out, and is put back as it was',
    async (state) => {
      const cause = state === 'planned' ? null : 'number_in_use'
      const before = await standing(state, cause)
      for (const [decide, to] of [
        [adoptIt, 'adopted'],
        [excludeIt, 'excluded'],
      ] as const) {
        expect(await decide(before.invoice_id)).toBeNull()
        expect((await rowOf(before.id)).state).toBe(to)
        expect((await office.look()).booking).toBeNull()
        expect(await undoIt(before.invoice_id)).toBeNull()
        expect(await rowOf(before.id)).toEqual(before)
      }
      expect((await office.organization.activityKinds()).slice(-4)).toEqual([
        'invoice_adopted',
        'invoice_override_undone',
        'invoice_excluded',
        'invoice_override_undone',
      ])
    },
  )

  test.each(['sending', 'unknown'] as const)('is left alone while it is %s', async (state) => {
    const before = await standing(state)
    expect(await adoptIt(before.invoice_id)).toBe('not_overridable')
    expect(await excludeIt(before.invoice_id)).toBe('not_overridable')
    expect(await rowOf(before.id)).toEqual(before)
  })

  test.each([
    ['found_twice', 7],
    ['changed_in_books', 7],
    ['unresolved_too_long', null],
  ] as const)('and that may be in the books (%s) is not left out of them', async (cause, number) => {
    const before = await standing('conflict', cause, number)
    expect(await excludeIt(before.invoice_id)).toBe('not_overridable')
    expect(await rowOf(before.id)).toEqual(before)
  })

  test('whose mutation somebody removed may stay out, and has its number again when that is taken back', async () => {
    const before = await standing('conflict', 'missing_in_books', 7)
    expect(await excludeIt(before.invoice_id)).toBeNull()
    expect(await rowOf(before.id)).toMatchObject({ state: 'excluded', mutation_number: null })
    expect(await undoIt(before.invoice_id)).toBeNull()
    expect(await rowOf(before.id)).toEqual(before)
  })

  test('is not the mutation that another invoice is', async () => {
    const [first, second] = [await standing('rejected'), await standing('rejected')]
    expect(await adoptIt(first.invoice_id)).toBeNull()
    expect(await adoptIt(second.invoice_id)).toBe('not_adoptable')
    expect((await rowOf(second.id)).state).toBe('rejected')
  })

  test('gives its customer the relation of its mutation, where Stella added none', async () => {
    const { id, invoice_id: invoiceId, relation_id: relationId } = await standing('planned')
    await adoptIt(invoiceId)
    const relation = await office.organization.within((tx) =>
      tx.selectFrom('relations').selectAll().where('id', '=', relationId).executeTakeFirstOrThrow(),
    )
    expect(relation).toMatchObject({ state: 'present', code: 'ZWAAN' })
    expect((await office.look()).relation).toBeNull()
    expect((await rowOf(id)).state).toBe('adopted')
  })

  test('frees the credit note that waited for it, and stays once that is on its way', async () => {
    const { creditId, id } = await office.bookingAndCredit()
    const { pool } = office.db.database('owner')
    const causes = `case when id = $1 then 'period_closed' else 'credited_not_booked' end`
    await pool.query(`update bookings set state = 'rejected', cause = ${causes}`, [id])
    const { invoice_id: invoiceId } = await rowOf(id)
    expect(await adoptIt(invoiceId)).toBeNull()
    expect((await office.look()).booking).toMatchObject({ id: creditId, credited: { state: 'adopted' } })
    await office.book(creditId, 3062)
    expect(await undoIt(invoiceId)).toBe('override_built_on')
    expect((await rowOf(id)).state).toBe('adopted')
  })

  test('is the only one whose booking the database lets go', async () => {
    const { id } = await standing('planned')
    await office.organization.within(async (tx) => {
      const result = await tx.deleteFrom('bookings').where('id', '=', id).executeTakeFirst()
      expect(result.numDeletedRows).toBe(0n)
    })
  })
})
