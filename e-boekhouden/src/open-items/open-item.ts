import type { DecimalString, PlainDate } from '../values/values.ts'

/** An invoice that is not paid in full, in euros. */
export type OpenItem = {
  date: PlainDate
  invoiceNumber: string
  relationCode: string
  relationName: string
  amount: DecimalString
  paid: DecimalString
  outstanding: DecimalString
}
