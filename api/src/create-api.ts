import { randomUUID } from 'node:crypto'
import swagger from '@fastify/swagger'
import { openTypesetting } from '@stella/documents'
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { openAccessFeed } from './accounts/access-feed.ts'
import { createAuthentication } from './accounts/authentication.ts'
import { createCallers } from './accounts/callers.ts'
import type { AccountLetters } from './accounts/letters.ts'
import { renewSecondFactors } from './accounts/renew-second-factors.ts'
import { type SignUpLimits, usualSignUpLimits } from './accounts/sign-up-limits.ts'
import { openActivityFeed } from './activities/feed.ts'
import { authorizeRequests } from './http/authorization.ts'
import { parseJsonBodies } from './http/body-parser.ts'
import { compressJson } from './http/compression.ts'
import type { ApiDatabases, Bookkeeping, CaseLetters, Exporting, Importing, Mailing } from './http/context.ts'
import { endConnections } from './http/end-connections.ts'
import { answerErrors } from './http/error-handler.ts'
import { logWithoutSecrets } from './http/log.ts'
import { createPages } from './http/pages.ts'
import { sendSecurityHeaders } from './http/security-headers.ts'
import { type Patience, serverOptions } from './http/server-options.ts'
import { limitTraffic } from './http/traffic-limit.ts'
import { refuseUnusual } from './http/unreadable-requests.ts'
import { serveWeb } from './http/web-files.ts'
import { documentationRoutes } from './openapi/documentation-routes.ts'
import { openApiOptions } from './openapi/options.ts'
import { type ApiContext, registerRoutes } from './routes.ts'

export type ApiOptions = {
  databases: ApiDatabases
  bookkeeping: Bookkeeping
  mailing: Mailing
  imports: Importing
  exports: Exporting
  caseLetters: CaseLetters
  /** What the secrets of links to invoices are reckoned with; kept over restarts. */
  shareLinkKey: string
  /** Signs session cookies; at least 32 characters, kept over restarts. */
  secret: string
  /** Of newer keys, the newest last; see createAuthentication(). */
  newerSecrets?: readonly string[] | undefined
  log: FastifyBaseLogger
  /** Tells people of their account by mail. */
  letters: AccountLetters
  /** How backups stand, where they are taken every night. */
  backups?: (() => 'ok' | 'late') | undefined
  /** The folder with the built web; without it only the API is served. */
  webFolder?: string | undefined
  /** Where people reach Stella when that is not where it listens, as in `https://stella.example.nl`. */
  publicUrl?: string | undefined
  /** Where people reach the support of Stella: a `mailto:` or a web address. */
  supportAddress?: string | undefined
  /** Whether the support desk waits for a second factor; only the logins of practice do without. */
  supportNeedsSecondFactor?: boolean | undefined
  /** Which proxies may say who asked, besides those on this machine: addresses or ranges with commas between. */
  trustedProxies?: string | undefined
  /** How many may make an account within an hour; tests make more. */
  signUpLimits?: SignUpLimits | undefined
  /** Whether this process was told to stop, and answers still; never by default. */
  isDraining?: (() => boolean) | undefined
  /** How long a request may take to come in; tests have less time. */
  patience?: Patience | undefined
}

/**
 * The HTTP API and the web in front of it, not yet listening: call `listen`, or `inject` in tests. `close` ends
 * open streams, its own connections and what sets documents; the pools stay the caller's.
 */
export async function createApi(options: ApiOptions): Promise<FastifyInstance> {
  const log = logWithoutSecrets(options.log)
  const { databases, letters, secret, publicUrl, supportNeedsSecondFactor = true } = options
  const app = fastify({
    loggerInstance: log,
    ...serverOptions(options.patience),
    trustProxy: ['loopback', options.trustedProxies].filter(Boolean).join(', '),
    genReqId: () => randomUUID(),
  })
  app.decorate('isPublicOverTls', publicUrl?.startsWith('https:') === true)
  const { accounts } = databases
  const { newerSecrets } = options
  const authentication = await createAuthentication({
    database: accounts,
    secret,
    newerSecrets,
    log,
    letters,
  })
  const renewal = renewSecondFactors(authentication, accounts).then(
    ({ renewed, unreadable }) => {
      if (renewed > 0) log.info({ renewed }, 'second factors encrypted with the newest key')
      if (unreadable > 0) log.error({ unreadable }, 'second factors of a key that is missing')
    },
    (error) => log.error({ err: error }, 'second factors not encrypted with the newest key'),
  )
  app.addHook('onClose', () => renewal)
  const activityFeed = openActivityFeed(databases.app)
  app.addHook('onClose', () => activityFeed.close())
  const callers = createCallers(authentication, databases.accounts)
  const accessFeed = openAccessFeed(databases.app, callers)
  app.addHook('onClose', () => accessFeed.close())
  const typesetting = openTypesetting()
  app.addHook('onClose', () => typesetting.close())
  const context: ApiContext = {
    databases,
    authentication,
    letters,
    callers,
    bookkeeping: options.bookkeeping,
    mailing: options.mailing,
    imports: options.imports,
    exports: options.exports,
    backups: options.backups,
    caseLetters: options.caseLetters,
    addresses: { publicUrl: publicUrl ?? '', key: options.shareLinkKey },
    pages: createPages(secret),
    accessFeed,
    activityFeed,
    typesetting,
    secret,
    isDraining: options.isDraining ?? (() => false),
    signUpLimits: options.signUpLimits ?? usualSignUpLimits,
    supportAddress: options.supportAddress ?? null,
    supportNeedsSecondFactor,
    now: () => new Date(options.bookkeeping.clock.now()),
  }
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  parseJsonBodies(app)
  answerErrors(app)
  sendSecurityHeaders(app)
  refuseUnusual(app)
  endConnections(app)
  compressJson(app)
  await limitTraffic(app)
  authorizeRequests(app, callers, { publicUrl, supportNeedsSecondFactor })
  await app.register(swagger, openApiOptions)
  registerRoutes(app.withTypeProvider<ZodTypeProvider>(), context)
  documentationRoutes(app)
  await serveWeb(app, options.webFolder)
  return app
}
