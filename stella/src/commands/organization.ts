import { openAgainUntil } from '@stella/invoicing'
import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import type { Accounts, Organization } from '../accounts/accounts.ts'
import { withAccounts } from '../accounts/with-accounts.ts'
import { withConfiguration } from './with-configuration.ts'

export const organization = (texts: Texts) => {
  const words = texts.program.commands
  return defineCommand({
    meta: { name: 'organization', description: words.organization },
    subCommands: {
      list: list(texts),
      close: withOrganization(texts, 'close', words.organizationClose, async (accounts, organization) => {
        if (!(await accounts.closeOrganization(organization)))
          return console.log(words.organizationWasClosed(organization.name))
        await accounts.note('organization_closed', organization.name)
        console.log(words.organizationClosed(organization.name))
      }),
      open: withOrganization(texts, 'open', words.organizationOpen, async (accounts, organization) => {
        if (!(await accounts.openOrganization(organization)))
          return console.log(words.organizationWasOpen(organization.name))
        await accounts.note('organization_opened', organization.name)
        console.log(words.organizationOpened(organization.name))
      }),
    },
  })
}

/** `organization <name> --organization …` */
const withOrganization = (
  texts: Texts,
  name: string,
  description: string,
  work: (accounts: Accounts, organization: Organization) => Promise<void>,
) =>
  defineCommand({
    meta: { name, description },
    args: {
      organization: {
        type: 'string',
        required: true,
        description: texts.program.commands.apiKeyOrganization,
      },
    },
    run: ({ args }) =>
      withConfiguration(texts, (configuration) =>
        withAccounts(configuration, async (accounts) =>
          work(accounts, await accounts.findOrganization(args.organization)),
        ),
      ),
  })

/** `organization list`: one a line, with tabs between, so that a script can read it. */
const list = (texts: Texts) =>
  defineCommand({
    meta: { name: 'list', description: texts.program.commands.organizationList },
    run: () =>
      withConfiguration(texts, (configuration) =>
        withAccounts(configuration, async (accounts) => {
          for (const one of await accounts.listOrganizations()) console.log(lineOf(one, texts))
        }),
      ),
  })

function lineOf(
  { closedAt, endedAt, id, name, number }: Awaited<ReturnType<Accounts['listOrganizations']>>[number],
  { program: { commands } }: Texts,
): string {
  const day = (at: Date) => at.toISOString().slice(0, 10)
  const state =
    closedAt === null
      ? commands.organizationIsOpen
      : endedAt === null
        ? commands.organizationIsClosed(day(closedAt), day(openAgainUntil(closedAt)))
        : commands.organizationIsEnded(day(endedAt))
  return [number, id, name, state].join('\t')
}
