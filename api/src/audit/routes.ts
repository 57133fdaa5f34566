import { type AuditEntry, inOrganization, listAudit } from '@stella/database'
import { type Language, textsIn } from '@stella/texts'
import { allPages, type Column } from '@stella/transfer'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { sendList } from '../http/list-file.ts'
import * as contract from './contract.ts'

/** What was changed by whom, for the owners. */
export function auditRoutes(app: App, { databases, now, pages }: Context): void {
  app.get('/api/audit', contract.listAudit, async (request) => {
    const { id } = organizationOf(request)
    return pages.read(
      { list: 'audit', owner: id },
      request.query,
      (query) => inOrganization(databases.app, id, (tx) => listAudit(tx, query)),
      (entry) => ({ ...entry, at: entry.at.toISOString() }),
    )
  })

  app.get('/api/audit/csv', contract.getAuditCsv, async (request, reply) => {
    const { id } = organizationOf(request)
    const { language = languageOf(request) } = request.query
    const rows = allPages((page) => inOrganization(databases.app, id, (tx) => listAudit(tx, page)))
    const { audit } = textsIn(language).csv
    const name = `${audit.file}-${now().toISOString().slice(0, 10)}`
    return sendList(reply, {
      name,
      language,
      format: request.query.format,
      columns: columnsIn(language),
      rows,
    })
  })
}

function columnsIn(language: Language): Column<AuditEntry>[] {
  const { csv, screens } = textsIn(language)
  const json = (value: object | null) => (value === null ? null : JSON.stringify(value))
  return [
    { title: csv.audit.at, cell: ({ at }) => at.toISOString() },
    { title: csv.audit.actor, cell: ({ actor }) => actor.name },
    { title: csv.audit.ipAddress, cell: ({ ipAddress }) => ipAddress },
    { title: csv.audit.action, cell: ({ action }) => screens.audit.actions[action] },
    { title: csv.audit.subject, cell: ({ subject }) => subject },
    { title: csv.audit.before, cell: ({ before }) => json(before) },
    { title: csv.audit.after, cell: ({ after }) => json(after) },
  ]
}
