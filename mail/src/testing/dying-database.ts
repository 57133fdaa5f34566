import type { Database } from '@stella/database'

/**
 * A database as a process sees it that is killed at one of its transactions: before that is begun, or after it was
 * committed and before anything else could be done. From then on nothing comes through.
 */
export function dyingDatabase(
  database: Database,
  death: { readonly at: number; readonly when: 'before' | 'after'; readonly onDeath: () => void },
): Database & { readonly isDead: () => boolean } {
  let count = 0
  let isDead = false
  const die = () => {
    isDead = true
    death.onDeath()
  }
  const never = <T>() => new Promise<T>(() => {})
  const transaction = () => ({
    async execute<T>(work: (tx: never) => Promise<T>): Promise<T> {
      if (isDead) return never()
      count += 1
      const isLast = count === death.at
      if (isLast && death.when === 'before') {
        die()
        return never()
      }
      const result = await database.kysely.transaction().execute(work as never)
      if (isLast) {
        die()
        return never()
      }
      return result as T
    },
  })
  const kysely = new Proxy(database.kysely, {
    get: (target, key, receiver) =>
      key === 'transaction' ? transaction : Reflect.get(target, key, receiver),
  })
  return { ...database, kysely, isDead: () => isDead }
}
