import { type Database, openDatabase } from '@stella/database'
import type { Texts } from '@stella/texts'
import { withDatabase } from '../program/with-database.ts'
import { withConfiguration } from './with-configuration.ts'

/**
 * Does something for each organization, by name, with the database opened as the web opens it, after what is of none; a
 * check that says false
 * for one of them ends the command with 1, after all of them.
 */
export function checkEachOrganization(
  texts: Texts,
  check: (app: Database, organization: { id: string; name: string }) => Promise<boolean>,
  before: (accounts: Database) => Promise<boolean> = async () => true,
): Promise<void> {
  return withConfiguration(texts, (configuration) =>
    withDatabase(configuration, async ({ logins }) => {
      const accounts = openDatabase({ url: logins.urlOf('stella_accounts'), role: 'stella_accounts' })
      const app = openDatabase({ url: logins.urlOf('stella_app'), role: 'stella_app' })
      try {
        if (!(await before(accounts))) process.exitCode = 1
        const organizations = await accounts.kysely
          .selectFrom('accounts.organization')
          .select(['id', 'name'])
          .orderBy('name')
          .execute()
        for (const organization of organizations) if (!(await check(app, organization))) process.exitCode = 1
      } finally {
        await Promise.all([accounts.close(), app.close()])
      }
    }),
  )
}
