import { expect, it } from 'vitest'
import { customerSearch } from './search.ts'

it('keeps a field of the form, and drops anything else', () => {
  expect(customerSearch({ veld: 'city' })).toEqual({ veld: 'city' })
  expect(customerSearch({ veld: 'password' })).toEqual({})
})
