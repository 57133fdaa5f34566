import { inOrganization, verifyInvoices } from '@stella/database'
import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import { checkEachOrganization } from './each-organization.ts'

/** `verify-invoices`: holds all final invoices to their seals; ends with 1 where one differs. */
export const verifyInvoicesCommand = (texts: Texts) => {
  const words = texts.program.commands
  return defineCommand({
    meta: { name: 'verify-invoices', description: words.verifyInvoices },
    run: () =>
      checkEachOrganization(texts, async (app, { id, name }) => {
        const { count, findings } = await inOrganization(app, id, verifyInvoices)
        console.log(words.verified(name, count, findings.length))
        for (const { number, finding } of findings) console.log(`  ${number}: ${words.findings[finding]}`)
        return findings.length === 0
      }),
  })
}
