import { parseAmount } from '@stella/invoicing'
import type { PlannedMutation } from '../booking/planned-mutation.ts'
import type { FoundMutation, FoundRelation } from '../ports/books.ts'
import type { Instant } from '../ports/clock.ts'
import type { RelationContent } from '../relation/relation-content.ts'

export type BookedMutation = FoundMutation & { readonly at: Instant; readonly byHand: boolean }
export type KeptRelation = FoundRelation & { readonly at: Instant; content: RelationContent }

/** The books of one administration at the service: what stands there, and since when. */
export class SimulatedAdministration {
  readonly mutations: BookedMutation[] = []
  readonly relations: KeptRelation[] = []
  readonly refusesDuplicates: boolean
  /** Invoice numbers that are refused until somebody mends their cause. */
  readonly refused = new Set<string>()
  codesValid = true
  session = 0

  constructor(refusesDuplicates: boolean) {
    this.refusesDuplicates = refusesDuplicates
  }

  /** Null when it is refused, with the code. */
  addMutation(
    mutation: PlannedMutation,
    now: Instant,
    byHand = false,
  ): { number: number } | { code: string } {
    if (this.refused.has(mutation.invoiceNumber)) return { code: 'CMUT020' }
    if (!byHand && !this.relations.some((it) => it.code === mutation.relationCode)) return { code: 'CMUT017' }
    const exists = this.mutations.some((it) => it.invoiceNumber === mutation.invoiceNumber)
    if (exists && this.refusesDuplicates) return { code: 'CMUT019' }
    const number = this.mutations.length + 1
    this.mutations.push({
      number,
      at: now,
      byHand,
      isSalesInvoice: true,
      date: mutation.date,
      account: mutation.debtorsAccount,
      relationCode: mutation.relationCode,
      invoiceNumber: mutation.invoiceNumber,
      document: mutation.reference,
      lines: mutation.lines.map((line) => ({
        account: line.revenueAccount,
        vatCode: line.vatCode,
        net: parseAmount(line.net),
        vat: parseAmount(line.vat),
        gross: parseAmount(line.gross),
      })),
    })
    return { number }
  }

  addRelation(code: string, content: RelationContent, now: Instant): { number: number } | { code: string } {
    if (this.relations.some((it) => it.code === code)) return { code: 'CREL001' }
    const id = this.relations.length + 1
    this.relations.push({ id, code, content, at: now })
    return { number: id }
  }
}
