import { inOrganization, verifyAudit } from '@stella/database'
import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import { checkEachOrganization } from './each-organization.ts'

/** `verify-audit`: holds all entries of the audits to their hashes; ends with 1 where one differs. */
export const verifyAuditCommand = (texts: Texts) => {
  const words = texts.program.commands
  return defineCommand({
    meta: { name: 'verify-audit', description: words.verifyAudit },
    run: () =>
      checkEachOrganization(texts, async (app, { id, name }) => {
        const { count, findings } = await inOrganization(app, id, verifyAudit)
        console.log(words.verifiedAudit(name, count, findings.length))
        for (const { position, finding } of findings)
          console.log(`  ${position}: ${words.auditFindings[finding]}`)
        return findings.length === 0
      }),
  })
}
