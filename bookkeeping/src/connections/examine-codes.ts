import type { BooksFacts, BooksRow } from '@stella/database'
import { todayInAmsterdam, yearOf } from '@stella/invoicing'
import { withBooks } from '../books/with-books.ts'
import { classify } from '../causes/classify.ts'
import type { RemoteFailure } from '../causes/remote-failure.ts'
import type { Fingerprint } from '../encryption/fingerprint.ts'
import type { Codes, Seal } from '../encryption/seal.ts'
import type { SalesAccounts } from '../mappings/sales-accounts.ts'
import type { Books, FoundAccount, FoundAdministration, FoundMutation } from '../ports/books.ts'
import type { Clock } from '../ports/clock.ts'
import { TOTAL_TIME_OUT_MS } from '../retries/absence.ts'
import { checkAccounts } from './check-accounts.ts'
import { type ConnectionRefusal, refusalOf } from './refusal.ts'
import type { BooksComparison, Fact } from './same-books.ts'

/** Makes a way to the books of whoever has these codes. Nothing is sent before its first call. */
export type OpenBooks = (codes: Codes) => Books

/** What the service tells of the books that codes open. */
export type ExaminedCodes = {
  readonly codes: Codes
  readonly ledgerAccounts: readonly FoundAccount[]
  /** Null where the service does not let us ask. */
  readonly administrations: readonly FoundAdministration[] | null
  readonly fingerprints: readonly Fingerprint[]
  /** The numbers of sales invoices that these books know; null where the service does not let us ask. */
  readonly numbers: readonly string[] | null
  /** Whether the mutation that must be in the books of before is in these. */
  readonly mark: Fact
}

type Examination =
  | { readonly ok: true; readonly examined: ExaminedCodes }
  | { readonly ok: false; readonly refusal: ConnectionRefusal }

export type CodesBefore = {
  readonly mark: BooksFacts['mark']
  readonly usual: Pick<SalesAccounts, 'debtors' | 'revenue'>
}

/**
 * Signs in with codes, checks accounts 1300 and 8000, or those that were chosen instead, and asks what can be asked of whose books these are. Nothing
 * is written, here or there.
 *
 * @param before of the books of before: a mutation of ours there, null when there is none to look for; and what is booked on
 */
export async function examineCodes(
  { openBooks, clock, seal }: { openBooks: OpenBooks; clock: Clock; seal: Seal },
  codes: Codes,
  { mark, usual }: CodesBefore,
): Promise<Examination> {
  return withBooks(
    openBooks(codes),
    { clock, withinMs: TOTAL_TIME_OUT_MS },
    async (books, signal): Promise<Examination> => {
      const said = await books.ledgerAccounts(signal)
      if (!said.ok) return refuse(said.failure)
      const accounts = checkAccounts(said.value, usual)
      if (!accounts.ok && !checkAccounts(said.value).ok)
        return { ok: false, refusal: { code: accounts.code, fields: [], serviceCode: null } }
      const listed = await books.administrations(signal)
      if (!listed.ok && isPassing(listed.failure)) return refuse(listed.failure)
      const found = mark === null ? null : await books.findMutations(mark.invoiceNumber, signal)
      if (found !== null && !found.ok && isPassing(found.failure)) return refuse(found.failure)
      const known = await books.findMutationsSince(beginOfLastYear(clock), signal)
      if (!known.ok && isPassing(known.failure)) return refuse(known.failure)
      const isThere = found?.ok === true && found.value.some(({ document }) => document === mark?.reference)
      return {
        ok: true,
        examined: {
          codes,
          ledgerAccounts: said.value,
          administrations: listed.ok ? listed.value : null,
          fingerprints: seal.fingerprints(codes),
          numbers: known.ok ? numbersIn(known.value) : null,
          mark: found?.ok !== true ? 'unknown' : isThere ? 'same' : 'other',
        },
      }
    },
  )
}

/** Numbers begin anew with a year at the most, and one may still be invoiced after it ended. */
export function beginOfLastYear(clock: Clock): string {
  return `${yearOf(todayInAmsterdam(new Date(clock.now()))) - 1}-01-01`
}

function numbersIn(mutations: readonly FoundMutation[]): string[] {
  return mutations
    .filter(({ isSalesInvoice }) => isSalesInvoice)
    .map(({ invoiceNumber }) => invoiceNumber.trim())
    .filter((number) => number !== '')
}

function refuse(failure: RemoteFailure): Examination {
  return { ok: false, refusal: refusalOf(failure) }
}

/** What it does not let us ask stays unknown; what only failed now is asked again by whoever enters the codes. */
function isPassing(failure: RemoteFailure): boolean {
  return classify(failure).class === 'try_again'
}

/** The administration that codes open, when the service names it without a doubt. */
export function administrationOf({ administrations }: ExaminedCodes): FoundAdministration | null {
  return administrations?.length === 1 ? (administrations[0] ?? null) : null
}

/** What the books are called: as the service does, or by the beginning of the user name. */
export function nameOf(examined: ExaminedCodes): string {
  return administrationOf(examined)?.name || hintOf(examined.codes.username)
}

/** Enough to recognise one's own user name by, too little to sign in with. */
export function hintOf(username: string): string {
  return `${username.slice(0, username.length > 4 ? 2 : 1)}…`
}

/** Whether books have no name but the hint of their user name: GetAdministraties is not allowed to everyone. */
export function isHint(name: string): boolean {
  return /^.{1,2}…$/u.test(name)
}

/** The facts of examined codes beside those of known books; `mark` counts for the books it was looked for in. */
export function compareBooks(examined: ExaminedCodes, known: BooksRow, mark: Fact): BooksComparison {
  const administration = administrationOf(examined)
  const isNamed = known.guid !== null && administration !== null
  const own = examined.fingerprints.find(
    ({ keyName, formerName }) =>
      keyName === known.fingerprint_key_name || formerName === known.fingerprint_key_name,
  )
  return {
    administration: isNamed ? factOf(known.guid === administration.guid) : 'unknown',
    mark,
    code2: isEqual(own?.code2, known.code_2_fingerprint),
    username: isEqual(own?.username, known.username_fingerprint),
    name: isNamed ? factOf(known.name === administration.name) : 'unknown',
  }
}

/** Unknown of books that were linked by an older version, or under a key that is gone. */
function isEqual(own: Buffer | undefined, known: Buffer | null): Fact {
  return own === undefined || known === null ? 'unknown' : factOf(own.equals(known))
}

function factOf(isSame: boolean): Fact {
  return isSame ? 'same' : 'other'
}
