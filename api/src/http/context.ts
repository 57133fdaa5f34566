import type { Clock, OpenBooks, Seal } from '@stella/bookkeeping'
import type { Database, Transaction } from '@stella/database'
import type { MailServer, Problem, SenderDomain } from '@stella/invoicing'
import type { Language } from '@stella/texts'
import type { Callers } from './caller.ts'
import type { Pages } from './pages.ts'

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

/** What the API needs to have invoices mailed. */
export type Mailing = {
  /** Whether mails reach anybody through Stella; without a mail server they are kept, to be looked at. */
  delivers: boolean
  /** Whether a mailbox is read in which is seen what comes back. */
  seesBounces: boolean
  /** What the domain of an address tells mail servers. */
  lookAtDomain: (address: string) => Promise<SenderDomain>
  /** Connects to a mail server, signs in and mails the sender; null when that works, else what is wrong. */
  tryServer: (server: MailServer & { password: string | null }, language: Language) => Promise<Problem | null>
  /** Has a mail sent, in the transaction that writes it down. */
  queue: (tx: Transaction, message: { organizationId: string; messageId: string }) => Promise<void>
  /** Tells the sender that there is work, after the commit; it also looks by itself. */
  wake: () => void
}

/** What the API needs to have whoever asked the support told of what it did. */
export type CaseLetters = {
  /** Has it sent, in the transaction that does it. */
  queue: (
    tx: Transaction,
    job: {
      organizationId: string
      caseId: string
      about: 'answered' | 'proposed' | 'closed'
      at: string
    },
  ) => Promise<void>
}

/** What the API needs to have imports worked on. */
export type Importing = {
  /** Has it done, in the transaction that writes the wish down. */
  queue: (tx: Transaction, job: { organizationId: string; importId: string }) => Promise<void>
  /** Tells whoever does it that there is work, after the commit; it also looks by itself. */
  wake: () => void
}

/** What the API needs to have archives made. */
export type Exporting = {
  /** Has it made, in the transaction that writes the wish down. */
  queue: (tx: Transaction, job: { organizationId: string; exportId: string }) => Promise<void>
  /** Tells whoever makes it that there is work, after the commit; it also looks by itself. */
  wake: () => void
}

/** What every room may need; a room that needs more says so at its routes. */
export type Context = {
  databases: ApiDatabases
  callers: Callers
  bookkeeping: Bookkeeping
  mailing: Mailing
  imports: Importing
  exports: Exporting
  caseLetters: CaseLetters
  /** The address people use, without a trailing slash, and what the secrets of links are reckoned with. */
  addresses: { publicUrl: string; key: string }
  pages: Pages
  /** How backups stand, where they are taken every night. */
  backups?: (() => 'ok' | 'late') | undefined
  /** Keys the hashes of what was attempted, and marks the browsers that are known. */
  secret: string
  now: () => Date
}
