import { expect, test } from 'vitest'
import { DESCRIPTION_LENGTH, describeBooking } from './description.ts'

const head = { number: '2026-0001', customerName: 'Café De Zwaan' }

test('says number, customer and what the invoice is about, on one line', () => {
  expect(describeBooking({ ...head, description: 'Broodjes\n en <&"\'> koffie' })).toEqual({
    text: 'Factuur 2026-0001, Café De Zwaan: Broodjes en <&"\'> koffie',
    shortened: false,
  })
  expect(describeBooking({ ...head, description: '  ' }).text).toBe('Factuur 2026-0001, Café De Zwaan')
})

test('says what a tab, another line end or what cannot be seen says on paper', () => {
  const description = 'week 12\t8 uur\u0085week 13\v\u202e4\u202c uur\u200b'
  expect(describeBooking({ ...head, description }).text).toBe(
    'Factuur 2026-0001, Café De Zwaan: week 12 8 uur week 13 4 uur',
  )
})

test('shortens visibly, between whole characters, to what the service takes', () => {
  const long = describeBooking({ ...head, description: 'x'.repeat(300) })
  expect(long.shortened).toBe(true)
  expect(long.text).toHaveLength(DESCRIPTION_LENGTH)
  expect(long.text.endsWith('x…')).toBe(true)
  for (let length = 150; length < 180; length += 1) {
    const { text } = describeBooking({
      ...head,
      description: `${'y'.repeat(length)}👩‍👩‍👧 en verder${'z'.repeat(40)}`,
    })
    expect(text.length).toBeLessThanOrEqual(DESCRIPTION_LENGTH)
    expect(text.isWellFormed()).toBe(true)
    if (text.includes('👩')) expect(text).toContain('👩‍👩‍👧')
  }
})
