import { describe, expect, test } from 'vitest'
import { missingLegalFields, validateOrganization } from './organization-profile.ts'

describe('validateOrganization', () => {
  test('a name alone is enough to start with, and what the law still wants is named', () => {
    const checked = validateOrganization({ name: 'Van Dijk Installatie' })
    expect(checked.ok).toBe(true)
    if (!checked.ok) return
    expect(missingLegalFields(checked.value)).toEqual([
      'address',
      'postalCode',
      'city',
      'kvkNumber',
      'vatNumber',
    ])
  })

  test('an IBAN is kept without spaces, in capitals', () => {
    const checked = validateOrganization({ name: 'Van Dijk', iban: 'nl91 abna 0417 1643 00' })
    expect(checked.ok && checked.value.iban).toBe('NL91ABNA0417164300')
  })

  test.each(['NL91ABNA0417164301', 'NL91', 'abc', 'NL91ABNA041716430O'])('IBAN «%s» is refused', (iban) => {
    const checked = validateOrganization({ name: 'Van Dijk', iban })
    expect(checked).toEqual({ ok: false, problems: [{ path: 'iban', code: 'iban_invalid' }] })
  })
})
