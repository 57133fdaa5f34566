import { inOrganization, openDatabase, verifyInvoices } from '@stella/database'
import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import { withDatabase } from '../program/with-database.ts'
import { withConfiguration } from './with-configuration.ts'

/** `verify-invoices`: holds all final invoices to their seals; ends with 1 where one differs. */
export const verifyInvoicesCommand = (texts: Texts) => {
  const words = texts.program.commands
  return defineCommand({
    meta: { name: 'verify-invoices', description: words.verifyInvoices },
    run: () =>
      withConfiguration(texts, (configuration) =>
        withDatabase(configuration, async ({ logins }) => {
          const accounts = openDatabase({ url: logins.urlOf('stella_accounts'), role: 'stella_accounts' })
          const app = openDatabase({ url: logins.urlOf('stella_app'), role: 'stella_app' })
          try {
            const organizations = await accounts.kysely
              .selectFrom('accounts.organization')
              .select(['id', 'name'])
              .orderBy('name')
              .execute()
            for (const { id, name } of organizations) {
              const { count, findings } = await inOrganization(app, id, verifyInvoices)
              console.log(words.verified(name, count, findings.length))
              for (const { number, finding } of findings)
                console.log(`  ${number}: ${words.findings[finding]}`)
              if (findings.length > 0) process.exitCode = 1
            }
          } finally {
            await Promise.all([accounts.close(), app.close()])
          }
        }),
      ),
  })
}
