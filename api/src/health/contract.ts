import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'

const { read } = operationsOf('Service', 'anyone')

const Health = z
  .object({ status: z.enum(['ok', 'unavailable']), database: z.enum(['ok', 'unreachable']) })
  .meta({ id: 'Health' })

export const getHealth = read({
  id: 'getHealth',
  summary: 'Is it well?',
  description:
    'For a reverse proxy or a watchdog: 200 when requests can be served, 503 when the database cannot be reached.',
  response: { 200: Health, 503: Health },
})
