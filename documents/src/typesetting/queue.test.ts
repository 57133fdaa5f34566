import { describe, expect, test } from 'vitest'
import { fairQueue } from './queue.ts'
import { TypesettingBusy } from './typesetting-error.ts'

describe('fairQueue', () => {
  test("each owner's next comes before another's second", () => {
    const queue = fairQueue<number>({ ofOne: 9, ofAll: 9 })
    for (const number of [1, 2, 3]) queue.add('a', number)
    queue.add('b', 4)
    queue.add('c', 5)
    const taken = Array.from({ length: 6 }, () => queue.take()?.thing)
    expect(taken).toEqual([1, 4, 5, 2, 3, undefined])
  })

  test('who had a turn waits for who had none, also after it was done', () => {
    const queue = fairQueue<number>({ ofOne: 9, ofAll: 9 })
    queue.add('a', 1)
    expect(queue.take()?.thing).toBe(1)
    for (const number of [2, 3]) queue.add('a', number)
    queue.add('b', 4)
    queue.done('a')
    expect([queue.take()?.thing, queue.take()?.thing]).toEqual([4, 2])
  })

  test('takes as many as it may of one and of all, until some are done', () => {
    const queue = fairQueue<number>({ ofOne: 2, ofAll: 3 })
    queue.add('a', 1)
    queue.add('a', 2)
    expect(() => queue.add('a', 3)).toThrow(new TypesettingBusy('organization'))
    queue.add('b', 4)
    expect(() => queue.add('b', 5)).toThrow(new TypesettingBusy('all'))
    expect(queue.take()?.owner).toBe('a')
    expect(() => queue.add('a', 3)).toThrow(TypesettingBusy)
    queue.done('a')
    queue.add('a', 3)
  })

  test('what is cleared makes room again', () => {
    const queue = fairQueue<number>({ ofOne: 2, ofAll: 2 })
    queue.add('a', 1)
    queue.add('a', 2)
    expect(queue.clear()).toEqual([1, 2])
    expect(queue.take()).toBeUndefined()
    queue.add('b', 3)
    queue.add('b', 4)
  })
})
