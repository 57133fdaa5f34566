/** The books of one administration as plain data. Amounts are decimal strings with two decimals, dates
 * 'YYYY-MM-DD', instants ISO. Nothing in it is live: it is a copy. */
export interface BooksSnapshot {
  guid: string
  company: string
  closedThrough: string | null
  ledger: LedgerAccountSnapshot[]
  relations: RelationSnapshot[]
  mutations: MutationSnapshot[]
  invoices: InvoiceSnapshot[]
  openItems: OpenItemSnapshot[]
  /** `GetMutaties` calls per calendar month in Amsterdam, by '2026-11'. */
  mutationCalls: Record<string, number>
}

export interface LedgerAccountSnapshot {
  id: number
  code: string
  description: string
  category: string
  group: string
  /** Taken out by a person; its balance stays. */
  removed: boolean
  /** Debit positive, credit negative. */
  balance: string
}

/** The service's own field names, as `GetRelaties` gives them. */
export interface RelationSnapshot {
  id: number
  code: string
  name: string
  addedAt: string
  fields: Record<string, string>
}

export interface MutationSnapshot {
  number: number
  /** The service's own word, such as 'FactuurVerstuurd'. */
  kind: string
  date: string
  account: string
  relationCode: string
  invoiceNumber: string
  document: string
  description: string
  paymentTerm: string
  paymentReference: string
  inExVat: string
  lines: MutationLineSnapshot[]
  /** Double entry underneath: the amounts add up to 0.00. Debit positive, credit negative. */
  entries: EntrySnapshot[]
  bookedAt: string
  /** When a person last changed it. */
  changedAt: string | null
  /** 'soap': AddMutatie; 'invoice': AddFactuur; 'hand': booked in the sandbox by a person or by a fault. */
  origin: 'soap' | 'invoice' | 'hand'
}

export interface MutationLineSnapshot {
  amountEntered: string
  amountExcl: string
  amountVat: string
  amountIncl: string
  vatCode: string
  vatPercentage: string
  ledgerAccount: string
  costCenterId: number
  /** That of the header, unless the line pays another. */
  invoiceNumber: string
}

export interface EntrySnapshot {
  account: string
  amount: string
  costCenterId: number
  relationCode: string
  invoiceNumber: string
}

export interface InvoiceSnapshot {
  number: string
  relationCode: string
  date: string
  paymentTermDays: number
  totalExcl: string
  totalVat: string
  totalIncl: string
  outstanding: string
  /** The mutation it was booked as, when InBoekhoudingPlaatsen was asked. */
  mutationNumber: number | null
}

export interface OpenItemSnapshot {
  side: 'Debiteuren' | 'Crediteuren'
  date: string
  invoiceNumber: string
  relationCode: string
  company: string
  amount: string
  paid: string
  outstanding: string
}
