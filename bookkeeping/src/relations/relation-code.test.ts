import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { relationCodeOf } from './relation-code.ts'

test('is always the same for a customer, fits, and is nobody else’s', () => {
  expect(relationCodeOf('0B7D1B4E-0000-4000-8000-000000000001')).toBe(
    relationCodeOf('0b7d1b4e-0000-4000-8000-000000000001'),
  )
  const codes = new Set(Array.from({ length: 20_000 }, () => relationCodeOf(randomUUID())))
  expect(codes.size).toBe(20_000)
  for (const code of codes) expect(code).toMatch(/^S[0-9A-HJKMNP-TV-Z]{14}$/)
})
