import type { Database } from '@stella/database'
import { sql } from 'kysely'
import { languageIn } from '../http/language.ts'

/**
 * Keeps the language a person uses Stella in, so that mail comes in it too. Nothing is written while it stays the
 * same, or when the caller named none.
 */
export async function rememberLanguage(
  accounts: Database,
  userId: string,
  acceptLanguage: string | undefined,
): Promise<void> {
  if (acceptLanguage === undefined) return
  const language = languageIn(acceptLanguage)
  await sql`
    update accounts."user" set language = ${language} where id = ${userId} and language is distinct from ${language}
  `.execute(accounts.kysely)
}
