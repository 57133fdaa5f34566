import { administrationOperations } from '../administrations/wire.ts'
import { articleOperations } from '../articles/wire.ts'
import { balanceOperations } from '../balances/wire.ts'
import { costCenterOperations } from '../cost-centers/wire.ts'
import { invoiceOperations } from '../invoices/wire.ts'
import { ledgerAccountOperations } from '../ledger-accounts/wire.ts'
import { mutationOperations } from '../mutations/wire.ts'
import { openItemOperations } from '../open-items/wire.ts'
import { relationOperations } from '../relations/wire.ts'
import type { OperationName } from '../service/operation-names.ts'
import { sessionOperations } from '../sessions/wire.ts'
import type { Read, Wire, WireType } from './types.ts'

/**
 * Every operation by the service's own names: what it is asked with, what it answers with, and the element
 * of the answer that proves that it was carried out (`proof`). An answer whose proof is missing, empty or 0
 * is no success, whatever else it says.
 */
export const operations = {
  ...sessionOperations,
  ...administrationOperations,
  ...ledgerAccountOperations,
  ...relationOperations,
  ...mutationOperations,
  ...invoiceOperations,
  ...openItemOperations,
  ...balanceOperations,
  ...costCenterOperations,
  ...articleOperations,
} as const satisfies Record<
  OperationName,
  { request: RecordType; result: RecordType | null; proof: string | null }
>

type RecordType = Extract<WireType, { kind: 'record' }>

export type RequestOf<O extends OperationName> = Wire<(typeof operations)[O]['request']>

export type ResultOf<O extends OperationName> = (typeof operations)[O]['result'] extends infer R
  ? R extends WireType
    ? Read<R>
    : null
  : never
