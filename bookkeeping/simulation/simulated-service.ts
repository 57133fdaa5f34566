import { parseAmount } from '@stella/invoicing'
import type { PlannedMutation } from '../src/bookings/planned-mutation.ts'
import type { FoundLine, FoundMutation, KnownRelation } from '../src/ports/books.ts'
import type { Instant } from '../src/ports/clock.ts'
import type { RelationContent } from '../src/relations/relation-content.ts'

/** What people write over the phone number of a relation. */
export const CORRECTED = '06 verbeterd'

/** Who wrote a mutation: we, somebody at the screen, or the service by doing a request of ours twice. */
export type Author = 'us' | 'hand' | 'service'
export type BookedMutation = FoundMutation & { readonly at: Instant; readonly author: Author }
export type KeptRelation = {
  readonly id: number
  /** The code it was added with, and the one that people gave it since. */
  readonly addedAs: string
  code: string
  /** All codes that it ever had. */
  readonly codes: Set<string>
  readonly at: Instant
  content: RelationContent
}

/** A writing request that the service read, whatever it answered. */
export type Arrival = {
  readonly operation: string
  readonly subject: string
  readonly at: Instant
  readonly isDone: boolean
}

/** What somebody did to a mutation of ours, and when. */
export type ByHand = {
  readonly what: 'changed' | 'deleted'
  readonly at: Instant
  readonly was: BookedMutation
}

/** The books of one administration at the service: what stands there, and since when. */
export class SimulatedAdministration {
  readonly mutations: BookedMutation[] = []
  readonly relations: KeptRelation[] = []
  readonly arrivals: Arrival[] = []
  readonly refusesNumbers: boolean
  readonly refusesCodes: boolean
  /** Why an invoice number, or the code of a relation, is refused until somebody mends it. */
  readonly refused = new Map<string, string>()
  /** Whether the account that sales are booked on is there, and of the right kind. */
  isAccountFit = true
  /** The invoice numbers it cannot bear to be sent while there are faults: it answers 500, and does nothing. */
  readonly stumblesOver = new Set<string>()
  /** Whether mutations show the code that their relation has now, or the one they were booked with. */
  mutationsFollow = false
  /** The ids of relations that people corrected. */
  readonly corrected = new Set<number>()
  /** Relations that people deleted. */
  readonly deleted = new Set<string>()
  /** Mutations of ours that people changed or deleted, by invoice number, for as long as that stands. */
  readonly byHand = new Map<string, ByHand>()
  /** Numbers of ours that people ever deleted: what is booked again after that has a place of its own in the order. */
  readonly deletedByHand = new Set<string>()
  /** Reads find nothing until then, and not again before the second instant. */
  emptyUntil = 0
  notEmptyBefore = 0
  /** The set of codes it knows; none while they are withdrawn. */
  validCodes: number | null = 1
  session = 0
  #lastNumber = 0
  #lastRelation = 0

  constructor(refuses: { numbers: boolean; codes: boolean }) {
    this.refusesNumbers = refuses.numbers
    this.refusesCodes = refuses.codes
  }

