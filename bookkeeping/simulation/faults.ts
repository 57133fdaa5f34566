/**
 * Everything that can go wrong in a history, with its place in the matrix of faults (docs/reliability.md).
 *
 * - `call`: with a probability for every request; `most` bounds that probability
 * - `process`: with a probability at every point of a process's work
 * - `database`: with a probability for every transaction
 * - `books`: something in the administration at the service, or done there by people
 * - `office`: something at our side that is not one process's
 */
export type FaultKind = 'call' | 'process' | 'database' | 'books' | 'office'
export type Fault = {
  readonly matrix: string
  readonly kind: FaultKind
  readonly most: number
  readonly about: string
}

const table = {
  refused: { matrix: 'A1 A2', kind: 'call', most: 0.3, about: 'no connection, or none that can be trusted' },
  connect_times_out: { matrix: 'A3', kind: 'call', most: 0.3, about: 'a connection that never stands' },
  reset_before: { matrix: 'A4', kind: 'call', most: 0.3, about: 'cut off, not done' },
  reset_after: { matrix: 'A5', kind: 'call', most: 0.3, about: 'cut off, done' },
  answer_lost: { matrix: 'A6', kind: 'call', most: 0.3, about: 'silence, done' },
  request_lost: { matrix: 'A7', kind: 'call', most: 0.3, about: 'silence, not done' },
  slow: { matrix: 'A8', kind: 'call', most: 0.3, about: 'done within a minute, after we gave up' },
  very_slow: { matrix: 'A9', kind: 'call', most: 0.6, about: 'done within two minutes, or not' },
  error_before: { matrix: 'A10', kind: 'call', most: 0.3, about: '500, not done' },
  error_after: { matrix: 'A11', kind: 'call', most: 0.3, about: '500, done' },
  unavailable: { matrix: 'A12', kind: 'call', most: 0.3, about: '502, 503 or 504, done or not' },
  throttled: { matrix: 'A13', kind: 'call', most: 0.3, about: 'asked to come back later' },
  page: { matrix: 'A14', kind: 'call', most: 0.3, about: 'a page instead of XML, done' },
  truncated: { matrix: 'A15', kind: 'call', most: 0.3, about: 'half a document, done' },
  unreadable: { matrix: 'A16', kind: 'call', most: 0.2, about: 'a hostile or unreadable document, done' },
  empty_answer: { matrix: 'A17', kind: 'call', most: 0.3, about: 'success without a number' },
  empty_read: {
    matrix: 'A17',
    kind: 'call',
    most: 0.2,
    about: 'for less than a minute a read finds nothing',
  },
  fault: { matrix: 'A18', kind: 'call', most: 0.3, about: 'a SOAP fault, done or not' },
  session_expired: { matrix: 'A20', kind: 'call', most: 0.3, about: 'a session that has ended' },
  session_dies: { matrix: 'A21', kind: 'call', most: 0.2, about: 'a session that ends during a call' },

  refused_by_books: { matrix: 'A19 B18', kind: 'books', most: 0.3, about: 'refused until mended' },
  relation_refused: { matrix: 'A19', kind: 'books', most: 0.3, about: 'a relation refused until mended' },
  codes_withdrawn: { matrix: 'A22', kind: 'books', most: 0.8, about: 'codes refused until new ones come' },
  account_missing: { matrix: 'A23', kind: 'books', most: 0.2, about: 'CMUT012 until mended' },
  vat_code_refused: { matrix: 'A24', kind: 'books', most: 0.2, about: 'CMUT033 until mended' },
  period_closed: { matrix: 'A25', kind: 'books', most: 0.2, about: 'CMUT020 until mended' },
  relation_deleted: { matrix: 'A26', kind: 'books', most: 0.5, about: 'a relation deleted by people' },
  number_by_hand: { matrix: 'A27', kind: 'books', most: 0.3, about: 'an invoice number booked by hand' },
  stale_reads: { matrix: 'A28', kind: 'books', most: 1, about: 'reads up to two minutes behind' },
  booked_twice_by_service: { matrix: 'A30', kind: 'books', most: 0.4, about: 'one request, two mutations' },
  call_limit: { matrix: 'E003', kind: 'books', most: 0.8, about: 'the calls of the month are used up' },
  long_outage: {
    matrix: 'A1-A12',
    kind: 'books',
    most: 0.1,
    about: 'no call succeeds for more than 72 hours',
  },
  stumbles: {
    matrix: 'A10 B18',
    kind: 'books',
    most: 0.1,
    about: 'for more than 72 hours it answers 500 to one invoice, and all others well',
  },

  killed: { matrix: 'B1 B5', kind: 'process', most: 0.2, about: 'kill -9, or out of memory' },
  stopped: { matrix: 'B2', kind: 'process', most: 0.1, about: 'SIGTERM with calls in flight' },
  paused: { matrix: 'B3', kind: 'process', most: 0.25, about: 'SIGSTOP for longer than a lease' },
  asleep: {
    matrix: 'B3',
    kind: 'process',
    most: 0.25,
    about: 'its machine suspended, and its timers with it',
  },
  blocked: { matrix: 'B4', kind: 'process', most: 0.2, about: 'nothing runs for some seconds' },
  database_down: { matrix: 'B6', kind: 'office', most: 1, about: 'the database is away for a while' },
  commit_unclear: { matrix: 'B8', kind: 'database', most: 0.06, about: 'committed, and nobody hears of it' },
  statement_fails: { matrix: 'B9 B10', kind: 'database', most: 0.06, about: 'a transaction rolled back' },
  statement_slow: { matrix: 'B11 B12', kind: 'database', most: 0.06, about: 'up to 40 s for a transaction' },
  clock_steps: { matrix: 'B13', kind: 'office', most: 1, about: 'the shared time of day jumps' },
  several_workers: { matrix: 'B14', kind: 'office', most: 1, about: 'two to four workers on the same rows' },
  codes_unreadable: { matrix: 'B16', kind: 'office', most: 0.5, about: 'sealed codes that do not open' },
  notify_lost: { matrix: 'B17', kind: 'office', most: 1, about: 'a wake-up that never comes' },
  crowd: { matrix: 'B19', kind: 'office', most: 1, about: 'one administration with many invoices' },

  changed_by_hand: { matrix: 'A31', kind: 'books', most: 0.3, about: 'a booked mutation changed by people' },
  deleted_by_hand: { matrix: 'A32', kind: 'books', most: 0.3, about: 'a booked mutation deleted by people' },
  other_books: { matrix: 'A33', kind: 'office', most: 1, about: 'codes of other books are entered' },
  code_by_hand: { matrix: 'A34', kind: 'books', most: 0.5, about: 'people change the code of a relation' },
  credited: { matrix: 'A36', kind: 'office', most: 0.6, about: 'an invoice is credited, at any moment' },
  customers_merged: { matrix: 'A37', kind: 'office', most: 1, about: 'two customers turn out to be one' },
  corrected_by_hand: { matrix: 'A35', kind: 'books', most: 0.5, about: 'people correct a relation' },
  accounts_chosen: {
    matrix: 'A38',
    kind: 'office',
    most: 1,
    about: 'people choose other accounts to book on, at any moment',
  },
  equal_by_hand: {
    matrix: 'A27',
    kind: 'books',
    most: 0.8,
    about: 'the same invoice booked by hand as well',
  },
} as const satisfies Record<string, Fault>

export type FaultName = keyof typeof table
export const faults: Readonly<Record<FaultName, Fault>> = table
export const faultNames = Object.keys(table) as readonly FaultName[]

/** Reads `a,b` or places in the matrix (`A6,B3`); throws for what is neither. */
export function readFaults(list: string): ReadonlySet<FaultName> {
  const chosen = new Set<FaultName>()
  for (const word of list.split(',').filter((it) => it !== '' && it !== 'none')) {
    const named = faultNames.filter((it) => it === word || faults[it].matrix.split(' ').includes(word))
    if (named.length === 0) throw new RangeError(`No fault is called ${word}.`)
    for (const name of named) chosen.add(name)
  }
  return chosen
}
