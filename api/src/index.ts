export {
  type Authentication,
  createAuthentication,
} from './accounts/authentication.ts'
export { createAccountIn, type NewAccount } from './accounts/create-account.ts'
export { createApiKeyIn } from './api-keys/store.ts'
export { createApi } from './create-api.ts'
export { ApiError } from './http/api-error.ts'
