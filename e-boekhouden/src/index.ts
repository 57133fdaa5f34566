export type { Balance, BalanceFilter, BalancesFilter, OpenItem } from './balances.ts'
export type { AbortSignalLike, CallOptions } from './call-options.ts'
export type { OptionProblem } from './check-options.ts'
export { InvalidOptionError } from './check-options.ts'
export type { Client } from './client.ts'
export { createClient } from './client.ts'
export type { ClientOptions } from './client-options.ts'
export type { ErrorCodeEntry, Meaning } from './error-codes.ts'
export { errorCodes } from './error-codes.ts'
export type {
  CredentialsField,
  EBoekhoudenError,
  EBoekhoudenErrorKind,
  FieldProblem,
  NotSentReason,
  OpeningFailure,
  Outcome,
  OutcomeUnknownReason,
} from './errors.ts'
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
} from './errors.ts'
export type { RedactedExchange } from './exchange.ts'
export type {
  DirectDebit,
  Invoice,
  InvoiceEmail,
  InvoiceFilter,
  InvoiceLine,
  NewInvoice,
  NewInvoiceLine,
} from './invoices.ts'
export type {
  LedgerAccount,
  LedgerAccountFilter,
  LedgerAccountUpdate,
  NewLedgerAccount,
} from './ledger-accounts.ts'
export type { Administration, Article, ArticleFilter, CostCenter, CostCenterFilter } from './master-data.ts'
export type {
  Mutation,
  MutationFilter,
  MutationKind,
  MutationLine,
  NewMutation,
  NewMutationLine,
} from './mutations.ts'
export type { OperationName } from './operation-names.ts'
export { operationNames } from './operation-names.ts'
export type { SignIn } from './operations/auto-login.ts'
export type { NewRelation, Relation, RelationFilter } from './relations.ts'
export type { Credentials } from './service.ts'
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
export type { DecimalString, PlainDate } from './values.ts'
