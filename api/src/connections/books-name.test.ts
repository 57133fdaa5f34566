import { expect, test } from 'vitest'
import { booksName } from './books-name.ts'

test.each([
  ['Drukkerij Zwartbroek', 'Drukkerij Zwartbroek'],
  ['Enzovoort…', 'Enzovoort…'],
  ['wi…', 'naam onbekend (gebruikersnaam wi…)'],
  ['w…', 'naam onbekend (gebruikersnaam w…)'],
])('the administration that is known as %s is called «%s»', (name, called) => {
  expect(booksName(name, 'nl')).toBe(called)
})
