import { type CauseCode, causes, isCauseCode } from '@stella/bookkeeping'
import type { Business } from './business.ts'
import type { Fault } from './practice-books.ts'

/** A business on its bad day: what it does when it is its turn to have something go wrong. */
export interface BadDay {
  readonly business: Business
  /** A final invoice for one of its customers. */
  invoice(): Promise<{ id: string; number: string }>
  /** One for a customer that the books do not know yet. */
  invoiceForNewcomer(): Promise<unknown>
  draftForNewcomer(): Promise<unknown>
}

/** Makes a cause happen. */
export type Provoke = (day: BadDay) => Promise<void>

/** How a cause is made to happen, or why no business can meet it. */
type Provocation = Provoke | { readonly never: string }

const minute = 60_000
const hour = 60 * minute

/** Lets an invoice be made while faults befall it, waits, ends them, and mends what all others would wait for. */
function during(faults: Fault[], minutes: number): Provoke {
  return async ({ business, invoice }) => {
    const ends: (() => Promise<void>)[] = []
    for (const fault of faults) ends.push(await business.books.play(fault))
    await invoice()
    await business.letPass(minutes * minute)
    for (const end of ends) await end()
    await mendPause(business)
  }
}

const refusedWith = (code: string): Provoke =>
  during([{ kind: 'refused', operation: 'AddMutatie', code, times: 1 }], 1)

const codesRefusedWith = (code: string): Provoke => during([{ kind: 'codes_revoked', code }], 30)

const lost: Fault = { kind: 'answer_lost', operation: 'AddMutatie', moment: 'after', times: 1 }

/** Nothing gets through for longer than trying makes sense. */
const longOutage: Provoke = async ({ business, invoice }) => {
  business.trouble.isOffline = true
  await invoice()
  await business.letPass(74 * hour)
  business.trouble.isOffline = false
  await business.letPass(hour)
}

/** The same, when an answer had just been lost: it stays unknown whether that one is there. */
const longOutageAfterLostAnswer: Provoke = async (day) => {
  const end = await day.business.books.play({ ...lost, moment: 'before' })
  await day.invoice()
  await day.business.letPass(2_000)
  await end()
  await longOutage(day)
}

/** Of a customer of its own: all invoices of one whose relation is gone would wait for that. */
const relationDeleted: Provoke = async ({ business, invoiceForNewcomer }) => {
  const end = await business.books.play({ kind: 'relation_deleted', times: 1 })
  await invoiceForNewcomer()
  await business.letPass(20 * minute)
  await end()
}

/** Somebody booked the number by hand; what is offered again is looked up first. */
const numberInUse: Provoke = async ({ business, invoice }) => {
  const end = await business.books.play({ kind: 'number_taken', times: 1 })
  const { id } = await invoice()
  await business.letPass(minute)
  await end()
  const { books } = await business.api.get<{ books: { bookingId: string } }>(`/api/invoices/${id}`)
  await business.api.post(`/api/bookings/${books.bookingId}/retries`)
  await business.letPass(10 * minute)
}

/** Refused for its accounts, and once more after a test has found them fit. */
const refusedForGoodAccounts: Provoke = async ({ business, invoice }) => {
  const end = await business.books.play({
    kind: 'refused',
    operation: 'AddMutatie',
    code: 'CMUT012',
    times: 2,
  })
  await invoice()
  await business.letPass(minute)
  await mendPause(business)
  await end()
}

const numberTakenNotFound = during(
  [{ kind: 'refused', operation: 'AddMutatie', code: 'CMUT018', times: 1 }],
  20,
)

/** An invoice is booked, and then somebody works in the books. */
function afterBooking(change: (business: Business, mutation: number) => Promise<void>): Provoke {
  return async ({ business, invoice }) => {
    const { number } = await invoice()
    await business.letPass(minute)
    const mutation = (await business.books.mutations()).find(({ invoiceNumber }) => invoiceNumber === number)
    if (mutation === undefined) throw new Error(`Invoice ${number} is not in the practice books.`)
    await change(business, mutation.number)
    await business.letPass(hour)
  }
}

