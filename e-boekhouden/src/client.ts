import type { Administration } from './administrations/administration.ts'
import { getAdministrations } from './administrations/get-administrations.ts'
import type { Article, ArticleFilter } from './articles/article.ts'
import { getArticles } from './articles/get-articles.ts'
import type { Balance, BalanceFilter, BalancesFilter } from './balances/balance.ts'
import { getBalance } from './balances/get-balance.ts'
import { getBalances } from './balances/get-balances.ts'
import type { ClientOptions } from './client-options.ts'
import { clientSettings } from './client-options.ts'
import type { CostCenter, CostCenterFilter } from './cost-centers/cost-center.ts'
import { getCostCenters } from './cost-centers/get-cost-centers.ts'
import { isEBoekhoudenError, NotSentError, OutcomeUnknownError } from './errors/errors.ts'
import { addInvoice } from './invoices/add-invoice.ts'
import { getInvoices } from './invoices/get-invoices.ts'
import type { Invoice, InvoiceFilter, NewInvoice } from './invoices/invoice.ts'
import { addLedgerAccount } from './ledger-accounts/add-ledger-account.ts'
import { getLedgerAccounts } from './ledger-accounts/get-ledger-accounts.ts'
import type {
  LedgerAccount,
  LedgerAccountFilter,
  LedgerAccountUpdate,
  NewLedgerAccount,
} from './ledger-accounts/ledger-account.ts'
import { updateLedgerAccount } from './ledger-accounts/update-ledger-account.ts'
import { addMutation } from './mutations/add-mutation.ts'
import { getMutations } from './mutations/get-mutations.ts'
import type { Mutation, MutationFilter, NewMutation } from './mutations/mutation.ts'
import { getOpenItems } from './open-items/get-open-items.ts'
import type { OpenItem } from './open-items/open-item.ts'
import { addRelation } from './relations/add-relation.ts'
import { getRelations } from './relations/get-relations.ts'
import type { NewRelation, Relation, RelationFilter } from './relations/relation.ts'
import { updateRelation } from './relations/update-relation.ts'
import type { CallOptions } from './service/call-options.ts'
import type { OperationName } from './service/operation-names.ts'
import type { Service, ServiceOptions } from './service/service.ts'
import { createService } from './service/service.ts'
import type { SignIn } from './sessions/auto-login.ts'
import { autoLogin } from './sessions/auto-login.ts'
import { closeSession } from './sessions/close-session.ts'
import { openSession } from './sessions/open-session.ts'
import { serviceForSub } from './sessions/open-session-sub.ts'
import { createTransport } from './transport/undici-transport.ts'
import type { DecimalString } from './values/values.ts'

/**
 * A connection to one administration. Sessions are opened, reused and opened anew by themselves.
 *
 * Every method rejects with an `EBoekhoudenError` and with nothing else. Where its `outcome` is `unknown`
 * after a write, the service may have carried it out: look it up before doing it again. Each can reject with
 * `not_sent`, `outcome_unknown`, `fault`, `credentials` and `session`; what a method adds to these is said
 * there. Amounts are decimal strings in euros, days are `YYYY-MM-DD`. Source of fields, lengths and codes: the
 * service's WSDL and SOAP manual 5.5; the operation is named with each method.
 */
