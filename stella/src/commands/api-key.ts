import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import { withAccounts } from '../accounts/with-accounts.ts'
import { withConfiguration } from './with-configuration.ts'

export const apiKey = (texts: Texts) =>
  defineCommand({
    meta: { name: 'api-key', description: texts.program.commands.apiKey },
    subCommands: { create: create(texts) },
  })

/** `api-key create --organization … [--name …]`: the key is the last line, alone, so that a script can read it. */
const create = (texts: Texts) => {
  const words = texts.program.commands
  return defineCommand({
    meta: { name: 'create', description: words.apiKeyCreate },
    args: {
      organization: { type: 'string', required: true, description: words.apiKeyOrganization },
      name: { type: 'string', default: 'script', description: words.apiKeyName },
    },
    run: ({ args }) =>
      withConfiguration(texts, (configuration) =>
        withAccounts(configuration, async (accounts) => {
          const organization = await accounts.findOrganization(args.organization)
          const key = await accounts.createApiKey(organization, args.name)
          await accounts.note('key_made', organization.name, { name: args.name })
          console.error(words.apiKeyMade(organization.name))
          console.log(key)
        }),
      ),
  })
}
