import { expect, it } from 'vitest'
import { listSearch, viewedSearch } from './search.ts'

it('keeps known views and words, and drops the rest', () => {
  const views = ['mislukt', 'wacht'] as const
  expect(viewedSearch({ toon: 'mislukt', zoek: 'Kroon', x: 1 }, views)).toEqual({
    toon: 'mislukt',
    zoek: 'Kroon',
  })
  expect(viewedSearch({ toon: 'iets', zoek: '' }, views)).toEqual({})
})

it('takes a number for the text it is', () => {
  expect(listSearch({ zoek: 2026 })).toEqual({ zoek: '2026' })
})
