import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import { account } from './account.ts'
import { apiKey } from './api-key.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { compareBooks } from './compare-books.ts'
import { demo } from './demo.ts'
import { migrateCommand } from './migrate.ts'
import { organization } from './organization.ts'
import { restore } from './restore.ts'
import { sealingKey } from './sealing-key.ts'
import { start, web, worker } from './start.ts'
import { verifyAuditCommand } from './verify-audit.ts'
import { verifyInvoicesCommand } from './verify-invoices.ts'

/** All commands of the program. */
export const stella = (texts: Texts) =>
  defineCommand({
    meta: { name: 'stella', description: texts.program.commands.program },
    subCommands: {
      start: start(texts),
      web: web(texts),
      worker: worker(texts),
      migrate: migrateCommand(texts),
      'api-key': apiKey(texts),
      account: account(texts),
      organization: organization(texts),
      'sealing-key': sealingKey(texts),
      audit: audit(texts),
      backup: backup(texts),
      restore: restore(texts),
      'compare-books': compareBooks(texts),
      'verify-audit': verifyAuditCommand(texts),
      'verify-invoices': verifyInvoicesCommand(texts),
      demo: demo(texts),
      help: { meta: { name: 'help', description: texts.program.commands.help } },
    },
  })
