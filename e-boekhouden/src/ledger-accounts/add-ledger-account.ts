import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import type { NewLedgerAccount } from './ledger-account.ts'

/** AddGrootboekrekening. */
export async function addLedgerAccount(
  service: Service,
  account: NewLedgerAccount,
  options?: CallOptions,
): Promise<{ id: number }> {
  const { Gb_ID } = await service.call(
    'AddGrootboekrekening',
    (check) => {
      check.record('account', account)
      return {
        oGb: {
          ID: 0,
          Code: check.text('code', account.code, { max: 10, required: true }),
          Omschrijving: check.text('description', account.description, { max: 50, required: true }),
          Categorie: check.choice('category', account.category, { BAL: 'BAL', VW: 'VW' }),
          Groep: check.text('group', account.group, { max: 50 }),
        },
      }
    },
    options,
  )
  return { id: Gb_ID }
}
