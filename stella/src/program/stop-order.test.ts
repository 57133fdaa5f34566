import { pino } from 'pino'
import { expect, test } from 'vitest'
import { stopOrder } from './stop-order.ts'

const log = pino({ level: 'silent' })

test('stops in the opposite order, past parts that fail or hang', async () => {
  const stopped: string[] = []
  const order = stopOrder(log, 50)
  order.add('database', () => {
    stopped.push('database')
  })
  order.add('hanging', () => new Promise(() => {}))
  order.add('failing', async () => {
    throw new Error('no')
  })
  order.add('web', async () => {
    stopped.push('web')
  })
  await order.stopAll()
  expect(stopped).toEqual(['web', 'database'])
})

test('stops each part once', async () => {
  let count = 0
  const order = stopOrder(log)
  order.add('part', () => {
    count++
  })
  await order.stopAll()
  await order.stopAll()
  expect(count).toBe(1)
})
