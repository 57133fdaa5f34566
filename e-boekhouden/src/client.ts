import type { Balance, BalanceFilter, BalancesFilter, OpenItem } from './balances.ts'
import type { EBoekhoudenErrorKind } from './errors.ts'
import type { Invoice, InvoiceFilter, NewInvoice } from './invoices.ts'
import type { LedgerAccount, LedgerAccountFilter, NewLedgerAccount } from './ledger-accounts.ts'
import type { Administration, Article, ArticleFilter, CostCenter, CostCenterFilter } from './master-data.ts'
import type { Mutation, MutationFilter, NewMutation } from './mutations.ts'
import type { OperationName } from './operation-names.ts'
import type { NewRelation, Relation, RelationFilter } from './relations.ts'
import type { DecimalString } from './values.ts'

/** The three values that e-Boekhouden.nl shows under Beheer › Inrichting › Instellingen › Koppelingen › API/SOAP. */
export type Credentials = { username: string; securityCode1: string; securityCode2: string }

/** One request with its answer, without the three codes, the session id and the sign-in token. */
export type RedactedExchange = {
  operation: OperationName
  startedAt: Date
  durationMs: number
  /** The whole XML that was sent, or would have been. */
  request: string
  /** The whole text that came back; null when none did. */
  answer: string | null
  httpStatus: number | null
  /** Null when the call succeeded. */
  error: { kind: EBoekhoudenErrorKind; code: string | null; reason: string | null } | null
}

export type ClientOptions = {
  /** Address of the SOAP service. Left out: the real one, over https. */
  url?: string | undefined
  credentials: Credentials
  /** Name of the calling program as the service may show it, at most 15 characters. */
  source?: string | undefined
  /** Opens every session on this administration of an accountant (OpenSessionSub). */
  administrationGuid?: string | undefined
  soapVersion?: '1.1' | '1.2' | undefined
  /** Milliseconds until a connection must stand. */
  connectTimeoutMs?: number | undefined
  /** Milliseconds from offering one request to the last byte of its answer. */
  totalTimeoutMs?: number | undefined
  /** An answer of more bytes is refused. */
  maxAnswerBytes?: number | undefined
  /** Called once after every exchange, failed ones too. What it throws is ignored. */
  onExchange?: ((exchange: RedactedExchange) => void) | undefined
  /** The time in milliseconds since 1970; handed in by tests. */
  now?: (() => number) | undefined
}

export type CallOptions = { signal?: AbortSignal | undefined }

/**
 * A connection to one administration. Sessions are opened, reused and opened anew by themselves.
 * Every method rejects with an `EBoekhoudenError` and with nothing else.
 */
export type Client = {
  openSession(options?: CallOptions): Promise<void>
  openSessionSub(administrationGuid: string, options?: CallOptions): Promise<Client>
  closeSession(options?: CallOptions): Promise<void>
  autoLogin(options?: CallOptions): Promise<{ token: string; signInUrl: string }>
  getAdministrations(options?: CallOptions): Promise<Administration[]>
  getLedgerAccounts(filter?: LedgerAccountFilter, options?: CallOptions): Promise<LedgerAccount[]>
  addLedgerAccount(account: NewLedgerAccount, options?: CallOptions): Promise<{ id: number }>
  updateLedgerAccount(account: LedgerAccount, options?: CallOptions): Promise<void>
  getRelations(filter?: RelationFilter, options?: CallOptions): Promise<Relation[]>
  addRelation(relation: NewRelation, options?: CallOptions): Promise<{ id: number }>
  updateRelation(relation: Relation, options?: CallOptions): Promise<void>
  getMutations(filter?: MutationFilter, options?: CallOptions): Promise<Mutation[]>
  addMutation(mutation: NewMutation, options?: CallOptions): Promise<{ mutationNumber: number }>
  getInvoices(filter?: InvoiceFilter, options?: CallOptions): Promise<Invoice[]>
  addInvoice(invoice: NewInvoice, options?: CallOptions): Promise<{ invoiceNumber: string }>
  getOpenItems(side: 'debtors' | 'creditors', options?: CallOptions): Promise<OpenItem[]>
  getBalance(filter: BalanceFilter, options?: CallOptions): Promise<DecimalString>
  getBalances(filter?: BalancesFilter, options?: CallOptions): Promise<Balance[]>
  getCostCenters(filter?: CostCenterFilter, options?: CallOptions): Promise<CostCenter[]>
  getArticles(filter?: ArticleFilter, options?: CallOptions): Promise<Article[]>
  /** Closes the session, if one is open, and the connections. */
  close(): Promise<void>
}

/** Makes a client; nothing is sent before its first call. */
export function createClient(_options: ClientOptions): Client {
  throw new Error('The transport is not in place yet.')
}
