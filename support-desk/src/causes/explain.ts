import {
  type Actor,
  type CauseClass,
  type CauseCode,
  causes,
  isCauseCode,
  type Mend,
} from '@stella/bookkeeping'

/** Why a booking or a relation is not in the books, and who must act. The sentences stand in the texts, by code. */
export interface Explanation {
  readonly code: CauseCode
  /** The code of e-Boekhouden.nl that it was decided from, if that gave one. */
  readonly serviceCode: string | null
  readonly class: CauseClass
  readonly actor: Actor
  readonly mend: Mend
}

/** Null when nothing is the matter. A code of an unknown version is explained as one that needs the support desk. */
export function explain(cause: string | null, serviceCode: string | null): Explanation | null {
  if (cause === null) return null
  const code = isCauseCode(cause) ? cause : 'refused_without_known_reason'
  return { code, serviceCode, ...causes[code] }
}
