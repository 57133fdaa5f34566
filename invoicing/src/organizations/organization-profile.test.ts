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

  test('the name of the account and the scheme are kept, and a scheme that nobody knows is refused', () => {
    const given = { name: 'Van Dijk', accountName: ' J. van Dijk ', vatScheme: 'small_business_scheme' }
    const checked = validateOrganization(given)
    expect(checked.ok && checked.value).toMatchObject({
      accountName: 'J. van Dijk',
      vatScheme: 'small_business_scheme',
    })
    expect(checked.ok && missingLegalFields(checked.value)).not.toContain('vatNumber')
    expect(validateOrganization({ name: 'Van Dijk', vatScheme: 'none' })).toEqual({
      ok: false,
      problems: [{ path: 'vatScheme', code: 'choice_unknown' }],
    })
    expect(validateOrganization({ name: 'Van Dijk', accountName: 'x'.repeat(71) })).toEqual({
      ok: false,
      problems: [{ path: 'accountName', code: 'too_long', limit: 70 }],
    })
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
