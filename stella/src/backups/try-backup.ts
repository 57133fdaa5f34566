import { inOrganization, type Logins, openDatabase, verifyAudit, verifyInvoices } from '@stella/database'
import type { DatabaseServer } from '../program/database-server.ts'
import { readBackup } from './backup-file.ts'
import type { BackupTrial } from './backup-report.ts'

/**
 * Restores a backup into a scratch database, and looks whether what came back is right: every table has the rows it had,
 * every reference is there, every final invoice and every entry of the audit is as it was written. A failure of it is
 * told, and fails nothing else.
 */
export async function tryBackup(
  server: Pick<DatabaseServer, 'tryRestore'>,
  file: string,
  identity: string,
): Promise<BackupTrial> {
  try {
    const checked = await server.tryRestore(readBackup(file, [identity]), checkAll)
    const at = new Date().toISOString()
    if (checked.wrong.length > 0) return { isRight: false, at, reason: checked.wrong.join('; ') }
    return { isRight: true, at, organizations: checked.organizations, invoices: checked.invoices }
  } catch (error) {
    return { isRight: false, at: new Date().toISOString(), reason: String(error) }
  }
}

/** Names of what is wrong, and how much was looked at. */
async function checkAll(logins: Logins) {
  const accounts = openDatabase({ url: logins.urlOf('stella_accounts'), role: 'stella_accounts' })
  const app = openDatabase({ url: logins.urlOf('stella_app'), role: 'stella_app' })
  const wrong: string[] = []
  let invoices = 0
  try {
    const organizations = await accounts.kysely.selectFrom('accounts.organization').select('id').execute()
    for (const { id } of organizations) {
      const verified = await inOrganization(app, id, verifyInvoices)
      const audit = await inOrganization(app, id, verifyAudit)
      invoices += verified.count
      for (const { finding, number } of verified.findings)
        wrong.push(`invoice ${number} of ${id}: ${finding}`)
      for (const { finding, position } of audit.findings) wrong.push(`audit ${position} of ${id}: ${finding}`)
    }
    return { wrong, invoices, organizations: organizations.length }
  } finally {
    await Promise.all([accounts.close(), app.close()])
  }
}
