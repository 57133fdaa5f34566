import { balances } from './balances.ts'
import { ownInvoices } from './invoices.ts'
import { ledger, lists, relations } from './master-data.ts'
import { invoices } from './mutations.ts'
import { payments } from './payments.ts'
import { accountant, closing, opening } from './sessions.ts'
import type { Step } from './step.ts'

/** What every client is led through, in this order, on new books. Numbers and ids are those of new books. */
export const scenario: readonly Step[] = [
  ...opening,
  ...ledger,
  ...relations,
  ...lists,
  ...invoices,
  ...payments,
  ...ownInvoices,
  ...balances,
  ...accountant,
  ...closing,
]
