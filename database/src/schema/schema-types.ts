import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import {
  customerKinds,
  invoiceStates,
  lineKinds,
  messageKinds,
  messageLanguages,
  settledAs,
} from '@stella/invoicing'
import { activityOutcomes, activitySubjects } from '../activities/activity-kinds.ts'
import { recipientKinds, recipientStates } from '../messages/recipient-states.ts'
import { supportActions } from '../support/support-audit.ts'

export const schemaTypesFile = new URL('./schema.generated.ts', import.meta.url)

/**
 * The text of schema.generated.ts for the schema of a live database. The types are those that openDatabase()
 * makes the driver give: int8 → bigint, numeric → decimal string, date → 'YYYY-MM-DD'.
 */
export async function schemaTypesOf(url: string): Promise<string> {
  const output = path.join(os.tmpdir(), `schema-types-${process.pid}.ts`)
  const args = [
    ...['--dialect', 'postgres', '--url', url, '--out-file', output, '--log-level', 'error'],
    ...['--exclude-pattern', '{public.schema_migrations,jobs.*}', '--date-parser', 'string'],
    ...['--type-mapping', JSON.stringify({ int8: 'bigint', numeric: 'string' })],
    ...['--overrides', JSON.stringify({ columns: closedSets })],
  ]
  try {
    await promisify(execFile)(process.execPath, [codegenCommand(), ...args])
    return await readFile(output, 'utf8')
  } finally {
    await rm(output, { force: true })
  }
}

/** Columns whose check constraint allows a few words only. */
const closedSets = {
  'activities.outcome': union(activityOutcomes),
  'activities.subject_type': union(activitySubjects),
  'customers.kind': union(customerKinds),
  'invoice_lines.kind': union(lineKinds),
  'support_audit.action': union(supportActions),
  'payments.settled_as': `${union(settledAs)} | null`,
  'invoices.state': `import('kysely').Generated<${union(invoiceStates)}>`,
  'mail_templates.kind': union(messageKinds),
  'mail_templates.language': union(messageLanguages),
  'message_recipients.kind': union(recipientKinds),
  'message_recipients.state': `import('kysely').Generated<${union(recipientStates)}>`,
  'messages.language': union(messageLanguages),
  'share_links.language': union(messageLanguages),
}

function union(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(' | ')
}

function codegenCommand(): string {
  const require = createRequire(import.meta.url)
  const manifest = require.resolve('kysely-codegen/package.json')
  const { bin } = require(manifest) as { bin: string | Record<string, string> }
  return path.join(path.dirname(manifest), typeof bin === 'string' ? bin : (bin['kysely-codegen'] ?? ''))
}
