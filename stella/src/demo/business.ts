import { createApi, noLetters } from '@stella/api'
import {
  customerChanged,
  eBoekhoudenAt,
  type HistoricalClock,
  type HistoricalWorker,
  historicalClock,
  startHistoricalWorker,
} from '@stella/bookkeeping'
import { inOrganization, markLaneDue } from '@stella/database'
import { type ImportJob, runImport } from '@stella/transfer'
import { partLog } from '../program/part-log.ts'
import { type Api, apiOver } from './api.ts'
import { newPracticeBooks, type PracticeBooks } from './practice-books.ts'
import { randomFrom } from './random.ts'
import type { Stage } from './stage.ts'
import { openBooksWith, sealWith, type Trouble } from './trouble.ts'

/** Who begins, and as whom they sign in. */
export interface NewBusiness {
  organizationName: string
  ownerName: string
  email: string
  password: string
  /** Milliseconds since 1970: when the business signs up. */
  startsAt: number
  seed: string
}

/**
 * A business that uses Stella through its API, as the screens do, in a time of its own that runs faster than the
 * real one; it is served by the product's own engine.
 */
export interface Business {
  readonly organizationId: string
  readonly api: Api
  readonly books: PracticeBooks
  readonly clock: HistoricalClock
  /** None, unless a scenario makes it. */
  readonly trouble: Trouble
  /** Enters the codes of its books, for the first time or anew, and has its work done from then on. */
  enterCodes(): Promise<void>
  /** Lets everything that falls due until then be done; milliseconds since 1970. */
  goTo(at: number): Promise<void>
  /** The same, so many milliseconds from now. */
  letPass(milliseconds: number): Promise<void>
  /** Does what was wished of imports. */
  workImports(): Promise<void>
  /** Asks something that is answered only when the engine has worked, such as a test of the connection. */
  whileWorking<Answer>(request: Promise<Answer>): Promise<Answer>
  /** Lets other workers serve it, by the real time. */
  close(): Promise<void>
}

export async function openBusiness(stage: Stage, business: NewBusiness): Promise<Business> {
  const clock = historicalClock(business.startsAt)
  const { seal } = stage
  const imports: ImportJob[] = []
  const openBooks = eBoekhoudenAt(new URL('/soap.asmx', stage.sandboxUrl).href)
  const app = await createApi({
    ...stage,
    letters: noLetters,
    // There is no worker to wake: it works when the time is moved on.
    bookkeeping: { openBooks, seal, clock, wake: () => {} },
    // Its customers are made up, so nothing is mailed.
    mailing: {
      delivers: false,
      seesBounces: false,
      lookAtDomain: async () => ({ domain: '', spf: 'unknown', dkim: 'unknown', dmarc: 'unknown' }),
      tryServer: async () => ({ path: 'host', code: 'mail_server_not_found' }),
      queue: async () => {},
      wake: () => {},
    },
    exports: { queue: async () => {}, wake: () => {} },
    caseLetters: { queue: async () => {} },
    imports: { queue: async (_tx, job) => void imports.push(job), wake: () => {} },
    shareLinkKey: stage.secret,
  })
  const { api, organizationId } = await signUp(app, business)
  const books = await newPracticeBooks(stage.sandboxUrl, business.organizationName)
  const { fraction } = randomFrom(`${business.seed} chance`)
  const trouble: Trouble = { isOffline: false, isKeyMissing: false }
  let worker: HistoricalWorker | undefined
  const goTo = async (at: number) => {
    await worker?.workUntil(at)
    clock.moveTo(at)
  }
  // Before there is a link: a worker of a program beside would do by the real time what falls due in the story.
  const startWorker = async () => {
    await inOrganization(stage.databases.app, organizationId, (tx) => markLaneDue(tx, new Date(clock.now())))
    return startHistoricalWorker({
      database: stage.databases.worker,
      organizationId,
      openBooks: openBooksWith(trouble, openBooks),
      seal: sealWith(trouble, seal),
      clock,
      chance: { fraction, id: () => crypto.randomUUID() },
      log: partLog(stage.log, 'demo'),
    })
  }
  return {
    organizationId,
    api,
    books,
    clock,
    trouble,
    async enterCodes() {
      worker ??= await startWorker()
      await api.put('/api/connection', books.codes())
    },
    goTo,
    letPass: (milliseconds) => goTo(clock.now() + milliseconds),
    async workImports() {
      const parts = {
        database: stage.databases.app,
        customerChanged,
        log: partLog(stage.log, 'demo'),
        now: () => new Date(clock.now()),
      }
      for (const job of imports.splice(0)) while ((await runImport(parts, job, () => true)) === 'more');
    },
    async whileWorking(request) {
      let waiting = true
      const answered = request.finally(() => {
        waiting = false
      })
      while (waiting) await goTo(clock.now() + 100)
      return answered
    },
    async close() {
      await worker?.stop()
      await app.close()
    },
  }
}

async function signUp(app: Parameters<typeof apiOver>[0], business: NewBusiness) {
  const { organizationName, ownerName: name, email, password } = business
  const account = { name, email, password, organizationName }
  const answer = await app.inject({ method: 'POST', url: '/api/accounts', payload: account })
  if (answer.statusCode !== 201) throw new Error(`POST /api/accounts: ${answer.statusCode} ${answer.body}`)
  const { organization } = answer.json<{ organization: { id: string } }>()
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return { api: apiOver(app, cookie), organizationId: organization.id }
}
