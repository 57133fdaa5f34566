import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { createSeal, systemClock } from '@stella/bookkeeping'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import type { Role } from '@stella/invoicing'
import type { FastifyInstance, InjectOptions } from 'fastify'
import pino from 'pino'
import { createAuthentication } from '../accounts/authentication.ts'
import { createAccountIn } from '../accounts/create-account.ts'
import {
  type AccountLetters,
  type Addressee,
  noLetters,
  type SecondFactorChange,
} from '../accounts/letters.ts'
import type { SignUpLimits } from '../accounts/sign-up-limits.ts'
import { type ApiOptions, createApi } from '../create-api.ts'
import type { Bookkeeping, CaseLetters, Exporting, Importing, Mailing } from '../http/context.ts'

/** The API on a database of its own, with everything it logs. */
export type TestApi = Awaited<ReturnType<typeof testApi>>

export async function testApi({
  webFolder,
  patience,
  trustedProxies,
  mailing = queuedIn([]),
  imports = { queue: async () => {}, wake: () => {} },
  signUpLimits = { ofOrigin: 1_000, inAll: 1_000 },
  exports = { queue: async () => {}, wake: () => {} },
  isDraining,
  confirmed = true,
  caseLetters = { queue: async () => {} },
  ...given
}: Partial<Bookkeeping & Pick<ApiOptions, 'isDraining' | 'patience' | 'trustedProxies' | 'webFolder'>> & {
  mailing?: Mailing
  imports?: Importing
  exports?: Exporting
  caseLetters?: CaseLetters
  signUpLimits?: SignUpLimits
  /** Whether the address of whoever signs up is confirmed without a letter. */
  confirmed?: boolean
} = {}) {
  const database = await testDatabase()
  if (confirmed) await confirmWhoSignsUp(database)
  const lines: string[] = []
  const log = pino(
    { level: 'trace' },
    new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk))
        done()
      },
    }),
  )
  const databases = {
    app: database.database('stella_app'),
    accounts: database.database('stella_accounts'),
    support: database.database('stella_support'),
  }
  const secret = randomBytes(32).toString('hex')
  const bookkeeping: Bookkeeping = {
    openBooks: () => {
      throw new Error('This test has no books.')
    },
    seal: createSeal([{ name: 'test', formerName: 'version 1', key: randomBytes(32) }]),
    clock: systemClock,
    wake: () => {},
    ...given,
  }
  const letters = collectedLetters()
  const parts = {
    databases,
    letters,
    secret,
    log,
    bookkeeping,
    mailing,
    imports,
    exports,
    caseLetters,
    shareLinkKey: secret,
    webFolder,
    patience,
    trustedProxies,
    signUpLimits,
    isDraining,
  }
  const app = await createApi(parts)
  return {
    app,
    database,
    databases,
    bookkeeping,
    mailing,
    imports,
    exports,
    secret,
    log,
    /** What people were told of their accounts, in order. */
    letters: letters.told,
    /** Who was told of a sign-in with a browser that was never used. */
    newDevices: letters.newDevices,
    logged: () => lines.join(''),
    /** Every row of every table, as text. */
    dump: () => dumpOf(database),
    /** Makes an account of the support desk and sends requests as that person. */
    supportPerson: async ({ hasSecondFactor = true } = {}) => {
      const account = {
        name: 'Sanne',
        email: hasSecondFactor ? 'sanne@example.nl' : 'sam@example.nl',
        password: 'tien tekens of meer',
        supportRole: true,
      }
      const authentication = await createAuthentication({
        database: databases.accounts,
        secret,
        log,
        letters: noLetters,
      })
      const { cookies, userId } = await createAccountIn(authentication, account)
      await database
        .database('owner')
        .pool.query(`update accounts."user" set two_factor_enabled = $2 where id = $1`, [
          userId,
          hasSecondFactor,
        ])
      return requester(app, { cookie: cookieOf(cookies) })
    },
    /** The same Stella in another process: it shares the database and nothing else. */
    another: async (given: Pick<ApiOptions, 'newerSecrets'> & { secret?: string } = {}) => {
      const other = await createApi({ ...parts, ...given })
      const listen = async () => {
        await other.listen({ port: 0, host: '127.0.0.1' })
        return (other.server.address() as AddressInfo).port
      }
      return { app: other, listen, close: () => other.close() }
    },
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}

/** As if each had followed the link of the letter at once. */
async function confirmWhoSignsUp(database: TestDatabase): Promise<void> {
  await database.database('owner').pool.query(`
    create function confirm_who_signs_up() returns trigger language plpgsql as
      $$ begin new.email_verified := true; return new; end $$;
    create trigger confirmed before insert on accounts."user"
      for each row execute function confirm_who_signs_up()`)
}

/** Mails that are to be sent end in a list. */
export function queuedIn(jobs: { organizationId: string; messageId: string }[], delivers = true): Mailing {
  return {
    delivers,
    seesBounces: false,
    lookAtDomain: async () => ({ domain: 'bakker.test', spf: 'missing', dkim: 'unknown', dmarc: 'none' }),
    tryServer: async () => null,
    queue: async (_tx, job) => {
      jobs.push(job)
    },
    wake: () => {},
  }
}

