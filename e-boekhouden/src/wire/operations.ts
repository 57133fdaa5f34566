import type { OperationName } from '../operation-names.ts'
import { invoiceOperations } from './invoices.ts'
import { ledgerOperations } from './ledger.ts'
import { masterDataOperations } from './master-data.ts'
import { mutationOperations } from './mutations.ts'
import { relationOperations } from './relations.ts'
import { sessionOperations } from './sessions.ts'
import type { Read, Wire, WireType } from './types.ts'

/**
 * Every operation by the service's own names: what it is asked with, what it answers with, and the element
 * of the answer that proves that it was carried out (`proof`). An answer whose proof is missing, empty or 0
 * is no success, whatever else it says.
 */
export const operations = {
  ...sessionOperations,
  ...ledgerOperations,
  ...relationOperations,
  ...mutationOperations,
  ...invoiceOperations,
  ...masterDataOperations,
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
