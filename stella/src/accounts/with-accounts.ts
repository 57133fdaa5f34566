import { textsIn } from '@stella/texts'
import type { Configuration } from '../configuration/configuration.ts'
import { withDatabase } from '../program/with-database.ts'
import { sessionSecret } from '../secrets/session-secret.ts'
import { type Accounts, openAccounts } from './accounts.ts'

/** Does one piece of work with the accounts, beside a running program or without one. */
export function withAccounts(
  configuration: Configuration,
  work: (accounts: Accounts) => Promise<void>,
): Promise<void> {
  return withDatabase(configuration, async (server, folder, log) => {
    const secret = sessionSecret(configuration.secretKey, folder.sessionSecretFile)
    const texts = textsIn(configuration.language)
    const accounts = await openAccounts({ logins: server.logins, secret, log, texts })
    try {
      await work(accounts)
    } finally {
      await accounts.close()
    }
  })
}