  addMutation(
    mutation: PlannedMutation,
    now: Instant,
    author: Author = 'us',
  ): { number: number } | { code: string } {
    const { invoiceNumber } = mutation
    const refusal = author === 'us' ? this.refused.get(invoiceNumber) : undefined
    if (refusal !== undefined) return { code: refusal }
    if (author === 'us' && !this.isAccountFit) return { code: 'CMUT012' }
    const hasRelation = this.relations.some((it) => it.code === mutation.relationCode)
    if (author === 'us' && !hasRelation) return { code: 'CMUT017' }
    const exists = this.mutations.some((it) => it.invoiceNumber === invoiceNumber)
    if (author === 'us' && exists && this.refusesNumbers) return { code: 'CMUT019' }
    if (author === 'us') this.byHand.delete(invoiceNumber)
    this.#lastNumber += 1
    this.mutations.push({
      number: this.#lastNumber,
      at: now,
      author,
      isSalesInvoice: true,
      date: mutation.date,
      account: mutation.debtorsAccount,
      relationCode: mutation.relationCode,
      invoiceNumber,
      document: mutation.reference,
      lines: mutation.lines.map((line) => ({
        account: line.revenueAccount,
        vatCode: line.vatCode,
        net: parseAmount(line.net),
        vat: parseAmount(line.vat),
        gross: parseAmount(line.gross),
      })),
    })
    return { number: this.#lastNumber }
  }

  addRelation(code: string, content: RelationContent, now: Instant): { id: number } | { code: string } {
    const refusal = this.refused.get(code)
    if (refusal !== undefined) return { code: refusal }
    const exists = this.relations.some((it) => it.code === code)
    if (exists && this.refusesCodes) return { code: 'CREL001' }
    this.#lastRelation += 1
    this.relations.push({
      id: this.#lastRelation,
      addedAs: code,
      code,
      codes: new Set([code]),
      content,
      at: now,
    })
    return { id: this.#lastRelation }
  }

  /** By its id, or else by its code. */
  relationsKnownAs(
    { code, id }: KnownRelation,
    among: readonly KeptRelation[] = this.relations,
  ): readonly KeptRelation[] {
    const own = among.filter((it) => it.id === id)
    return own.length > 0 ? own : among.filter((it) => it.code === code)
  }

  /** Somebody gives a relation a code of their own. */
  renameByHand(addedAs: string): void {
    const relation = this.relations.find((it) => it.addedAs === addedAs)
    if (relation === undefined) return
    const { code } = relation
    relation.code = `HAND ${relation.id} ${code.length}`
    relation.codes.add(relation.code)
    if (!this.mutationsFollow) return
    for (const [index, mutation] of this.mutations.entries()) {
      if (mutation.relationCode === code) this.mutations[index] = { ...mutation, relationCode: relation.code }
    }
    for (const [number, spoilt] of this.byHand) {
      if (spoilt.was.relationCode !== code) continue
      this.byHand.set(number, { ...spoilt, was: { ...spoilt.was, relationCode: relation.code } })
    }
  }

  /** Somebody corrects a detail that Stella does not change. */
  correctByHand(addedAs: string): void {
    const relation = this.relations.find((it) => it.addedAs === addedAs)
    if (relation === undefined) return
    relation.content = { ...relation.content, phone: CORRECTED }
    this.corrected.add(relation.id)
  }

  /** What somebody does at the screen of the service. */
  deleteByHand(what: { relation: string } | { invoiceNumber: string }): void {
    if ('relation' in what) {
      const index = this.relations.findIndex((it) => it.addedAs === what.relation)
      // Whoever gave it a code of their own keeps it.
      if (index >= 0 && this.relations[index]?.code !== what.relation) return
      if (index >= 0) this.relations.splice(index, 1)
      this.deleted.add(what.relation)
    } else {
      const index = this.mutations.findIndex(
        (it) => it.author === 'hand' && it.invoiceNumber === what.invoiceNumber,
      )
      if (index >= 0) this.mutations.splice(index, 1)
    }
  }

  /** Somebody changes a mutation of ours by a cent, or takes it away; nothing when there is none. */
  spoilByHand(invoiceNumber: string, what: ByHand['what'], now: Instant): void {
    const index = this.mutations.findIndex((it) => it.author === 'us' && it.invoiceNumber === invoiceNumber)
    const was = this.mutations[index]
    if (was === undefined) return
    this.byHand.set(invoiceNumber, { what, at: now, was })
    if (what === 'deleted') {
      this.deletedByHand.add(invoiceNumber)
      this.mutations.splice(index, 1)
    } else this.mutations[index] = { ...was, lines: was.lines.map(oneCentMore) }
  }

  /** Somebody puts a mutation back that people had deleted. */
  putBackByHand(invoiceNumber: string): void {
    const deleted = this.byHand.get(invoiceNumber)
    if (deleted?.what !== 'deleted') return
    this.mutations.push(deleted.was)
    this.byHand.delete(invoiceNumber)
  }

  /** Somebody makes a mutation again what it was before people changed it. */
  putRightByHand(invoiceNumber: string): void {
    const changed = this.byHand.get(invoiceNumber)
    if (changed?.what !== 'changed') return
    const index = this.mutations.findIndex((it) => it.number === changed.was.number)
    if (index >= 0) this.mutations[index] = changed.was
    this.byHand.delete(invoiceNumber)
  }
}

function oneCentMore(line: FoundLine, index: number): FoundLine {
  return index === 0 && line.vat !== null ? { ...line, vat: line.vat + 1n } : line
}
