import { userInfo } from 'node:os'
import {
  ApiError,
  createAccountIn,
  createApiKeyIn,
  createAuthentication,
  type NewAccount,
  noLetters,
  replacePasswordIn,
} from '@stella/api'
import {
  blockAccount,
  closeOrganization,
  confirmAccount,
  type Database,
  DatabaseError,
  endSessionsOf,
  giveRole,
  type InstallationAction,
  type InstallationEntry,
  inOrganization,
  inTransaction,
  type ListedAccount,
  type ListedOrganization,
  type Logins,
  letInAgain,
  listAccounts,
  listInstallationAudit,
  listOrganizations,
  type NewAudit,
  openAgain,
  openDatabase,
  recordAudit,
  recordInstallationAudit,
  resetSecondFactor,
  shutOut,
  unblockAccount,
} from '@stella/database'
import type { Role } from '@stella/invoicing'
import type { Texts } from '@stella/texts'
import type { Logger } from 'pino'
import { ProgramFailure } from '../failures/program-failure.ts'

export interface Organization {
  id: string
  name: string
}

/** What the command line and the demo do with accounts, past the screens. */
export interface Accounts {
  exists(email: string): Promise<boolean>
  /** @throws ProgramFailure accountRefused */
  create(account: NewAccount): Promise<{ organizationId: string | null }>
  /** Ends the sessions too. @throws ProgramFailure accountUnknown, accountRefused */
  replacePassword(email: string, password: string): Promise<void>
  /** @throws ProgramFailure organizationUnknown, organizationAmbiguous */
  findOrganization(nameOrId: string): Promise<Organization>
  /** The key itself, which is known only now. */
  createApiKey(organization: Organization, name: string): Promise<string>
  /** Everybody with an account. */
  list(): Promise<ListedAccount[]>
  /** Lets nobody sign in with it, and ends its sessions. @throws ProgramFailure accountUnknown */
  block(email: string): Promise<void>
  /** Takes that back. @throws ProgramFailure accountUnknown */
  unblock(email: string): Promise<void>
  /** Returns how many. @throws ProgramFailure accountUnknown */
  endSessions(email: string): Promise<number>
  /** Says that mail reaches whoever has it. @throws ProgramFailure accountUnknown */
  confirm(email: string): Promise<void>
  /** Lets the password alone in again, and ends its sessions. @throws ProgramFailure accountUnknown */
  resetSecondFactor(email: string): Promise<void>
  /** @throws ProgramFailure accountUnknown, lastOwner */
  giveRole(email: string, organization: Organization, role: Role): Promise<void>
  /** All organizations, by name. */
  listOrganizations(): Promise<ListedOrganization[]>
  /** Ends all that happens in it. Returns whether it was open until now. */
  closeOrganization(organization: Organization): Promise<boolean>
  /** Takes that back, however long ago; who was taken away does not come back. Returns whether it was closed. */
  openOrganization(organization: Organization): Promise<boolean>
  /** Ends the accounts with an address of this domain; returns how many. */
  shutOut(domain: string): Promise<number>
  /** Takes that back. */
  letInAgain(): Promise<void>
  /** Writes down in the audit of the installation what was done by a command, and by which user of this machine. */
  note(action: InstallationAction, subject: string | null, after?: object): Promise<void>
  /** All of that audit, the oldest first. */
  installationAudit(): Promise<InstallationEntry[]>
  close(): Promise<void>
}

export interface AccountsOptions {
  logins: Logins
  secret: string
  log: Logger
  texts: Texts
}

