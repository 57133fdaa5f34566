import type { Database } from '@stella/database'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { sql } from 'kysely'
import type { Authentication } from './authentication.ts'

type Row = { id: string; secret: string; backup_codes: string }

/** What became of those that were encrypted with another key than the newest. */
export type Renewal = { renewed: number; unreadable: number }

/**
 * Encrypts every second factor with the newest key that was with an older one, so that the older one can be taken out.
 * One that changes meanwhile is left as it is then, which is with the newest. Role `stella_accounts`.
 */
export async function renewSecondFactors(
  authentication: Authentication,
  accounts: Database,
): Promise<Renewal> {
  const { secretConfig: key } = await authentication.$context
  if (typeof key === 'string') return { renewed: 0, unreadable: 0 }
  const { rows } = await sql<Row>`
    select id, secret, backup_codes from accounts.two_factor
    where not (starts_with(secret, ${`$ba$${key.currentVersion}$`})
      and starts_with(backup_codes, ${`$ba$${key.currentVersion}$`}))`.execute(accounts.kysely)
  const renewal = { renewed: 0, unreadable: 0 }
  const anew = async (data: string) => symmetricEncrypt({ key, data: await symmetricDecrypt({ key, data }) })
  for (const row of rows) {
    const renewed = await Promise.all([anew(row.secret), anew(row.backup_codes)]).catch(() => null)
    if (renewed === null) renewal.unreadable += 1
    else {
      const [secret, codes] = renewed
      await sql`
        update accounts.two_factor set secret = ${secret}, backup_codes = ${codes}
        where id = ${row.id} and secret = ${row.secret} and backup_codes = ${row.backup_codes}`.execute(
        accounts.kysely,
      )
      renewal.renewed += 1
    }
  }
  return renewal
}