/** How every cause that the engine knows comes about. */
export const provocations: Readonly<Record<CauseCode, Provocation>> = {
  unreachable: longOutage,
  tried_too_long: longOutage,
  unresolved_too_long: longOutageAfterLostAnswer,
  no_answer: during([lost], 5),
  disturbed: during([{ kind: 'soap_fault', operation: 'AddMutatie', times: 1 }], 10),
  busy: during([{ kind: 'http_error', status: 429, operation: 'AddMutatie', times: 1 }], 15),
  session_refused: during([{ kind: 'session_dies', operation: 'AddMutatie', times: 2 }], 10),
  async sign_in_unanswered(day) {
    // With new codes a new session is opened.
    await day.business.enterCodes()
    await during([{ kind: 'http_error', status: 503, operation: 'OpenSession', times: 1 }], 10)(day)
  },
  reported_as_existing: numberTakenNotFound,
  reported_as_missing: relationDeleted,
  being_looked_up: numberInUse,
  look_up_limited: during([lost, { kind: 'call_limit' }], 30),
  async draft_unsettled({ business, draftForNewcomer }) {
    await draftForNewcomer()
    await business.letPass(minute)
  },

  codes_refused: codesRefusedWith('E001.1'),
  administration_not_found: codesRefusedWith('E001.2'),
  security_code_2_refused: codesRefusedWith('E001.3'),
  no_permission: codesRefusedWith('E001.5'),
  codes_not_verified: codesRefusedWith('E001.7'),
  call_limit_reached: refusedWith('E003.1'),
  async codes_unreadable({ business, invoice }) {
    business.trouble.isKeyMissing = true
    await business.enterCodes()
    await invoice()
    await business.letPass(minute)
    business.trouble.isKeyMissing = false
    await mendPause(business)
  },
  books_not_compared: { never: 'Only after a restore from a backup.' },

  account_unknown: during([{ kind: 'account_missing', subject: '8000' }], 1),
  revenue_account_refused: refusedWith('CMUT012'),
  debtors_account_refused: refusedWith('CMUT015'),
  period_closed: during([{ kind: 'period_closed' }], 1),
  date_refused: refusedWith('CMUT004'),
  vat_code_refused: refusedWith('CMUT033'),
  vat_amount_refused: refusedWith('CMUT011'),
  amounts_refused: refusedWith('CMUT010'),
  relation_missing: relationDeleted,
  refused_against_its_books: refusedForGoodAccounts,
  request_refused: refusedWith('CMUT003'),
  refused_without_known_reason: refusedWith('CMUT002'),

  number_in_use: numberInUse,
  number_taken_not_found: numberTakenNotFound,
  found_twice: during([{ kind: 'booked_twice', times: 1 }, lost], 5),
  changed_in_books: afterBooking((business, mutation) =>
    business.books.changeMutation(mutation, { date: '2020-01-01' }),
  ),
  missing_in_books: afterBooking((business, mutation) => business.books.removeMutation(mutation)),

  async relation_not_accepted({ business, invoiceForNewcomer }) {
    const end = await business.books.play({
      kind: 'refused',
      operation: 'AddRelatie',
      code: 'CREL002',
      times: 1,
    })
    await invoiceForNewcomer()
    await business.letPass(minute)
    await end()
  },

  account_unfit: { never: 'this business keeps the accounts that nobody chose' },
  invoice_without_amount: { never: 'of an invoice that comes to zero nothing is sent' },
  absent_in_former_books: { never: 'it links other books, and this business keeps its own' },
  former_books_closed: { never: 'it links other books, and this business keeps its own' },
  credited_not_booked_yet: { never: 'this business credits only what is booked' },
  credited_not_booked: { never: 'this business credits only what is booked' },
  credited_elsewhere: { never: 'it links other books, and this business keeps its own' },
  field_too_long: { never: 'the checks of a customer are narrower than those of the client' },
  plan_disagrees: { never: 'a plan agrees with its invoice, unless Stella itself is wrong' },
  vat_treatment_unknown: { never: 'no screen and no program can save such a line' },
}

/** Of these it takes days until the engine gives up, or tries again; all others happen within the hour. */
export const causesThatTakeDays: readonly CauseCode[] = [
  'unreachable',
  'tried_too_long',
  'unresolved_too_long',
  'call_limit_reached',
]

/** Does what the cause of a pause asks for, as its owner would. */
async function mendPause(business: Business): Promise<void> {
  const { api } = business
  const { pausedReason } = await api.get<{ pausedReason: { code: string } | null }>('/api/connection')
  if (pausedReason === null || !isCauseCode(pausedReason.code)) return
  const { mend } = causes[pausedReason.code]
  if (mend === 'codes') await business.enterCodes()
  else if (mend === 'connection') await business.whileWorking(api.post('/api/connection/tests'))
  else await business.letPass(25 * hour)
  await business.letPass(10 * minute)
}