/** Opens the accounts with a pool of their own, which `close` closes. */
export async function openAccounts({ logins, secret, log, texts }: AccountsOptions): Promise<Accounts> {
  const database = openDatabase({
    url: logins.urlOf('stella_accounts'),
    role: 'stella_accounts',
    maxConnections: 2,
  })
  const authentication = await createAuthentication({ database, secret, log, letters: noLetters })
  return {
    exists: (email) => emailExists(database, email),
    async create(account) {
      const made = await orRefuse(createAccountIn(authentication, account), texts)
      // Nobody sits at the session that making it began.
      await endSessionsOf(database, account.email)
      return made
    },
    async replacePassword(email, password) {
      const isFound = await orRefuse(replacePasswordIn(authentication, email, password), texts)
      if (!isFound) throw new ProgramFailure('accountUnknown', [email])
    },
    findOrganization: (nameOrId) => findOrganization(database, nameOrId),
    async createApiKey(organization, name) {
      const wish = {
        organizationId: organization.id,
        userId: null,
        name,
        scope: 'write',
        days: null,
      } as const
      const { key } = await createApiKeyIn(authentication, database, wish)
      // Its owners read of it, and are told, as of any other key.
      await inTransaction(database, (tx) =>
        recordAudit(tx, {
          organizationId: organization.id,
          actor: { kind: 'operator', id: null, name: '' },
          ipAddress: null,
          action: 'key_made',
          subject: name,
          after: { scope: wish.scope },
        }),
      )
      return key
    },
    list: () => listAccounts(database),
    block: (email) => orUnknown(blockAccount(database, email), email),
    unblock: (email) => orUnknown(unblockAccount(database, email), email),
    async endSessions(email) {
      const count = await endSessionsOf(database, email)
      if (count === null) throw new ProgramFailure('accountUnknown', [email])
      return count
    },
    confirm: (email) => orUnknown(confirmAccount(database, email), email),
    resetSecondFactor: (email) => orUnknown(resetSecondFactor(database, email), email),
    async giveRole(email, organization, role) {
      const work = giveRole(database, { email, organizationId: organization.id, role }).catch(
        (error: unknown) => {
          if (!(error instanceof DatabaseError) || error.code !== 'last_owner') throw error
          throw new ProgramFailure('lastOwner', [organization.name], error)
        },
      )
      await orUnknown(work, email)
    },
    listOrganizations: () => listOrganizations(database.kysely),
    closeOrganization: ({ id }) =>
      inOrganization(database, id, async (tx) => {
        const isDone = await closeOrganization(tx, id)
        if (isDone) await recordAudit(tx, byOperator(id, 'organization_closed'))
        return isDone
      }),
    openOrganization: ({ id }) =>
      inOrganization(database, id, async (tx) => {
        const name = await openAgain(tx, { organizationId: id, closedAfter: null, by: null })
        if (name !== null) await recordAudit(tx, byOperator(id, 'organization_opened'))
        return name !== null
      }),
    shutOut: (domain) => shutOut(database, domain),
    letInAgain: () => letInAgain(database),
    note: (action, subject, after) =>
      recordInstallationAudit(database.kysely, {
        action,
        subject,
        by: userInfo().username,
        ...(after && { after }),
      }),
    installationAudit: () => listInstallationAudit(database.kysely),
    close: () => database.close(),
  }
}

function byOperator(organizationId: string, action: NewAudit['action']): NewAudit {
  return { organizationId, actor: { kind: 'operator', id: null, name: '' }, ipAddress: null, action }
}

async function emailExists(database: Database, email: string): Promise<boolean> {
  const row = await database.kysely
    .selectFrom('accounts.user')
    .select('id')
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
  return row !== undefined
}

async function orRefuse<Done>(work: Promise<Done>, texts: Texts): Promise<Done> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    throw new ProgramFailure('accountRefused', [reasonOf(error, texts)], error)
  }
}

async function orUnknown(work: Promise<boolean>, email: string): Promise<void> {
  if (!(await work)) throw new ProgramFailure('accountUnknown', [email])
}

/** The sentences of the fields that were refused, or that of the refusal itself. */
function reasonOf(error: ApiError, texts: Texts): string {
  const phrases: Record<string, (limit: number, characters: string) => string> = texts.api.fields
  const ofFields = error.fields.map(({ path, code, parameters }) => {
    const phrase = phrases[code] ?? texts.api.fields.invalid
    return `${path}: ${phrase(Number(parameters?.limit ?? 0), String(parameters?.characters ?? ''))}`
  })
  return ofFields.length > 0 ? ofFields.join(' ') : texts.api.errors[error.code].detail
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function findOrganization(database: Database, nameOrId: string): Promise<Organization> {
  const found = await database.kysely
    .selectFrom('accounts.organization')
    .select(['id', 'name'])
    .where(uuid.test(nameOrId) ? 'id' : 'name', '=', nameOrId)
    .limit(2)
    .execute()
  const [organization, another] = found
  if (another !== undefined) throw new ProgramFailure('organizationAmbiguous', [nameOrId])
  if (organization === undefined) throw new ProgramFailure('organizationUnknown', [nameOrId])
  return organization
}
