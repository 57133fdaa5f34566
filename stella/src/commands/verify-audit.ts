import {
  type AuditVerification,
  type Database,
  inOrganization,
  verifyAudit,
  verifyInstallationAudit,
} from '@stella/database'
import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import { checkEachOrganization } from './each-organization.ts'

/**
 * `verify-audit`: holds all entries of the audits to their hashes, that of the installation first; ends with 1 where one
 * differs.
 */
export const verifyAuditCommand = (texts: Texts) => {
  const words = texts.program.commands
  const tell = (name: string, { count, findings }: AuditVerification) => {
    console.log(words.verifiedAudit(name, count, findings.length))
    for (const { position, finding } of findings)
      console.log(`  ${position}: ${words.auditFindings[finding]}`)
    return findings.length === 0
  }
  return defineCommand({
    meta: { name: 'verify-audit', description: words.verifyAudit },
    run: () =>
      checkEachOrganization(
        texts,
        async (app, { id, name }) => tell(name, await inOrganization(app, id, verifyAudit)),
        async (accounts: Database) =>
          tell(words.installation, await verifyInstallationAudit(accounts.kysely)),
      ),
  })
}
