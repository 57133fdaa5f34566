import { installationFigures } from '@stella/database'
import type { App } from '../http/app.ts'
import type { Context } from '../http/context.ts'
import { getHealth, getHealthOfWork, getLiveness, getReadiness } from './contract.ts'
import { type Standing, standingOf } from './standing.ts'

/** Anybody may ask, as often as they like; the database and the folder of the backups are asked at most this often. */
const KEPT_FOR_MS = 5_000

export type HealthContext = Context & {
  /** Whether this process was told to stop. */
  isDraining: () => boolean
}

export function healthRoutes(app: App, { backups, databases, isDraining }: HealthContext): void {
  // Whoever keeps its connection to a server that goes would send the next request into nothing.
  app.addHook('onSend', async (_request, reply) => {
    if (isDraining()) reply.header('connection', 'close')
  })
  const standing = keptFor(KEPT_FOR_MS, async () => ({
    ...standingOf(await installationFigures(databases.support)),
    backups: backups?.(),
  }))
  app.get('/api/health', getHealth, async (_request, reply) => {
    const health = await healthOf(standing)
    return reply.code(health.status === 'unavailable' ? 503 : 200).send(health)
  })
  app.get('/api/health/live', getLiveness, async () => ({ alive: true as const }))
  app.get('/api/health/ready', getReadiness, async (_request, reply) => {
    const ready = !isDraining() && (await healthOf(standing)).status !== 'unavailable'
    return reply.code(ready ? 200 : 503).send({ ready })
  })
  app.get('/api/health/work', getHealthOfWork, async (_request, reply) => {
    const health = await healthOf(standing)
    return reply.code(health.status === 'ok' ? 200 : 503).send(health)
  })
}

type KeptStanding = Standing & { readonly backups: ReturnType<NonNullable<Context['backups']>> | undefined }

async function healthOf(standing: () => Promise<KeptStanding>) {
  try {
    const { worker, mail, backups } = await standing()
    const isLate = [worker, mail, backups].includes('late')
    const status = isLate ? ('late' as const) : ('ok' as const)
    return { status, database: 'ok' as const, worker, mail, ...(backups && { backups }) }
  } catch {
    return { status: 'unavailable' as const, database: 'unreachable' as const }
  }
}

/** One question at a time, whose answer serves all who ask while it is fresh; a failure is not kept. */
function keptFor<Answer>(milliseconds: number, ask: () => Promise<Answer>): () => Promise<Answer> {
  let askedAt = Number.NEGATIVE_INFINITY
  let answer: Promise<Answer> | undefined
  return () => {
    if (answer !== undefined && performance.now() - askedAt < milliseconds) return answer
    askedAt = performance.now()
    const asked = ask()
    answer = asked
    asked.catch(() => {
      if (answer === asked) answer = undefined
    })
    return asked
  }
}
