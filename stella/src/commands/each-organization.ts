import { type Database, type Logins, openDatabase } from '@stella/database'
import type { Texts } from '@stella/texts'
import { withDatabase } from '../program/with-database.ts'
import { withConfiguration } from './with-configuration.ts'

/** The database, as the part of the program of that name opens it. */
interface Databases {
  readonly accounts: Database
  readonly app: Database
  readonly worker: Database
}

interface Organization {
  readonly id: string
  readonly name: string
}

/** Does something for each organization, by name, after what is of none. */
export async function eachOrganization(
  logins: Logins,
  work: (databases: Databases, organization: Organization) => Promise<void>,
  before: (databases: Databases) => Promise<void> = async () => {},
): Promise<void> {
  const open = (role: 'stella_accounts' | 'stella_app' | 'stella_worker') =>
    openDatabase({ url: logins.urlOf(role), role, maxConnections: 2 })
  const databases = {
    accounts: open('stella_accounts'),
    app: open('stella_app'),
    worker: open('stella_worker'),
  }
  try {
    await before(databases)
    const organizations = databases.accounts.kysely.selectFrom('accounts.organization').select(['id', 'name'])
    for (const organization of await organizations.orderBy('name').execute())
      await work(databases, organization)
  } finally {
    await Promise.all(Object.values(databases).map((database) => database.close()))
  }
}

/**
 * The same with the database of the configuration, for a check: one that says false ends the command with 1, after all
 * of them.
 */
export function checkEachOrganization(
  texts: Texts,
  check: (app: Database, organization: Organization) => Promise<boolean>,
  before: (accounts: Database) => Promise<boolean> = async () => true,
): Promise<void> {
  const note = (isRight: boolean) => {
    if (!isRight) process.exitCode = 1
  }
  return withConfiguration(texts, (configuration) =>
    withDatabase(configuration, ({ logins }) =>
      eachOrganization(
        logins,
        async ({ app }, organization) => note(await check(app, organization)),
        async ({ accounts }) => note(await before(accounts)),
      ),
    ),
  )
}
