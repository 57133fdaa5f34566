import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import type { LedgerAccount, LedgerAccountFilter } from './ledger-account.ts'

/** GetGrootboekrekeningen. */
export async function getLedgerAccounts(
  service: Service,
  filter: LedgerAccountFilter = {},
  options?: CallOptions,
): Promise<LedgerAccount[]> {
  const { Rekeningen } = await service.call(
    'GetGrootboekrekeningen',
    (check) => {
      check.record('filter', filter)
      return {
        cFilter: {
          ID: check.wholeNumber('id', filter.id),
          Code: check.text('code', filter.code, { max: 10 }),
          Categorie: check.text('category', filter.category, { max: 10 }),
        },
      }
    },
    options,
  )
  return Rekeningen.map(({ ID, Code, Omschrijving, Categorie, Groep }) => ({
    id: ID,
    code: Code,
    description: Omschrijving,
    category: Categorie,
    group: Groep,
  }))
}
