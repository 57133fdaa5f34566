import type { CauseCode } from '../causes/causes.ts'
import { classify } from '../causes/classify.ts'
import type { RemoteFailure } from '../causes/remote-failure.ts'

export type CodesField = 'username' | 'securityCode1' | 'securityCode2'

/**
 * Why a connection is not made. `connection` in the texts has a sentence for each. `fields` names the codes that
 * can be the wrong one, as far as the service tells; none means that it is not about one of them.
 */
export type ConnectionRefusal = {
  readonly code: ConnectionRefusalCode
  readonly fields: readonly CodesField[]
  /** The code of the service, for support. */
  readonly serviceCode: string | null
}

export const connectionRefusalCodes = [
  'code_missing',
  'code_too_long',
  'codes_refused',
  'administration_not_found',
  'security_code_2_refused',
  'no_permission',
  'codes_not_verified',
  'call_limit_reached',
  'debtors_account_unfit',
  'revenue_account_unfit',
  'service_unreachable',
  'service_disturbed',
] as const

export type ConnectionRefusalCode = (typeof connectionRefusalCodes)[number]

/**
 * What a failure to sign in means to the person who entered the codes. E001.1 says that user name or code 1 is
 * wrong, E001.3 that code 2 is; the others name none.
 */
export function refusalOf(failure: RemoteFailure): ConnectionRefusal {
  const { cause, serviceCode } = classify(failure)
  return { code: refusalCodes[cause] ?? 'service_disturbed', fields: suspects[cause] ?? [], serviceCode }
}

const refusalCodes: Partial<Record<CauseCode, ConnectionRefusalCode>> = {
  codes_refused: 'codes_refused',
  administration_not_found: 'administration_not_found',
  security_code_2_refused: 'security_code_2_refused',
  no_permission: 'no_permission',
  codes_not_verified: 'codes_not_verified',
  call_limit_reached: 'call_limit_reached',
  unreachable: 'service_unreachable',
}

const suspects: Partial<Record<CauseCode, readonly CodesField[]>> = {
  codes_refused: ['username', 'securityCode1'],
  administration_not_found: ['username', 'securityCode1'],
  security_code_2_refused: ['securityCode2'],
  codes_not_verified: ['username', 'securityCode1', 'securityCode2'],
}
