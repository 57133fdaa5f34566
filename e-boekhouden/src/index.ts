export type { Administration } from './administrations/administration.ts'
export type { Article, ArticleFilter } from './articles/article.ts'
export type { Balance, BalanceFilter, BalancesFilter } from './balances/balance.ts'
export type { OptionProblem } from './checks/check-options.ts'
export { InvalidOptionError } from './checks/check-options.ts'
export type { Client } from './client.ts'
export { createClient } from './client.ts'
export type { ClientOptions } from './client-options.ts'
export type { CostCenter, CostCenterFilter } from './cost-centers/cost-center.ts'
export type { ErrorCodeEntry, Meaning } from './errors/error-codes.ts'
export { errorCodes } from './errors/error-codes.ts'
export type {
  CredentialsField,
  EBoekhoudenError,
  EBoekhoudenErrorKind,
  FieldProblem,
  NotSentReason,
  OpeningFailure,
  Outcome,
  OutcomeUnknownReason,
} from './errors/errors.ts'
export {
  CallLimitError,
  CredentialsError,
  FaultError,
  InvalidRequestError,
  isEBoekhoudenError,
  NotSentError,
  OutcomeUnknownError,
  RejectedError,
  SessionError,
} from './errors/errors.ts'
export type {
  DirectDebit,
  Invoice,
  InvoiceEmail,
  InvoiceFilter,
  InvoiceLine,
  NewInvoice,
  NewInvoiceLine,
} from './invoices/invoice.ts'
export type {
  LedgerAccount,
  LedgerAccountFilter,
  LedgerAccountUpdate,
  NewLedgerAccount,
} from './ledger-accounts/ledger-account.ts'
export type {
  Mutation,
  MutationFilter,
  MutationKind,
  MutationLine,
  NewMutation,
  NewMutationLine,
} from './mutations/mutation.ts'
export type { OpenItem } from './open-items/open-item.ts'
export type { NewRelation, Relation, RelationFilter } from './relations/relation.ts'
export type { AbortSignalLike } from './service/abort-signal.ts'
export type { CallOptions } from './service/call-options.ts'
export type { RedactedExchange } from './service/exchange.ts'
export type { OperationName } from './service/operation-names.ts'
export { operationNames } from './service/operation-names.ts'
export type { Credentials } from './service/service.ts'
export type { SignIn } from './sessions/auto-login.ts'
export type { SoapVersion } from './soap/envelope.ts'
export type {
  NotSentFailure,
  SentFailure,
  Transport,
  TransportAnswer,
  TransportRequest,
} from './transport/transport.ts'
export { TransportFailure } from './transport/transport.ts'
export type { TransportOptions } from './transport/transport-options.ts'
export { serviceUrl } from './transport/transport-options.ts'
export { createTransport } from './transport/undici-transport.ts'
export type { DecimalString, PlainDate } from './values/values.ts'
