import type { ListedActivity } from '@stella/database'
import { expect, test } from 'vitest'
import { presentActivity } from './present.ts'

const entry: ListedActivity = {
  id: '018f6b1e-7a52-7c3a-9d0b-3f6a2c1b4d5e',
  position: 7n,
  at: new Date('2026-11-22T12:00:00Z'),
  kind: 'invoice_not_booked',
  outcome: 'failure',
  subjectType: 'invoice',
  subjectId: 'the-invoice',
  customerId: 'the-customer',
  superseded: false,
  parameters: { number: '2026-0001', customer: 'Café De Hoek', cause: 'field_too_long', serviceCode: 'city' },
}

test('a failure of an invoice leads to its customer, at the field', () => {
  expect(presentActivity(entry, 'nl').mending).toEqual({
    kind: 'customer',
    customerId: 'the-customer',
    field: 'city',
  })
})

test('a failure that something came after leads nowhere any more', () => {
  const before = presentActivity(entry, 'nl')
  const { detail, mending, superseded } = presentActivity({ ...entry, superseded: true }, 'nl')
  expect({ mending, superseded }).toEqual({ mending: null, superseded: true })
  expect(before.detail).toMatch(new RegExp(`^${detail} .*Kort de gegevens van de klant in`))
})

test('what still waits leads nowhere, although its cause would', () => {
  const waiting = { ...entry, kind: 'invoice_outcome_unknown', outcome: 'waiting' } as const
  expect(presentActivity(waiting, 'nl').mending).toBeNull()
})

test('a cause of a relation is said of a relation', () => {
  const parameters = { customer: 'Café De Hoek', cause: 'found_twice' }
  const { detail } = presentActivity(
    { ...entry, kind: 'relation_not_added', subjectType: 'relation', parameters },
    'nl',
  )
  expect(detail).toContain('relatie')
  expect(detail).not.toContain('factuur')
})
