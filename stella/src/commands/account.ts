import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import { withAccounts } from '../accounts/with-accounts.ts'
import { drawPassword } from '../secrets/password.ts'
import { withConfiguration } from './with-configuration.ts'

export const account = (texts: Texts) =>
  defineCommand({
    meta: { name: 'account', description: texts.program.commands.account },
    subCommands: { create: create(texts), 'reset-password': resetPassword(texts) },
  })

/** `account create --email … --name … [--organization …] [--support] [--password …]` */
const create = (texts: Texts) => {
  const words = texts.program.commands
  return defineCommand({
    meta: { name: 'create', description: words.accountCreate },
    args: {
      email: { type: 'string', required: true, description: words.accountEmail },
      name: { type: 'string', required: true, description: words.accountName },
      organization: { type: 'string', description: words.accountOrganization },
      support: { type: 'boolean', description: words.accountSupport },
      password: { type: 'string', description: words.accountPassword },
    },
    run: ({ args }) =>
      withConfiguration(texts, (configuration) =>
        withAccounts(configuration, async (accounts) => {
          const password = args.password ?? drawPassword()
          const organizationName = args.organization ?? (args.support ? undefined : args.name)
          await accounts.create({
            email: args.email,
            name: args.name,
            password,
            supportRole: args.support === true,
            ...(organizationName === undefined ? {} : { organizationName }),
          })
          console.log(words.accountMade(args.email))
          if (args.password === undefined) console.log(words.accountPasswordDrawn(password))
        }),
      ),
  })
}

/** `account reset-password --email … [--password …]` */
const resetPassword = (texts: Texts) => {
  const words = texts.program.commands
  return defineCommand({
    meta: { name: 'reset-password', description: words.accountResetPassword },
    args: {
      email: { type: 'string', required: true, description: words.accountEmail },
      password: { type: 'string', description: words.accountPassword },
    },
    run: ({ args }) =>
      withConfiguration(texts, (configuration) =>
        withAccounts(configuration, async (accounts) => {
          const password = args.password ?? drawPassword()
          await accounts.replacePassword(args.email, password)
          console.log(words.accountPasswordReplaced(args.email))
          if (args.password === undefined) console.log(words.accountPasswordDrawn(password))
        }),
      ),
  })
}
