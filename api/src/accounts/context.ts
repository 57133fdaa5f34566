import type { Context } from '../http/context.ts'
import type { Authentication } from './authentication.ts'
import type { AccountLetters } from './letters.ts'

export type AccountContext = Context & {
  authentication: Authentication
  letters: AccountLetters
  /** Where people reach Stella, as in `https://stella.example.nl`; decides whether cookies are Secure. */
  publicUrl: string | undefined
  /** Where people reach the support of Stella: a `mailto:` or a web address. */
  supportAddress: string | null
}
