import fc from 'fast-check'
import { test } from 'vitest'
import { isAbsenceCertain } from '../retries/absence.ts'
import { numbersToRead, VERIFY_AFTER_MS, VERIFY_BATCH, VERIFY_EVERY_MS, verifyAt } from './verification.ts'

test('an administration is read back five to twenty minutes after a booking, at most once a quarter', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.uuid(), (bookedAt, organization) => {
      const at = verifyAt(bookedAt, organization)
      const next = verifyAt(bookedAt + 1_000, organization)
      const isInTime = at >= bookedAt + VERIFY_AFTER_MS && at < bookedAt + VERIFY_AFTER_MS + VERIFY_EVERY_MS
      return isInTime && (next === at || next === at + VERIFY_EVERY_MS)
    }),
  )
})

test('one answer holds every number of a batch, those of a double beside it, and no more than 500', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 6 }), fc.nat(VERIFY_BATCH - 1), (lowest, length) => {
      const { from, to } = numbersToRead([lowest + length, lowest])
      const isWide = from <= Math.max(1, lowest - 100) && to >= lowest + length + 10
      return isWide && from >= 1 && to - from < 500
    }),
  )
})

test('a booking is read back again only when a first reading without it can be believed', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.uuid(), (readAt, organization) =>
      isAbsenceCertain(readAt, verifyAt(readAt, organization)),
    ),
  )
})
