import type { Log } from '@stella/bookkeeping'
import type { Database } from '@stella/database'
import pg from 'pg'
import { type Db, PgBoss } from 'pg-boss'

/** The schema that migration 0005 makes. */
const jobsSchema = 'jobs'

export type JobsOptions = {
  /** Role `stella_mail`. */
  readonly database: Database
  readonly log: Log
  /** How often jobs whose worker died are looked for; default 60. */
  readonly superviseEverySeconds?: number
}

/**
 * Opens the queue on tables that are there already. What it does beyond jobs is off: the role owns nothing, so it
 * could neither migrate nor rebuild an index, and nobody here schedules or looks at its statistics.
 *
 * @throws Error when the tables are not those of the installed pg-boss
 */
export async function openJobs({ database, log, superviseEverySeconds = 60 }: JobsOptions): Promise<PgBoss> {
  const jobs = new PgBoss({
    db: onPool(database),
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    superviseIntervalSeconds: superviseEverySeconds,
    monitorIntervalSeconds: superviseEverySeconds,
    flowIntervalSeconds: 3600,
  })
  jobs.on('error', (error) => log.warn('job queue disturbed', { reason: error.message }))
  jobs.on('warning', ({ message }) => log.warn('job queue warns', { reason: message }))
  await jobs.start()
  return jobs
}

/** The pool as pg-boss wants it: with the driver's own types instead of Stella's, where int8 is a bigint. */
function onPool({ pool }: Database): Db {
  return {
    async executeSql(text, values = []) {
      const types = pg.types
      return pool.query({ text, types, ...(values.length === 0 ? {} : { values }) })
    },
  }
}
