import { roles } from '@stella/invoicing'
import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import type { Accounts } from '../accounts/accounts.ts'
import { withAccounts } from '../accounts/with-accounts.ts'
import { madeUpDomain } from '../demo/addresses.ts'
import { drawPassword } from '../secrets/password.ts'
import { withConfiguration } from './with-configuration.ts'

export const account = (texts: Texts) =>
  defineCommand({
    meta: { name: 'account', description: texts.program.commands.account },
    subCommands: {
      create: create(texts),
      'reset-password': resetPassword(texts),
      list: list(texts),
      block: withEmail(
        texts,
        'block',
        texts.program.commands.accountBlock,
        async (accounts, email, words) => {
          await accounts.block(email)
          await accounts.note('account_blocked', email)
          console.log(words.accountBlocked(email))
        },
      ),
      unblock: withEmail(
        texts,
        'unblock',
        texts.program.commands.accountUnblock,
        async (accounts, email, words) => {
          await accounts.unblock(email)
          await accounts.note('account_unblocked', email)
          console.log(words.accountUnblocked(email))
        },
      ),
      confirm: withEmail(
        texts,
        'confirm',
        texts.program.commands.accountConfirm,
        async (accounts, email, words) => {
          await accounts.confirm(email)
          await accounts.note('account_confirmed', email)
          console.log(words.accountConfirmed(email))
        },
      ),
      'end-sessions': withEmail(
        texts,
        'end-sessions',
        texts.program.commands.accountEndSessions,
        async (accounts, email, words) => {
          const count = await accounts.endSessions(email)
          await accounts.note('account_sessions_ended', email)
          console.log(words.accountSessionsEnded(email, count))
        },
      ),
      'reset-second-factor': withEmail(
        texts,
        'reset-second-factor',
        texts.program.commands.accountResetSecondFactor,
        async (accounts, email, words) => {
          await accounts.resetSecondFactor(email)
          await accounts.note('account_second_factor_reset', email)
          console.log(words.accountSecondFactorReset(email))
        },
      ),
      role: role(texts),
      'remove-demo': removeDemo(texts),
    },
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
            isConfirmed: true,
            ...(organizationName === undefined ? {} : { organizationName }),
          })
          await accounts.note('account_created', args.email, { support: args.support === true })
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
          await accounts.note('account_password_replaced', args.email)
          console.log(words.accountPasswordReplaced(args.email))
          if (args.password === undefined) console.log(words.accountPasswordDrawn(password))
        }),
      ),
  })
}

type Commands = Texts['program']['commands']

/** `account <name> --email …` */
const withEmail = (
  texts: Texts,
  name: string,
  description: string,
  work: (accounts: Accounts, email: string, words: Commands) => Promise<void>,
) =>
  defineCommand({
    meta: { name, description },
    args: { email: { type: 'string', required: true, description: texts.program.commands.accountEmail } },
    run: ({ args }) =>
      withConfiguration(texts, (configuration) =>
        withAccounts(configuration, (accounts) => work(accounts, args.email, texts.program.commands)),
      ),
  })

/** `account list`: one a line, with tabs between, so that a script can read it. */
const list = (texts: Texts) =>
  defineCommand({
    meta: { name: 'list', description: texts.program.commands.accountList },
    run: () =>
      withConfiguration(texts, (configuration) =>
        withAccounts(configuration, async (accounts) => {
          for (const account of await accounts.list()) console.log(lineOf(account, texts))
        }),
      ),
  })

function lineOf(account: Awaited<ReturnType<Accounts['list']>>[number], texts: Texts): string {
  const { commands } = texts.program
  const { roles } = texts.screens.members
  const works = account.organizations.map(
    ({ name, role: given }) => `${name} (${(roles as Record<string, string>)[given] ?? given})`,
  )
  const state = account.isBlocked ? commands.accountIsBlocked : commands.accountSessions(account.sessions)
  const marks = [
    ...(account.supportRole ? [commands.accountIsSupport] : []),
    ...(account.hasSecondFactor ? [commands.accountHasSecondFactor] : []),
  ]
  return [account.email, account.name, state, [...marks, ...works].join(', ')].join('\t')
}

/** `account role --email … --organization … --role …` */
const role = (texts: Texts) => {
  const words = texts.program.commands
  return defineCommand({
    meta: { name: 'role', description: words.accountRole },
    args: {
      email: { type: 'string', required: true, description: words.accountEmail },
      organization: { type: 'string', required: true, description: words.apiKeyOrganization },
      role: { type: 'enum', options: [...roles], required: true, description: words.accountRoleName },
    },
    run: ({ args }) =>
      withConfiguration(texts, (configuration) =>
        withAccounts(configuration, async (accounts) => {
          const organization = await accounts.findOrganization(args.organization)
          await accounts.giveRole(args.email, organization, args.role)
          await accounts.note('account_role_given', args.email, {
            organization: organization.name,
            role: args.role,
          })
          console.log(
            words.accountRoleGiven(args.email, organization.name, texts.screens.members.roles[args.role]),
          )
        }),
      ),
  })
}

/** `account remove-demo`: nobody signs in with a made-up address any more. */
const removeDemo = (texts: Texts) =>
  defineCommand({
    meta: { name: 'remove-demo', description: texts.program.commands.accountRemoveDemo },
    run: () =>
      withConfiguration(texts, (configuration) =>
        withAccounts(configuration, async (accounts) => {
          const count = await accounts.shutOut(madeUpDomain)
          await accounts.note('accounts_of_demo_ended', null)
          console.log(texts.program.commands.accountDemoRemoved(count))
        }),
      ),
  })
