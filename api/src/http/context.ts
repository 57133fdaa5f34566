import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock, OpenBooks, Seal } from '@stella/bookkeeping'
import type { Database } from '@stella/database'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Authentication } from '../accounts/authentication.ts'
import type { Callers } from '../accounts/callers.ts'
import type { ActivityFeed } from '../activities/feed.ts'

/** The pools the API works with, each of the role it is named after. */
export type ApiDatabases = {
  /** Role `stella_app`: everything of one organization, behind row-level security. */
  app: Database
  /** Role `stella_accounts`: people, sessions, organizations, API keys. */
  accounts: Database
  /** Role `stella_support`: reads the failures of all organizations. */
  support: Database
}

/** What the API needs to link an organization to its books. */
export type Bookkeeping = {
  /** The way to e-Boekhouden.nl, or to the sandbox. */
  openBooks: OpenBooks
  /** Seals the codes; the API never opens one. */
  seal: Seal
  clock: Clock
  /** Tells the worker that there is work; it also looks by itself. */
  wake: () => void
}

/** What the resources need; every one gets it whole. */
export type Context = {
  databases: ApiDatabases
  authentication: Authentication
  callers: Callers
  bookkeeping: Bookkeeping
  activityFeed: ActivityFeed
  /** Keys the hashes of addresses whose password was guessed. */
  secret: string
  /** Where people reach Stella, as in `https://stella.example.nl`; decides whether cookies are Secure. */
  publicUrl: string | undefined
  /** Where people reach the support of Stella: a `mailto:` or a web address. */
  supportAddress: string | null
  now: () => Date
  log: FastifyBaseLogger
}

/** Fastify with zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>
