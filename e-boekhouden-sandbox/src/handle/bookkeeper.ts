import type { LedgerCategory } from '../books/administration.ts'

export type { LedgerCategory }

/**
 * What a person does in the books of one administration by hand. The service's rules hold, but where it would refuse a
 * link, a person goes on: an invoice number may be used again, and a payment may name a number that was never
 * invoiced. The fields are those of `BooksSnapshot`.
 * @throws SandboxError …_invalid, with the field or with the code of the service; …_unknown
 */
export interface Bookkeeper {
  /** @returns its id */
  addRelation(relation: NewRelation): number
  /** What is not named stays. */
  changeRelation(id: number, change: RelationChange): void
  removeRelation(id: number): void
  /** @returns its id */
  addAccount(account: NewAccount): number
  changeAccount(code: string, change: Partial<NewAccount>): void
  removeAccount(code: string): void
  /** @returns its number */
  bookMutation(mutation: NewMutation): number
  /** What is not named stays; lines that are named replace all. */
  changeMutation(number: number, change: Partial<NewMutation>): void
  /** Its number is not given again. */
  removeMutation(number: number): void
  /** @returns the number of its mutation */
  bookPayment(payment: NewPayment): number
}

export interface NewRelation {
  code: string
  name: string
  /** By the service's own names, such as `Plaats`, `KvkNummer`, `BP`. */
  fields?: Record<string, string>
}

export type RelationChange = Partial<NewRelation>

export interface NewAccount {
  code: string
  description: string
  category: LedgerCategory
  group?: string
}

export interface NewMutation {
  kind: MutationKindByHand
  /** 'YYYY-MM-DD'; today in Amsterdam when absent. */
  date?: string
  /** The code of a ledger account. */
  account: string
  relationCode?: string
  invoiceNumber?: string
  document?: string
  description?: string
  /** Days. Of an invoice 14 when absent. */
  paymentTerm?: string
  paymentReference?: string
  /** How the amounts were entered. EX when absent. */
  inExVat?: 'IN' | 'EX'
  lines: NewMutationLine[]
}

export type MutationKindByHand =
  | 'FactuurOntvangen'
  | 'FactuurVerstuurd'
  | 'FactuurbetalingOntvangen'
  | 'FactuurbetalingVerstuurd'
  | 'GeldOntvangen'
  | 'GeldUitgegeven'
  | 'Memoriaal'

/** Amounts are decimal texts in euros. */
export interface NewMutationLine {
  amountExcl: string
  /** The percentage over the amount when absent, rounded half away from zero. */
  amountVat?: string
  /** GEEN when absent. */
  vatCode?: string
  /** That of the code when absent, where it has one; else 0. */
  vatPercentage?: string
  ledgerAccount: string
  costCenterId?: number
  /** The invoice this line pays, where that is not the one in the header. */
  invoiceNumber?: string
}

/** Money that comes in for a sales invoice, or goes out for a purchase. */
export interface NewPayment {
  invoiceNumber: string
  /** That of the invoice when absent. */
  relationCode?: string
  amount: string
  /** Today in Amsterdam when absent. */
  date?: string
  /** The first bank account when absent. */
  account?: string
  description?: string
}
