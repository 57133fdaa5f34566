import type { CallOptions } from '../call-options.ts'
import { checkFields } from '../check-fields.ts'
import type { NewLedgerAccount } from '../ledger-accounts.ts'
import type { Service } from '../service.ts'

/** AddGrootboekrekening. */
export async function addLedgerAccount(
  service: Service,
  account: NewLedgerAccount,
  options?: CallOptions,
): Promise<{ id: number }> {
  const check = checkFields('AddGrootboekrekening')
  const oGb = {
    ID: 0,
    Code: check.text('code', account.code, { max: 10, required: true }),
    Omschrijving: check.text('description', account.description, { max: 50, required: true }),
    Categorie: check.choice('category', account.category, { BAL: 'BAL', VW: 'VW' }),
    Groep: check.text('group', account.group, { max: 50 }),
  }
  const { Gb_ID } = await service.call('AddGrootboekrekening', { oGb }, options)
  return { id: Gb_ID }
}
