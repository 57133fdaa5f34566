import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'

const { read } = operationsOf('Service', 'anyone')

const Part = z.enum(['ok', 'late'])

const Health = z
  .object({
    status: z.enum(['ok', 'late', 'unavailable']),
    database: z.enum(['ok', 'unreachable']),
    worker: Part.optional().describe('`late`: nobody has looked for work for minutes, so nothing is booked.'),
    mail: Part.optional().describe('`late`: mails have been ready for long, and nobody sends them.'),
    backups: Part.optional().describe(
      '`late`: there is no backup of the last night, or the last one could not be restored as a trial. Left out where none is taken.',
    ),
  })
  .meta({ id: 'Health' })

export const getHealth = read({
  id: 'getHealth',
  summary: 'Is it well?',
  description:
    'For a reverse proxy: 200 when requests can be served, whatever stands still behind them; 503 when the database cannot be reached.',
  response: { 200: Health, 503: Health },
})

const Ready = z.object({ ready: z.boolean() }).meta({ id: 'Readiness' })

export const getReadiness = read({
  id: 'getReadiness',
  summary: 'May requests be sent here?',
  description:
    'For a load balancer: 503 from the moment this process was told to stop, while it still answers, and when the database cannot be reached.',
  response: { 200: Ready, 503: Ready },
})

export const getLiveness = read({
  id: 'getLiveness',
  summary: 'Does this process answer?',
  description:
    'For whoever starts processes again: 200 whatever else is wrong, as a new process would not mend that.',
  response: { 200: z.object({ alive: z.literal(true) }).meta({ id: 'Liveness' }) },
})

export const getHealthOfWork = read({
  id: 'getHealthOfWork',
  summary: 'Is the work done?',
  description:
    'For a watchdog that wakes somebody: 503 too while nobody books, nobody sends mail, or there is no good backup, which people on the screens would notice last.',
  response: { 200: Health, 503: Health },
})
