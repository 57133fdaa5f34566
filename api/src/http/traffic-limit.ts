import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { ApiError } from './api-error.ts'

/**
 * Requests a minute from one address. A page of Stella makes about five; an office of thirty people behind one
 * address stays below a tenth of it. Counted in memory, so per process.
 */
const requestsPerMinute = 1_200

/** Sign-ins and new accounts cost 15 ms and 19 MiB each: more than this would be an attack on the machine. */
const signInsPerMinute = 60

const signInTraffic = { rateLimit: { max: signInsPerMinute, timeWindow: '1 minute' } }

/** The route of an operation that costs a hash of a password, and so has a narrower limit of traffic. */
export function withSignInTraffic<Operation extends { config: object }>(operation: Operation) {
  return { ...operation, config: { ...operation.config, ...signInTraffic } }
}

/** Refuses whoever asks far more than a person or a sound program does. */
export async function limitTraffic(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => request.routeOptions.config.audience === undefined,
    errorResponseBuilder: (_request, { ttl }) =>
      new ApiError('too_many_requests', { retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1000)) }),
  })
}
