import { SandboxError, type SandboxErrorCode } from '../errors.ts'
import { Refusal, ServerFault } from '../operations/refusal.ts'

/** What the service refuses of a link it refuses of a person too. @throws SandboxError with that code, and the
 * service's own in its words */
export function byTheRules<T>(code: SandboxErrorCode, look: () => T): T {
  try {
    return look()
  } catch (error) {
    if (error instanceof Refusal) throw new SandboxError(code, `${error.code}: ${error.description}`, error)
    if (error instanceof ServerFault) throw new SandboxError(code, error.message, error)
    throw error
  }
}
