import { expect, onTestFinished, test, vi } from 'vitest'
import { watchServer } from './watch-server.ts'

/** Servers that are only numbers: the one that runs, and what becomes of a start. */
function begin(startAgain: () => Promise<number>) {
  let alive = 1
  const onLost = vi.fn<(error: unknown) => void>()
  const watch = watchServer({
    running: { pid: 1, socketFolder: '', adopted: false },
    isAlive: ({ pid }) => pid === alive,
    startAgain: async () => {
      alive = await startAgain()
      return { pid: alive, socketFolder: '', adopted: false }
    },
    log: () => {},
    onLost,
    lookEveryMs: 1,
  })
  onTestFinished(() => watch.stop())
  return {
    onLost,
    watch,
    kill: () => {
      alive = 0
    },
    alive: () => alive,
  }
}

test('a server that ended by itself is started again, one start for each end', async () => {
  let started = 1
  const { alive, kill, onLost } = begin(async () => {
    started += 1
    return started
  })
  for (const expected of [2, 3]) {
    kill()
    await expect.poll(alive).toBe(expected)
  }
  expect({ started, lost: onLost.mock.calls }).toEqual({ started: 3, lost: [] })
})

test('a start that fails is tried again', async () => {
  let tries = 0
  const { alive, kill, onLost } = begin(async () => {
    tries += 1
    if (tries === 1) throw new Error('the one before still ends')
    return 7
  })
  kill()
  await expect.poll(alive).toBe(7)
  expect(onLost).not.toHaveBeenCalled()
})

test('one that ends again and again is given up, with the reason', async () => {
  let started = 1
  const { kill, onLost } = begin(async () => {
    started += 1
    return started
  })
  const keepKilling = setInterval(kill, 1)
  onTestFinished(() => clearInterval(keepKilling))
  await expect.poll(() => onLost.mock.calls).toHaveLength(1)
  expect(onLost).toHaveBeenCalledWith(expect.objectContaining({ code: 'server_ends_again' }))
  expect(started).toBe(6)
})

test('one that ends again and again, at last while it starts, is said to end, not to be unable to start', async () => {
  let tries = 1
  const { alive, kill, onLost } = begin(async () => {
    tries += 1
    if (tries > 2) throw new Error('it ended before it was ready')
    return tries
  })
  kill()
  await expect.poll(alive).toBe(2)
  kill()
  await expect.poll(() => onLost.mock.calls).toHaveLength(1)
  expect(onLost).toHaveBeenCalledWith(expect.objectContaining({ code: 'server_ends_again' }))
})

test('one that cannot be started is given up, with its own reason', async () => {
  const full = new Error('the disk is full')
  const { kill, onLost } = begin(() => Promise.reject(full))
  kill()
  await expect.poll(() => onLost.mock.calls).toEqual([[full]])
})

test('stopped, it looks no more', async () => {
  const { kill, onLost, watch, alive } = begin(async () => 2)
  await watch.stop()
  kill()
  await watch.stop()
  expect({ alive: alive(), lost: onLost.mock.calls }).toEqual({ alive: 0, lost: [] })
})
