import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Remembered } from './remembered.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A table to look up in, and how often that was done. */
function table(value: string | null) {
  const found = { value, lookUps: 0 }
  return {
    found,
    lookUp: async () => {
      found.lookUps += 1
      return found.value
    },
  }
}

test('what was looked up is believed for half a minute: what is withdrawn elsewhere works no longer than that', async () => {
  const remembered = new Remembered<string>()
  const { found, lookUp } = table('Marloes')
  expect(await remembered.get('key', lookUp)).toBe('Marloes')
  found.value = null
  vi.advanceTimersByTime(29_000)
  expect(await remembered.get('key', lookUp)).toBe('Marloes')
  expect(found.lookUps).toBe(1)
  vi.advanceTimersByTime(1_001)
  expect(await remembered.get('key', lookUp)).toBeNull()
})

test('what was not found is looked up each time, so that a new key works at once', async () => {
  const remembered = new Remembered<string>()
  const { found, lookUp } = table(null)
  expect(await remembered.get('key', lookUp)).toBeNull()
  found.value = 'Marloes'
  expect(await remembered.get('key', lookUp)).toBe('Marloes')
})

test('what is withdrawn here is forgotten at once', async () => {
  const remembered = new Remembered<string>()
  const { found, lookUp } = table('Marloes')
  await remembered.get('one', lookUp)
  await remembered.get('two', lookUp)
  found.value = null
  remembered.delete('one')
  expect(await remembered.get('one', lookUp)).toBeNull()
  remembered.forget((value) => value === 'Marloes')
  expect(await remembered.get('two', lookUp)).toBeNull()
})

test('what was withdrawn while it was being looked up is not remembered', async () => {
  const remembered = new Remembered<string>()
  const slow = Promise.withResolvers<string>()
  const looking = remembered.get('key', () => slow.promise)
  remembered.delete('key')
  slow.resolve('Marloes')
  await looking
  expect(await remembered.get('key', async () => null)).toBeNull()
})

test('the oldest makes room for the newest', async () => {
  const remembered = new Remembered<number>()
  for (let key = 0; key <= 10_000; key += 1) await remembered.get(String(key), async () => key)
  expect(await remembered.get('1', async () => -1)).toBe(1)
  expect(await remembered.get('0', async () => -1)).toBe(-1)
})
