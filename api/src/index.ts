export {
  type Authentication,
  type AuthenticationOptions,
  createAuthentication,
} from './accounts/authentication.ts'
export { type CreatedAccount, createAccountIn, type NewAccount } from './accounts/create-account.ts'
export { type ApiKey, createApiKeyIn, type NewApiKey } from './api-keys/store.ts'
export { type ApiOptions, createApi } from './create-api.ts'
export { ApiError } from './http/api-error.ts'
export type { ApiDatabases, Bookkeeping } from './http/context.ts'
export { type ErrorCode, errorCodes, errorTable } from './http/errors.ts'
