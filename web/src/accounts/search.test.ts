import { describe, expect, it } from 'vitest'
import { signInSearch } from './search.ts'

describe('where signing in leads', () => {
  it.each(['https://elders.example', '//elders.example', '/\\elders.example', 'elders'])(
    'is never %s',
    (terug) => expect(signInSearch({ terug })).toEqual({}),
  )

  it('is an address of our own', () => {
    expect(signInSearch({ terug: '/facturen?toon=mislukt' })).toEqual({ terug: '/facturen?toon=mislukt' })
  })
})