export type Client = {
  /** Opens a new session now, which proves that the three codes are right. OpenSession. */
  openSession(options?: CallOptions): Promise<void>
  /**
   * For accountants: a client for one of their administrations, with its session open. Close it when it is done
   * with; the latest moment is when this client is closed, which closes it too. `credentials` with `E002.5` for who is no accountant. OpenSessionSub.
   */
  openSessionSub(administrationGuid: string, options?: CallOptions): Promise<Client>
  /** Closes the session, if one is open; the next call opens another. CloseSession. */
  closeSession(options?: CallOptions): Promise<void>
  /** A token and an address that sign in to the website of e-Boekhouden.nl. Both are secrets. AutoLogin. */
  autoLogin(options?: CallOptions): Promise<SignIn>
  /** The administrations that an accountant can reach; one for others. GetAdministraties. */
  getAdministrations(options?: CallOptions): Promise<Administration[]>
  /** The chart of accounts, whole or those that match. GetGrootboekrekeningen. */
  getLedgerAccounts(filter?: LedgerAccountFilter, options?: CallOptions): Promise<LedgerAccount[]>
  /**
   * Adds a ledger account and gives its id. `rejected` with `CGB001` when the code is in use; with `CGN003`,
   * `CGB002`, `CGB005` or `CGB006` for its other fields. AddGrootboekrekening.
   */
  addLedgerAccount(account: NewLedgerAccount, options?: CallOptions): Promise<{ id: number }>
  /** Replaces all fields of a ledger account. `rejected` as when adding, with `.1` behind the code.
   * UpdateGrootboekrekening. */
  updateLedgerAccount(account: LedgerAccountUpdate, options?: CallOptions): Promise<void>
  /** All relations, or those that match. GetRelaties. */
  getRelations(filter?: RelationFilter, options?: CallOptions): Promise<Relation[]>
  /** Adds a relation and gives its id. `rejected` with `CREL001` (`relation_code_exists`) when the code is in
   * use; that code is known from practice, not from the manual. AddRelatie. */
  addRelation(relation: NewRelation, options?: CallOptions): Promise<{ id: number }>
  /**
   * Replaces the whole relation: what is empty here is emptied there. So read it first, with `getRelations`,
   * and hand in what was read with the changes in it. UpdateRelatie.
   */
  updateRelation(relation: Relation, options?: CallOptions): Promise<void>
  /** The last 500 that match, and at most 5,000 of these calls a month (then `call_limit`). GetMutaties. */
  getMutations(filter?: MutationFilter, options?: CallOptions): Promise<Mutation[]>
  /**
   * Books a mutation and gives its number. The service has no key against booking twice: after
   * `outcome_unknown` or `fault` look the invoice number up with `getMutations` before calling again.
   * `rejected` with a `CMUT` code, such as `CMUT019` (the invoice number exists), `CMUT017` (the relation is
   * unknown) or `CMUT020` (the period is closed). AddMutatie.
   */
  addMutation(mutation: NewMutation, options?: CallOptions): Promise<{ mutationNumber: number }>
  /** The invoices that e-Boekhouden.nl itself wrote, with what is still to be paid. GetFacturen. */
  getInvoices(filter?: InvoiceFilter, options?: CallOptions): Promise<Invoice[]>
  /** Has e-Boekhouden.nl write an invoice of its own. Returns the number it drew. `rejected` with a `CFACT`
   * code, such as `CFACT026` (the number is taken) or `CFACT025` (the relation is unknown). AddFactuur. */
  addInvoice(invoice: NewInvoice, options?: CallOptions): Promise<{ invoiceNumber: string }>
  /** Invoices that are not paid in full: sent ones (`debtors`) or received ones (`creditors`). GetOpenPosten. */
  getOpenItems(side: 'debtors' | 'creditors', options?: CallOptions): Promise<OpenItem[]>
  /** The balance of one ledger account, in euros. GetSaldo. */
  getBalance(filter: BalanceFilter, options?: CallOptions): Promise<DecimalString>
  /** The balances of all ledger accounts, or of a category, in euros. GetSaldi. */
  getBalances(filter?: BalancesFilter, options?: CallOptions): Promise<Balance[]>
  /** The cost centres, all or those that match. GetKostenplaatsen. */
  getCostCenters(filter?: CostCenterFilter, options?: CallOptions): Promise<CostCenter[]>
  /** The articles, all or those that match; prices in euros. GetArtikelen. */
  getArticles(filter?: ArticleFilter, options?: CallOptions): Promise<Article[]>
  /**
   * Closes the session, the clients that `openSessionSub` gave, and the connections. A session that is just being
   * opened is waited for and closed. Later calls, and those that wait for it, are refused as not sent; waiting
   * `openSession` and `openSessionSub` reject with `outcome_unknown`, reason `closed`.
   */
  close(): Promise<void>
}

