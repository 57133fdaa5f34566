import { inOrganization, openDatabase, verifyAudit } from '@stella/database'
import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import { withDatabase } from '../program/with-database.ts'
import { withConfiguration } from './with-configuration.ts'

/** `verify-audit`: holds all entries of the audits to their hashes; ends with 1 where one differs. */
export const verifyAuditCommand = (texts: Texts) => {
  const words = texts.program.commands
  return defineCommand({
    meta: { name: 'verify-audit', description: words.verifyAudit },
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
              const { count, findings } = await inOrganization(app, id, verifyAudit)
              console.log(words.verifiedAudit(name, count, findings.length))
              for (const { position, finding } of findings)
                console.log(`  ${position}: ${words.auditFindings[finding]}`)
              if (findings.length > 0) process.exitCode = 1
            }
          } finally {
            await Promise.all([accounts.close(), app.close()])
          }
        }),
      ),
  })
}
