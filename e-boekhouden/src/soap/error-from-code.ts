import { errorCodes } from '../errors/error-codes.ts'
import type { CredentialsField } from '../errors/errors.ts'
import { CallLimitError, CredentialsError, RejectedError, SessionError } from '../errors/errors.ts'
import { assumptions } from '../service/assumptions.ts'
import type { OperationName } from '../service/operation-names.ts'

export type RefusalError = CredentialsError | SessionError | CallLimitError | RejectedError

/**
 * The error that a code of the service stands for. Decided by the code alone, whose spelling may lack the
 * dots of the manual (`E0023` for `E002.3`); the description is carried along for people.
 */
export function errorFromCode(operation: OperationName, written: string, description: string): RefusalError {
  const code = normaliseCode(written)
  switch (familyOf(code)) {
    case 'credentials':
      return new CredentialsError(operation, { code, description, ...credentialsDetails(code) })
    case 'session':
      return new SessionError(operation, { code, description })
    case 'call_limit':
      return new CallLimitError(operation, { code, description })
    default:
      return new RejectedError(operation, { code, description, meanings: errorCodes[code]?.meanings ?? [] })
  }
}

/** The manual's spelling of a code, whatever its case and with or without dots; an unknown one in upper case. */
export function normaliseCode(written: string): string {
  const code = written.trim().toUpperCase()
  return codeBySpelling.get(withoutDots(code)) ?? code
}

const codeBySpelling = new Map(Object.keys(errorCodes).map((code) => [withoutDots(code), code]))

function withoutDots(code: string): string {
  return code.replaceAll('.', '')
}

type Family = 'credentials' | 'session' | 'call_limit' | 'rejected'

function familyOf(code: string): Family {
  if (code === 'E002.5') return 'credentials'
  const families: Readonly<Record<string, Family>> = assumptions.familyOfUnknownCode
  return families[code.slice(0, 4)] ?? 'rejected'
}

function credentialsDetails(code: string): Pick<CredentialsError, 'field' | 'suspects'> {
  const table: Readonly<Record<string, CredentialsError['suspects']>> = assumptions.suspectsOfCode
  const suspects = table[code] ?? []
  return { suspects, field: fieldOf(code, suspects) }
}

function fieldOf(code: string, suspects: CredentialsError['suspects']): CredentialsField {
  if (code === 'E001.5' || code === 'E002.5') return 'permissions'
  const [only, ...others] = suspects
  return only !== undefined && others.length === 0 ? only : 'unknown'
}
