import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import { withAccounts } from '../accounts/with-accounts.ts'
import { withConfiguration } from './with-configuration.ts'

/** `audit`: what was done with this installation by commands and by its support desk, as JSON lines, the oldest first. */
export const audit = (texts: Texts) =>
  defineCommand({
    meta: { name: 'audit', description: texts.program.commands.audit },
    run: () =>
      withConfiguration(texts, (configuration) =>
        withAccounts(configuration, async (accounts) => {
          for (const { position, ...entry } of await accounts.installationAudit())
            console.log(JSON.stringify({ position: Number(position), ...entry }))
        }),
      ),
  })
