import { z } from 'zod'
import { operation } from '../openapi/operation.ts'

export const Health = z
  .object({ status: z.enum(['ok', 'unavailable']), database: z.enum(['ok', 'unreachable']) })
  .meta({ id: 'Health' })

export const getHealth = operation({
  id: 'getHealth',
  tag: 'Service',
  audience: 'anyone',
  summary: 'Is it well?',
  description:
    'For a reverse proxy or a watchdog: 200 when requests can be served, 503 when the database cannot be reached.',
  response: { 200: Health, 503: Health },
})
