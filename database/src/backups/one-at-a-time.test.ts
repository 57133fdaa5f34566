import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import { oneAtATime } from './one-at-a-time.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

test('what several processes would do is done by one, and again by any of them afterwards', async () => {
  const done: string[] = []
  const first = await oneAtATime(db.url, 'backups', async () => {
    done.push('first')
    const second = await oneAtATime(db.url, 'backups', async () => void done.push('second'))
    expect(second).toBe(false)
    expect(await oneAtATime(db.url, 'something else', async () => void done.push('else'))).toBe(true)
  })
  expect(first).toBe(true)
  expect(await oneAtATime(db.url, 'backups', async () => void done.push('third'))).toBe(true)
  expect(done).toEqual(['first', 'else', 'third'])
})

test('work that fails keeps nobody from doing it again', async () => {
  const failing = oneAtATime(db.url, 'backups', () => Promise.reject(new Error('the disk is full')))
  await expect(failing).rejects.toThrow('the disk is full')
  expect(await oneAtATime(db.url, 'backups', async () => {})).toBe(true)
})
