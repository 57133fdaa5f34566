import { createHash } from 'node:crypto'
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth'

/**
 * Stores the SHA-256 of a session's token instead of the token, which better-auth writes in clear: with a stolen
 * copy of the table nobody can sign in. Whoever has the token, from the cookie, still finds the session, and
 * gets the token back as it was handed in.
 */
export function withHashedSessionTokens(adapter: DBAdapter): DBAdapter {
  return {
    ...withHashedTokens(adapter),
    transaction: (work) => adapter.transaction((tx) => work(withHashedTokens(tx))),
  }
}

function withHashedTokens<Adapter extends DBTransactionAdapter>(adapter: Adapter): Adapter {
  return {
    ...adapter,
    create: async (query) => {
      if (query.model !== 'session') return adapter.create(query)
      const { token } = query.data
      const row = await adapter.create({ ...query, data: { ...query.data, token: hashToken(String(token)) } })
      return { ...row, token }
    },
    findOne: (query) => byToken(query, (hashed) => adapter.findOne(hashed)),
    update: (query) => byToken(query, (hashed) => adapter.update(hashed)),
    consumeOne: (query) => byToken(query, (hashed) => adapter.consumeOne(hashed)),
    incrementOne: (query) => byToken(query, (hashed) => adapter.incrementOne(hashed)),
    findMany: (query) => adapter.findMany(hashedWhere(query)),
    count: (query) => adapter.count(hashedWhere(query)),
    updateMany: (query) => adapter.updateMany(hashedWhere(query)),
    delete: (query) => adapter.delete(hashedWhere(query)),
    deleteMany: (query) => adapter.deleteMany(hashedWhere(query)),
  }
}

type Query = { model: string; where?: Where[] | undefined }

async function byToken<Q extends Query, Row>(
  query: Q,
  run: (hashed: Q) => Promise<Row | null>,
): Promise<Row | null> {
  const row = await run(hashedWhere(query))
  if (row === null || query.model !== 'session') return row
  const token = query.where?.find(({ field }) => field === 'token')?.value
  return typeof token === 'string' ? { ...row, token } : row
}

function hashedWhere<Q extends Query>(query: Q): Q {
  if (query.model !== 'session' || query.where === undefined) return query
  return { ...query, where: query.where.map(hashedCondition) }
}

function hashedCondition(condition: Where): Where {
  if (condition.field !== 'token') return condition
  const { value } = condition
  if (Array.isArray(value)) return { ...condition, value: value.map((token) => hashToken(String(token))) }
  return { ...condition, value: hashToken(String(value)) }
}

/** As `accounts.session` stores it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