/**
 * Makes a client; nothing is sent before its first call. Throws an InvalidOptionError, which names the option, for
 * any that cannot be used; wrong codes show at the first call.
 */
export function createClient(options: ClientOptions): Client {
  const { transport: shared, ...settings } = clientSettings(options)
  const transport = shared ?? createTransport(options)
  const serviceOptions: ServiceOptions = { ...settings, transport }
  return clientOf(
    createService(serviceOptions),
    serviceOptions,
    shared === undefined ? () => transport.close() : () => {},
  )
}

/** @param whenEnded what is left to do when no session is open any more */
function clientOf(
  service: Service,
  serviceOptions: ServiceOptions,
  whenEnded: () => void | Promise<void>,
): Client {
  let closed: Promise<void> | null = null
  const subs = new Set<Client>()

  /**
   * A method that is refused once the client is closed, and rejects with an `EBoekhoudenError` and nothing else. The
   * checks refuse what a caller hands in before anything is sent; what fails after them, such as the caller's own
   * clock, may have failed after the booking.
   */
  function method<A extends unknown[], R>(
    name: OperationName,
    operation: (service: Service, ...input: A) => Promise<R>,
  ) {
    return async (...input: A): Promise<R> => {
      try {
        if (closed) throw new NotSentError(name, { reason: 'closed' })
        return await operation(service, ...input)
      } catch (error) {
        if (isEBoekhoudenError(error)) throw error
        throw new OutcomeUnknownError(name, { reason: 'unreadable', cause: error })
      }
    }
  }

  return {
    openSession: method('OpenSession', openSession),
    openSessionSub: method('OpenSessionSub', openSub),
    closeSession: method('CloseSession', closeSession),
    autoLogin: method('AutoLogin', autoLogin),
    getAdministrations: method('GetAdministraties', getAdministrations),
    getLedgerAccounts: method('GetGrootboekrekeningen', getLedgerAccounts),
    addLedgerAccount: method('AddGrootboekrekening', addLedgerAccount),
    updateLedgerAccount: method('UpdateGrootboekrekening', updateLedgerAccount),
    getRelations: method('GetRelaties', getRelations),
    addRelation: method('AddRelatie', addRelation),
    updateRelation: method('UpdateRelatie', updateRelation),
    getMutations: method('GetMutaties', getMutations),
    addMutation: method('AddMutatie', addMutation),
    getInvoices: method('GetFacturen', getInvoices),
    addInvoice: method('AddFactuur', addInvoice),
    getOpenItems: method('GetOpenPosten', getOpenItems),
    getBalance: method('GetSaldo', getBalance),
    getBalances: method('GetSaldi', getBalances),
    getCostCenters: method('GetKostenplaatsen', getCostCenters),
    getArticles: method('GetArtikelen', getArticles),
    close() {
      closed ??= closeAll()
      return closed
    },
  }

  async function openSub(_: Service, guid: string, options?: CallOptions): Promise<Client> {
    const sub = serviceForSub(serviceOptions, guid)
    const client = clientOf(
      sub,
      { ...serviceOptions, administrationGuid: guid },
      () => void subs.delete(client),
    )
    subs.add(client)
    try {
      await sub.session.open(options)
    } catch (error) {
      // The session of a caller who gives up may be opened all the same.
      void client.close()
      throw error
    }
    return client
  }

  /** A session that cannot be closed ends by itself at the service. */
  async function closeAll(): Promise<void> {
    const ownSession = service.session.end().catch(() => undefined)
    await Promise.all([ownSession, ...[...subs].map((sub) => sub.close())])
    await whenEnded()
  }
}
