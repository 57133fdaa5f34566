import { causeCodes, causes } from '@stella/bookkeeping'
import { textsIn } from '@stella/texts'
import { describe, expect, test } from 'vitest'
import { mendingOf } from './mending.ts'
import { causeSentences, presentCause } from './present.ts'

const booking = { invoiceId: 'the-invoice', customerId: 'the-customer' }
const relation = { customerId: 'the-customer' }

describe('what is to be mended', () => {
  test.each([
    ['period_closed', booking, { kind: 'invoice', invoiceId: 'the-invoice' }],
    ['number_in_use', booking, { kind: 'invoice', invoiceId: 'the-invoice' }],
    ['relation_not_accepted', booking, { kind: 'customer', customerId: 'the-customer', field: null }],
    ['relation_missing', booking, { kind: 'customer', customerId: 'the-customer', field: null }],
    ['relation_missing', relation, { kind: 'customer', customerId: 'the-customer', field: null }],
    ['codes_refused', booking, { kind: 'codes' }],
    ['disconnected', {}, { kind: 'codes' }],
    ['no_permission', {}, { kind: 'connection' }],
    ['unreachable', booking, null],
    ['amounts_refused', booking, null],
    ['of_a_later_version', booking, null],
    [null, booking, null],
  ] as const)('after %s of %j is %j', (cause, concerned, mending) => {
    expect(mendingOf({ cause }, concerned)).toEqual(mending)
  })

  test.each([
    ['name', 'name'],
    ['contactPerson', 'contactName'],
    ['postalCode', 'postalCode'],
    ['freeFields.1', null],
    ['CMUT025', null],
    [null, null],
  ])('after %s was too long names the field %s of the customer', (causeCode, field) => {
    expect(mendingOf({ cause: 'field_too_long', causeCode }, relation)).toEqual({
      kind: 'customer',
      customerId: 'the-customer',
      field,
    })
  })

  test('leads somewhere for every cause that somebody of the organization can do something about', () => {
    for (const cause of causeCodes) {
      const leads = mendingOf({ cause }, booking) !== null
      expect(leads, cause).toBe(causes[cause].mend !== 'nothing')
    }
  })
})

test.each([
  ['period_closed', false],
  ['missing_in_books', false],
  ['found_twice', true],
  ['changed_in_books', true],
  ['disconnected', false],
])('an invoice that failed for %s may be in the books all the same: %s', (cause, mayBeBooked) => {
  expect(presentCause({ cause }, booking, 'nl')).toMatchObject({ code: cause, mayBeBooked })
})

describe.each(['nl', 'en'] as const)('the sentences of a relation in %s', (language) => {
  test('are those of the cause, and none of them speaks of an invoice or a booking', () => {
    const { relationCauses, causes: known } = textsIn(language)
    for (const cause of Object.keys(relationCauses)) {
      expect(known).toHaveProperty([cause])
      const said = JSON.stringify(causeSentences(cause, language, 'relation'))
      expect(said).not.toMatch(/factuur|boeking|invoice|booking/i)
    }
  })
})
