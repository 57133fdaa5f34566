import { customersMerged } from '@stella/bookkeeping'
import {
  announceActivities,
  customerFigures,
  findCustomer,
  inOrganization,
  type MergedCustomers,
  mergeCustomers,
  recordActivity,
  type StoredCustomer,
  type Transaction,
} from '@stella/database'
import { mergeCustomers as contentOfBoth } from '@stella/invoicing'
import type { Language } from '@stella/texts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { nameOfCaller, organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { relationStatus } from '../relations/present.ts'
import * as contract from './contract.ts'
import { presentCustomer } from './present.ts'

/** Two customers that are one: what becomes of both, and making them one. */
export function mergeRoutes(app: App, { bookkeeping, databases, now }: Context): void {
  app.get('/api/customers/:id/merge-preview', contract.previewMerge, async (request) => {
    const { id } = request.params
    const { otherId } = request.query
    refuseSame(id, otherId)
    return inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      const [stays, goes] = [await toMerge(tx, id), await toMerge(tx, otherId)]
      if (stays.archivedAt !== null) throw new ApiError('customer_archived')
      const { taken } = contentOfBoth(stays, goes)
      const language = languageOf(request)
      return {
        stays: await sideOf(tx, stays, language),
        goes: await sideOf(tx, goes, language),
        taken: [...taken],
      }
    })
  })

  app.post('/api/customers/:id/merges', contract.mergeCustomers, async (request) => {
    const { id } = request.params
    const { otherId, otherRevision, revision } = request.body
    refuseSame(id, otherId)
    const organization = organizationOf(request)
    const by = nameOfCaller(request)
    const merged = await inOrganization(databases.app, organization.id, async (tx) => {
      const at = now()
      const merged = await mergeCustomers(tx, {
        kept: { id, revision },
        gone: { id: otherId, revision: otherRevision },
        contentOf: (kept, gone) => contentOfBoth(kept, gone).content,
      })
      await customersMerged(tx, { keptId: id, movedDrafts: merged.movedDrafts, now: at })
      await recordMerge(tx, merged, { by, at })
      return merged
    })
    void announceActivities(databases.app, organization.id)
    bookkeeping.wake()
    return presentCustomer(merged.kept)
  })
}

function refuseSame(id: string, otherId: string): void {
  if (id !== otherId) return
  throw new ApiError('invalid_fields', { fields: [{ path: 'otherId', code: 'customer_same' }] })
}

async function toMerge(tx: Transaction, id: string): Promise<StoredCustomer> {
  const customer = await findCustomer(tx, id)
  if (customer === undefined) throw new ApiError('not_found')
  if (customer.mergedInto !== null) throw new ApiError('customer_merged')
  return customer
}

async function sideOf(tx: Transaction, customer: StoredCustomer, language: Language) {
  const { drafts, years } = await customerFigures(tx, customer.id)
  return {
    customer: presentCustomer(customer),
    relation: await relationStatus(tx, customer.id, language),
    invoices: years.reduce((sum, year) => sum + year.invoices + year.creditNotes, 0),
    drafts,
  }
}

async function recordMerge(
  tx: Transaction,
  { gone, kept, movedDrafts }: MergedCustomers,
  { at, by }: { at: Date; by: string | null },
): Promise<void> {
  const codeOf = async (id: string) => (await relationStatus(tx, id, 'nl')).code
  // A relation that both share now is no longer the other's.
  const [code, own] = [await codeOf(kept.id), await codeOf(gone.id)]
  const former = own === code ? null : own
  await recordActivity(tx, {
    kind: 'customers_merged',
    subjectId: kept.id,
    at,
    parameters: {
      customer: kept.name,
      other: gone.name,
      moved: movedDrafts,
      code,
      former,
      by,
    },
  })
}
