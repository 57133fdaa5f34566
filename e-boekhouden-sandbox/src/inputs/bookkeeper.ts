import { z } from 'zod'
import type {
  NewAccount,
  NewMutation,
  NewMutationLine,
  NewPayment,
  NewRelation,
  RelationChange,
} from '../handle/bookkeeper.ts'
import { complexTypes } from '../protocol/types.ts'
import { day, text } from './shapes.ts'

// What a person may enter in the books, field by field. What the service's own rules say of it comes after.

const amount = z.string().regex(/^-?\d{1,10}(\.\d{1,2})?$/, 'an amount in euros, such as 121.00')
const percentage = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/, 'a percentage, such as 21')
/** Anything a person can type, with spaces at its ends. */
const typed = (most: number) => z.string().max(most)

const relationFields = new Set(
  Object.entries(complexTypes.cRelatie)
    .filter(([field, type]) => type === 'string?' && field !== 'Code' && field !== 'Bedrijf')
    .map(([field]) => field),
)
const relation = {
  code: text(1, 15),
  name: text(1, 100),
  fields: z
    .record(
      z.string().refine((name) => relationFields.has(name), 'a field of a relation, such as Plaats'),
      z.string(),
    )
    .exactOptional(),
}
export const newRelation: z.ZodType<NewRelation> = z.strictObject(relation)
export const relationChange: z.ZodType<RelationChange> = z.strictObject({
  ...relation,
  code: relation.code.exactOptional(),
  name: relation.name.exactOptional(),
})

const category = z.enum(
  ['BAL', 'VW', 'FIN', 'DEB', 'CRED', 'AF6', 'AF19', 'AFOVERIG', 'AF', 'BTWRC', 'VOOR'],
  'a category, such as VW',
)
const account = {
  code: text(1, 10),
  description: text(1, 50),
  category,
  group: text(0, 50).exactOptional(),
}
export const newAccount: z.ZodType<NewAccount> = z.strictObject(account)
export const accountChange: z.ZodType<Partial<NewAccount>> = z.strictObject({
  code: account.code.exactOptional(),
  description: account.description.exactOptional(),
  category: category.exactOptional(),
  group: account.group,
})

const line: z.ZodType<NewMutationLine> = z.strictObject({
  amountExcl: amount,
  amountVat: amount.exactOptional(),
  vatCode: text(1, 12).exactOptional(),
  vatPercentage: percentage.exactOptional(),
  ledgerAccount: text(1, 10),
  costCenterId: z.int().min(0).exactOptional(),
  invoiceNumber: typed(50).exactOptional(),
})
const kind = z.enum(
  [
    ...(['FactuurOntvangen', 'FactuurVerstuurd', 'FactuurbetalingOntvangen'] as const),
    ...(['FactuurbetalingVerstuurd', 'GeldOntvangen', 'GeldUitgegeven', 'Memoriaal'] as const),
  ],
  'a kind of mutation, such as Memoriaal',
)
const header = {
  date: day.exactOptional(),
  relationCode: text(0, 15).exactOptional(),
  invoiceNumber: typed(50).exactOptional(),
  document: typed(50).exactOptional(),
  description: typed(200).exactOptional(),
  paymentTerm: typed(4).exactOptional(),
  paymentReference: typed(50).exactOptional(),
  inExVat: z.enum(['IN', 'EX']).exactOptional(),
}
const lines = z.array(line).min(1).max(100)
export const newMutation: z.ZodType<NewMutation> = z.strictObject({
  ...header,
  kind,
  account: text(1, 10),
  lines,
})
export const mutationChange: z.ZodType<Partial<NewMutation>> = z.strictObject({
  ...header,
  kind: kind.exactOptional(),
  account: text(1, 10).exactOptional(),
  lines: lines.exactOptional(),
})

export const newPayment: z.ZodType<NewPayment> = z.strictObject({
  invoiceNumber: typed(50).min(1),
  relationCode: text(1, 15).exactOptional(),
  amount,
  date: day.exactOptional(),
  account: text(1, 10).exactOptional(),
  description: typed(200).exactOptional(),
})
