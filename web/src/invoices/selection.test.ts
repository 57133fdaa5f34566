import { describe, expect, test } from 'vitest'
import { afterClick, oneByOne } from './selection.ts'

const ids = ['a', 'b', 'c', 'd', 'e']

describe('a click', () => {
  test.each<[string, string[], string, string | null, boolean, string[]]>([
    ['chooses one', [], 'b', null, false, ['b']],
    ['lets one go', ['a', 'b'], 'b', null, false, ['a']],
    ['with Shift chooses all up to it', ['b'], 'd', 'b', true, ['b', 'c', 'd']],
    ['with Shift chooses upwards too', ['d'], 'b', 'd', true, ['b', 'c', 'd']],
    ['with Shift lets all go', ['b', 'c', 'd'], 'd', 'b', true, []],
    ['with Shift, where none was clicked on before, chooses one', [], 'd', null, true, ['d']],
    ['with Shift, where that one is not in the list any more, chooses one', [], 'd', 'x', true, ['d']],
  ])('%s', (_, before, clicked, last, withShift, after) => {
    const chosen = afterClick(new Set(before), ids, { clicked, last, withShift })
    expect([...chosen].sort()).toEqual(after)
  })
})

test('what fails of several keeps none of the others', async () => {
  const done: string[] = []
  const progress: number[] = []
  const failed = await oneByOne(
    ids,
    async (id) => {
      if (id === 'b') throw new Error('no')
      done.push(id)
    },
    (count) => progress.push(count),
  )
  expect(done).toEqual(['a', 'c', 'd', 'e'])
  expect(progress).toEqual([1, 2, 3, 4, 5])
  expect(failed).toEqual([{ item: 'b', error: new Error('no') }])
})
