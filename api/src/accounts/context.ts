import type { Context } from '../http/context.ts'
import type { Authentication } from './authentication.ts'
import type { AccountLetters } from './letters.ts'
import type { SignUpLimits } from './sign-up-limits.ts'

export type AccountContext = Context & {
  authentication: Authentication
  letters: AccountLetters
  /** How many may make an account within an hour. */
  signUpLimits: SignUpLimits
  /** Where people reach the support of Stella: a `mailto:` or a web address. */
  supportAddress: string | null
  /** Whether the support desk is for those alone who sign in with a second factor. */
  supportNeedsSecondFactor: boolean
}
