import { expect, test } from 'vitest'
import { longestFirst } from '../../scripts/testing/expected-times.ts'

test('test files begin with the one that took longest; what is not known keeps its order and comes last', () => {
  const files = ['a.test.ts', 'new.test.ts', 'b.test.ts', 'other.test.ts']
  const order = longestFirst(files, (file) => `room/${file}`, { 'room/a.test.ts': 2, 'room/b.test.ts': 90 })
  expect(order).toEqual(['b.test.ts', 'a.test.ts', 'new.test.ts', 'other.test.ts'])
})
