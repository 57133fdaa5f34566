import { expect, test } from 'vitest'
import { added, changed, removed } from './change.ts'
import { changesToTell } from './changes-to-tell.ts'

test('what breaks stands at the end of the list, where it is read', () => {
  const changes = [
    removed('Customer.fax', 'is gone'),
    changed('Customer.name', 'has maxLength 50 now', false),
    added('Customer.email', 'is new'),
  ]
  expect(changesToTell('the last commit', changes)).toEqual([
    'The API since the last commit:',
    '  added: Customer.email is new',
    '  changed: Customer.name has maxLength 50 now',
    '  breaking: Customer.fax is gone',
  ])
})

test('a document that differs without a change of the API says so', () => {
  expect(changesToTell('its last release', [])).toHaveLength(1)
})
