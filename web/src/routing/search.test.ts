import { describe, expect, it } from 'vitest'
import { customerSearch, invoiceSearch, logSearch, signInSearch } from './search.ts'

describe('what an address carries', () => {
  it('keeps known views and words, and drops the rest', () => {
    expect(invoiceSearch({ toon: 'mislukt', zoek: 'Kroon', x: 1 })).toEqual({
      toon: 'mislukt',
      zoek: 'Kroon',
    })
    expect(invoiceSearch({ toon: 'iets', zoek: '' })).toEqual({})
    expect(logSearch({ zoek: 2026 })).toEqual({ zoek: '2026' })
    expect(customerSearch({ veld: 'city' })).toEqual({ veld: 'city' })
    expect(customerSearch({ veld: 'password' })).toEqual({})
  })

  it.each(['https://elders.example', '//elders.example', '/\\elders.example', 'elders'])(
    'never leads from signing in to %s',
    (terug) => expect(signInSearch({ terug })).toEqual({}),
  )

  it('leads back to an address of our own', () => {
    expect(signInSearch({ terug: '/facturen?toon=mislukt' })).toEqual({ terug: '/facturen?toon=mislukt' })
  })
})
