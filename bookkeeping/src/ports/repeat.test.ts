import { expect, test } from 'vitest'
import { repeat } from './repeat.ts'

/** A clock whose waits end when the test says so, or when they are broken off. */
function heldClock() {
  let wake = () => {}
  const waits: number[] = []
  const sleep = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal?.aborted) return resolve()
      waits.push(ms)
      wake = resolve
      signal?.addEventListener('abort', () => resolve())
    })
  return { clock: { sleep }, waits, wake: () => wake() }
}

test('is done at once and again after each wait, also where it failed', async () => {
  const { clock, waits, wake } = heldClock()
  const failures: unknown[] = []
  let done = 0
  const work = async () => {
    done += 1
    if (done === 1) throw new Error('away')
  }
  const repeated = repeat(work, { clock, everyMs: 7, onFailure: (error) => failures.push(error) })
  await expect.poll(() => waits).toEqual([7])
  expect([done, failures]).toEqual([1, [new Error('away')]])
  wake()
  await expect.poll(() => waits).toEqual([7, 7])
  expect(done).toBe(2)
  await repeated.stop()
  expect(done).toBe(2)
})

test('a stop waits for what is under way, and tells it', async () => {
  const { clock } = heldClock()
  const ended = Promise.withResolvers<void>()
  let heard: AbortSignal | undefined
  const work = (stopped: AbortSignal) => {
    heard = stopped
    return ended.promise
  }
  const repeated = repeat(work, { clock, everyMs: 7, onFailure: () => {} })
  let isStopped = false
  const stopping = repeated.stop().then(() => {
    isStopped = true
  })
  expect(heard?.aborted).toBe(true)
  expect(isStopped).toBe(false)
  ended.resolve()
  await stopping
  expect(isStopped).toBe(true)
})
