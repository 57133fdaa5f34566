import { inOrganization, listInvoices } from '@stella/database'
import { textsIn } from '@stella/texts'
import { documentsOfSome, type Entry, writeCsv, zipOf } from '@stella/transfer'
import { recordExport } from '../activities/record.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import { languageOf } from '../http/language.ts'
import { sendZip } from '../http/zip.ts'
import type { DocumentContext } from './document-routes.ts'
import { columnsIn } from './list-routes.ts'
import * as contract from './selection-contract.ts'

/** What is done with several invoices of the list at once. */
export function selectionRoutes(app: App, { databases, now, typesetting }: DocumentContext): void {
  app.post('/api/invoices/archives', contract.zipInvoices, async (request, reply) => {
    const { id: organizationId } = organizationOf(request)
    const ids = [...new Set(request.body.ids)]
    const language = request.body.language ?? languageOf(request)
    const { csv, exports: words, screens } = textsIn(language)
    await recordExport({ databases, now }, request, 'invoices')
    const { items: summaries } = await inOrganization(databases.app, organizationId, (tx) =>
      listInvoices(tx, { ids, limit: ids.length }),
    )
    const entries = async function* (): AsyncIterable<Entry> {
      const rows = async function* () {
        yield* summaries
      }
      const content = async () => writeCsv(columnsIn(csv.invoices, screens.status), rows(), language)
      yield { name: `${csv.invoices.file}.csv`, content }
      const parts = { database: databases.app, typesetting }
      yield* documentsOfSome(
        parts,
        organizationId,
        summaries.map(({ id }) => id),
        words.folder,
      )
    }
    const name = `${csv.invoices.file}-${now().toISOString().slice(0, 10)}`
    return sendZip(reply, name, zipOf(entries()))
  })
}
