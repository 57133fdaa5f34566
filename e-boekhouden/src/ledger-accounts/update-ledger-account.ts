import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import type { LedgerAccountUpdate } from './ledger-account.ts'

/** UpdateGrootboekrekening. */
export async function updateLedgerAccount(
  service: Service,
  account: LedgerAccountUpdate,
  options?: CallOptions,
): Promise<void> {
  await service.call(
    'UpdateGrootboekrekening',
    (check) => {
      check.record('account', account)
      return {
        oGb: {
          ID: check.wholeNumber('id', account.id, { positive: true }),
          Code: check.text('code', account.code, { max: 10, required: true }),
          Omschrijving: check.text('description', account.description, { max: 50, required: true }),
          Categorie: check.choice('category', account.category, { BAL: 'BAL', VW: 'VW' }),
          Groep: check.text('group', account.group, { max: 50 }),
        },
      }
    },
    options,
  )
}
