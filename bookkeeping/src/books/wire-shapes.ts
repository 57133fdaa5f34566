import type { Mutation, NewMutation, NewRelation, Relation } from '@stella/e-boekhouden'
import { readAmount } from '@stella/invoicing'
import type { PlannedMutation } from '../bookings/planned-mutation.ts'
import type { FoundMutation } from '../ports/books.ts'
import type { RelationContent } from '../relations/relation-content.ts'

/** A planned mutation as the client sends it. */
export function mutationToSend(planned: PlannedMutation): NewMutation {
  return {
    kind: 'invoiceSent',
    date: planned.date,
    account: planned.debtorsAccount,
    relationCode: planned.relationCode,
    invoiceNumber: planned.invoiceNumber,
    document: planned.reference,
    description: planned.description,
    paymentTermDays: String(planned.paymentTermDays),
    amountsIncludeVat: planned.amountsIncludeVat,
    lines: planned.lines.map((line) => ({
      amountEntered: planned.amountsIncludeVat ? line.gross : line.net,
      amountExcl: line.net,
      amountVat: line.vat,
      amountIncl: line.gross,
      vatCode: line.vatCode,
      vatPercentage: line.vatPercentage,
      ledgerAccount: line.revenueAccount,
    })),
  }
}

/** A mutation as the client read it, with amounts in cents; null for an amount that is not in cents. */
export function mutationFound(mutation: Mutation): FoundMutation {
  return {
    number: mutation.number,
    isSalesInvoice: mutation.kind === 'invoiceSent',
    date: mutation.date,
    account: mutation.account,
    relationCode: mutation.relationCode,
    invoiceNumber: mutation.invoiceNumber,
    document: mutation.document,
    lines: mutation.lines.map((line) => ({
      account: line.ledgerAccount,
      vatCode: line.vatCode,
      net: readAmount(line.amountExcl),
      vat: readAmount(line.amountVat),
      gross: readAmount(line.amountIncl),
    })),
  }
}

export function relationToAdd(code: string, content: RelationContent): NewRelation {
  return { code, ...content }
}

/** Our fields over what stands there: the service empties whatever an update leaves out. */
export function relationToUpdate(existing: Relation, content: Partial<RelationContent>): Relation {
  return { ...existing, ...content }
}
