import {
  type Log,
  type LogFields,
  type Notices,
  silentLog,
  startWorker,
  systemChance,
  testConnection,
  type Worker,
} from '@stella/bookkeeping'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import type { RemoteFailure } from '../../../bookkeeping/src/causes/remote-failure.ts'
import { LinkedOrganization, testCodes, testSeal } from '../../../bookkeeping/testing/linked-organization.ts'
import { ScriptedBooks } from '../../../bookkeeping/testing/scripted-books.ts'
import { type ShiftedClock, shiftedClock } from '../../../bookkeeping/testing/shifted-clock.ts'
import type { Post } from '../post/post.ts'
import { type Mail, startMail } from '../start-mail.ts'

export const publicUrl = 'https://stella.voorbeeld.test'

/** What the operator's log got, one line each. */
export type Logged = { level: 'info' | 'warn' | 'error'; event: string; fields: LogFields }

/** A linked organization with its people, the worker that pauses its connection, and the mail. */
export class Office {
  readonly db: TestDatabase
  readonly organization: LinkedOrganization
  readonly books: ScriptedBooks
  readonly clock: ShiftedClock
  readonly logged: Logged[] = []
  readonly #mails: Mail[] = []
  #worker: Worker | null = null

  static async open(): Promise<Office> {
    const db = await testDatabase()
    const books = new ScriptedBooks()
    const clock = shiftedClock()
    const parts = { clock, seal: testSeal(), openBooks: books.open }
    return new Office({ db, books, clock, organization: await LinkedOrganization.create(db, parts) })
  }

  private constructor(parts: Pick<Office, 'db' | 'books' | 'clock' | 'organization'>) {
    this.db = parts.db
    this.books = parts.books
    this.clock = parts.clock
    this.organization = parts.organization
  }

  async addPerson(person: {
    name: string
    email: string
    role: string
    language?: 'nl' | 'en'
    banned?: boolean
  }): Promise<void> {
    const { banned = false, email, language = null, name, role } = person
    await this.db.database('owner').pool.query(
      `with u as (
         insert into accounts."user" (name, email, language, banned) values ($1, $2, $3, $4) returning id)
       insert into accounts.member (organization_id, user_id, role) select $5, u.id, $6 from u`,
      [name, email, language, banned, this.organization.id, role],
    )
  }

  /** Starts the worker that tells of pauses here. */
  work(notices: Notices): void {
    const { books, clock, db, organization } = this
    this.#worker = startWorker({
      database: db.database('stella_worker'),
      seal: organization.seal,
      openBooks: books.open,
      clock,
      chance: systemChance,
      log: silentLog,
      notices,
      pollEveryMs: 50,
    })
  }

  async startMail(post: Post): Promise<Mail> {
    const mail = await startMail({
      database: this.db.database('stella_mail'),
      post,
      seal: testSeal(),
      publicUrl,
      shareLinkKey: 'a key of the test',
      log: this.log,
      pollEverySeconds: 0.5,
      superviseEverySeconds: 1,
    })
    this.#mails.push(mail)
    return mail
  }

  /** Has the worker try the codes; with a failure, or a code by which they are refused, that is what comes of it. */
  async test(failure?: RemoteFailure | string): Promise<void> {
    const refusal = (code: string) => ({ kind: 'credentials', code }) as const
    if (failure !== undefined) {
      const before = typeof failure === 'string' ? refusal(failure) : failure
      this.books.next('GetGrootboekrekeningen', { before })
    }
    const { app: database, id } = this.organization
    await testConnection({ database, clock: this.clock, wake: () => this.#worker?.wake() }, id)
  }

  enterNewCodes() {
    return this.organization.link(this.books.open, testCodes)
  }

  /** Jobs of the mail that wait or are under way. */
  async openJobs(): Promise<number> {
    const { rows } = await this.db
      .database('owner')
      .pool.query(`select count(*)::int as count from jobs.job where state < 'completed'`)
    return rows[0].count
  }

  /** Waits of seconds instead of minutes: before a mail server is tried again, and before a job counts as lost. */
  async shortenWaits(): Promise<void> {
    await this.db
      .database('owner')
      .pool.query('update jobs.queue set retry_delay = 1, retry_delay_max = 1, expire_seconds = 3')
  }

  readonly log: Log = {
    info: (event, fields = {}) => this.logged.push({ level: 'info', event, fields }),
    warn: (event, fields = {}) => this.logged.push({ level: 'warn', event, fields }),
    error: (event, fields = {}) => this.logged.push({ level: 'error', event, fields }),
  }

  async close(): Promise<void> {
    await this.#worker?.stop()
    await Promise.all(this.#mails.map((mail) => mail.stop()))
    await this.db.close()
  }
}
