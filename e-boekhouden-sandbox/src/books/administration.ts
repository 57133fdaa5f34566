import type { Cents } from '../money/cents.ts'
import type { ValueOf } from '../protocol/values.ts'
import type { Past } from './past.ts'

export type MutationKind = NonNullable<ValueOf<'cMutatie'>['Soort']>

/** One set of books with the codes that open it. Kept and journalled as plain data. */
export interface Administration {
  guid: string
  company: string
  city: string
  bookYearStart: string
  username: string
  code1: string
  code2: string
  accountant: boolean
  clients: string[]
  permission: boolean
  ended: boolean
  closedThrough: string | null
  templates: string[]
  ledger: LedgerAccount[]
  relations: Relation[]
  mutations: Mutation[]
  /** The highest number that was ever given: that of a mutation taken out is not given again. */
  lastMutationNumber: number
  invoices: Invoice[]
  articles: Article[]
  costCenters: CostCenter[]
  /** GetMutaties calls by calendar month, '2026-11'. */
  mutationCalls: Record<string, number>
  /** What was changed in the last day, as it stood before, oldest first. */
  earlier: { ledger: Past<LedgerAccount>[]; relations: Past<Relation>[]; mutations: Past<Mutation>[] }
}

export interface LedgerAccount {
  id: number
  code: string
  description: string
  category: LedgerCategory
  group: string
  /** Taken out of the books by a person: found no more, but mutations still name it. */
  removed?: boolean
}

/** The categories GetGrootboekrekeningen gives. VOOR is VAT to reclaim, AF… VAT to pay, BTWRC its settlement. */
export type LedgerCategory =
  | 'BAL'
  | 'VW'
  | 'FIN'
  | 'DEB'
  | 'CRED'
  | 'AF6'
  | 'AF19'
  | 'AFOVERIG'
  | 'AF'
  | 'BTWRC'
  | 'VOOR'

export interface Relation {
  id: number
  /** The instant it was made here, ISO. */
  addedAt: string
  /** The AddDatum it was sent with, 'YYYY-MM-DD'; without one it is the day it was made. */
  addDate?: string
  /** Taken out of the books by a person: found no more, but mutations still name it. */
  removed?: boolean
  /** As the service takes and gives them; ID and AddDatum stand above. */
  fields: Omit<ValueOf<'cRelatie'>, 'ID' | 'AddDatum'>
}

export interface Mutation {
  number: number
  kind: MutationKind
  /** 'YYYY-MM-DD' */
  date: string
  accountId: number
  relationId: number | null
  invoiceNumber: string
  document: string
  description: string
  paymentTerm: string
  paymentReference: string
  inExVat: string
  lines: MutationLine[]
  entries: Entry[]
  /** Instant, ISO. */
  bookedAt: string
  /** When a person last changed it, ISO. */
  changedAt?: string
  origin: 'soap' | 'invoice' | 'hand'
}

export interface MutationLine {
  entered: Cents
  excl: Cents
  vat: Cents
  incl: Cents
  vatCode: string
  /** A decimal text as the service writes it: '21', '9.5'. */
  vatPercentage: string
  accountId: number
  costCenterId: number
  /** The invoice it pays, where that is not the one in the header. */
  invoiceNumber?: string
}

/** One side of the double entry. The entries of a mutation add up to 0. */
export interface Entry {
  accountId: number
  /** Debit positive, credit negative. */
  amount: Cents
  costCenterId: number
  /** On debtors and creditors: whose open item it makes or pays. */
  relationId: number | null
  invoiceNumber: string
}

export interface Invoice {
  number: string
  relationId: number
  date: string
  paymentTermDays: number
  template: string
  lines: InvoiceLine[]
  totalExcl: Cents
  totalVat: Cents
  mutationNumber: number | null
  /** Instant, ISO. */
  madeAt: string
}

/** As the service takes and gives it; quantity and price are decimal texts. */
export type InvoiceLine = ValueOf<'cFactuurRegel'>

export interface Article {
  id: number
  code: string
  description: string
  groupCode: string
  groupDescription: string
  unit: string
  purchasePriceExcl: Cents
  salesPriceExcl: Cents
  salesPriceIncl: Cents
  vatCode: string
  vatPercentage: string
  accountCode: string
  costCenterId: number
  active: boolean
}

export interface CostCenter {
  id: number
  description: string
  /** 0: at the top. */
  parentId: number
}