type ToldOfAccount = {
  what: Exclude<keyof AccountLetters, 'leave' | 'newDevice'>
  to: Pick<Addressee, 'email' | 'language'>
  token?: string
  change?: SecondFactorChange
}

function collectedLetters(): AccountLetters & { told: ToldOfAccount[]; newDevices: string[] } {
  const newDevices: string[] = []
  const told: ToldOfAccount[] = []
  return {
    leave: true,
    passwordReset: (to, token) => told.push({ what: 'passwordReset', to, token }),
    passwordChanged: (to) => told.push({ what: 'passwordChanged', to }),
    accountDeleted: (to) => told.push({ what: 'accountDeleted', to }),
    emailConfirmation: (to, token) => told.push({ what: 'emailConfirmation', to, token }),
    emailChange: (to, token) => told.push({ what: 'emailChange', to, token }),
    emailChanged: (to) => told.push({ what: 'emailChanged', to }),
    newDevice: (to) => newDevices.push(to.email),
    secondFactor: (to, change) => told.push({ what: 'secondFactor', to, change }),
    invitation: (email, { language, token }) =>
      told.push({ what: 'invitation', to: { email, language }, token }),
    told,
    newDevices,
  }
}

async function dumpOf(database: TestDatabase): Promise<string> {
  const { pool } = database.database('owner')
  const tables = await pool.query<{ query: string }>(
    `select format('select coalesce(string_agg(t::text, chr(10)), '''') as dump from %I.%I t', table_schema, table_name)
       as query
     from information_schema.tables where table_schema in ('accounts', 'public') and table_type = 'BASE TABLE'`,
  )
  const dumps = await Promise.all(tables.rows.map(({ query }) => pool.query<{ dump: string }>(query)))
  return dumps.map(({ rows }) => rows[0]?.dump ?? '').join('\n')
}

let accounts = 0

/** All that the law wants of who sends an invoice, and where to pay. */
export const ownCompany = {
  address: 'Deegweg 1',
  postalCode: '8011 AB',
  city: 'Zwolle',
  country: 'NL',
  kvkNumber: '12345678',
  vatNumber: 'NL123456782B90',
  iban: 'NL91ABNA0417164300',
  accountName: 'Bakkerij De Proef',
}

/**
 * Makes an account with an organization that can make invoices final, and gives the way to send requests as that
 * person.
 */
export async function signUp(app: FastifyInstance, organizationName = 'Bakkerij De Proef') {
  const person = await signUpAnew(app, organizationName)
  const filledIn = await person.as('PUT', '/api/organization', { ...ownCompany, name: organizationName })
  if (filledIn.statusCode !== 200) throw new Error(filledIn.body)
  return person
}

/** The same of an organization that filled in nothing yet. */
export async function signUpAnew(app: FastifyInstance, organizationName = 'Bakkerij De Proef') {
  accounts += 1
  const email = `persoon${accounts}@example.nl`
  const password = 'tien tekens of meer'
  const answer = await app.inject({
    method: 'POST',
    url: '/api/accounts',
    payload: { name: 'Marloes van Dijk', email, password, organizationName },
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  const { user, organization } = answer.json<{ user: { id: string }; organization: { id: string } }>()
  const cookie = cookieOf(answer.headers['set-cookie'])
  return { user, organization, email, password, cookie, as: requester(app, { cookie }) }
}

/** Invites somebody, who makes an account and joins in this role. */
export async function colleague(
  api: Pick<TestApi, 'app' | 'letters'>,
  owner: { as: ReturnType<typeof requester> },
  role: Role,
) {
  accounts += 1
  const email = `persoon${accounts}@example.nl`
  const password = 'tien tekens of meer'
  const invited = await owner.as('POST', '/api/invitations', { email, role })
  if (invited.statusCode !== 201) throw new Error(invited.body)
  const token = api.letters.findLast(({ to }) => to.email === email)?.token
  const payload = { token, name: 'Henk van Dijk', password }
  const url = '/api/invitation-links/acceptances'
  const answer = await api.app.inject({ method: 'POST', url, payload })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const { user } = answer.json<{ user: { id: string } }>()
  const cookie = cookieOf(answer.headers['set-cookie'])
  return { user, email, password, cookie, as: requester(api.app, { cookie }) }
}

/** Sends requests with these headers: a cookie or a key. */
export function requester(app: FastifyInstance, headers: Record<string, string>) {
  return (method: NonNullable<InjectOptions['method']>, url: string, payload?: object) =>
    app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
}

export function cookieOf(header: string | string[] | undefined): string {
  const first = Array.isArray(header) ? header[0] : header
  return first?.split(';')[0] ?? ''
}

export const company = {
  kind: 'company',
  name: 'Kroon Vastgoed B.V.',
  address: 'Handelsweg 22',
  postalCode: '8263 BD',
  city: 'Kampen',
}

export const draftFor = (customerId: string) => ({
  customerId,
  invoiceDate: '2026-11-22',
  paymentTermDays: 30,
  description: 'Onderhoud november',
  lines: [
    { description: 'Onderhoud', quantity: '1.5', unitPrice: '100.00', vatTreatment: 'high' },
    { description: 'Brood', quantity: '2', unitPrice: '10.00', vatTreatment: 'low' },
  ],
})
