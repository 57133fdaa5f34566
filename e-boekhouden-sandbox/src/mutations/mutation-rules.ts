import type { Administration, LedgerAccount, MutationKind, Relation } from '../books/administration.ts'
import type { MutationDraft } from '../books/booking.ts'
import { comparable } from '../books/indexes.ts'
import { indexOf } from '../books/world.ts'
import { checkNumber } from '../invoices/invoice-number-rules.ts'
import { findAccount } from '../ledger-accounts/ledger-accounts.ts'
import { checkLengths, lengths } from '../operations/lengths.ts'
import { refusal } from '../operations/refusal.ts'
import type { Service } from '../operations/service.ts'
import type { ValueOf } from '../protocol/values.ts'
import { checkLine } from './mutation-line-rules.ts'

const mostLines = 100

/** What the kinds ask for. The kind of the header's account; whether it makes or pays an invoice, and on which
 * side. */
const kinds: Partial<Record<MutationKind, KindRules>> = {
  FactuurVerstuurd: { account: 'DEB', makes: 'sale' },
  FactuurOntvangen: { account: 'CRED', makes: 'purchase' },
  FactuurbetalingOntvangen: { account: 'FIN', pays: 'DEB' },
  FactuurbetalingVerstuurd: { account: 'FIN', pays: 'CRED' },
  GeldOntvangen: { account: 'FIN' },
  GeldUitgegeven: { account: 'FIN' },
  Memoriaal: {},
}

export interface KindRules {
  account?: 'DEB' | 'CRED' | 'FIN'
  makes?: 'sale' | 'purchase'
  pays?: 'DEB' | 'CRED'
}

/** Who books. Where a link is refused for what other mutations say of a number, a person sees them and may go on; and
 * one payment of a person may pay several invoices. */
export type By = 'link' | 'hand'

/** Everything the service looks at before it books, in one fixed order. @throws Refusal, ServerFault */
export function checkMutation(
  service: Service,
  books: Administration,
  oMut: ValueOf<'cMutatie'> | null,
  by: By = 'link',
): MutationDraft {
  const kind = oMut?.Soort ?? null
  const rules = kind === null ? undefined : kinds[kind]
  if (!oMut || !kind || !rules) throw refusal('CMUT008')
  const date = checkDate(oMut.Datum)
  checkHeader(oMut, rules, by)
  checkLengths(oMut, lengths.mutation)
  const account = checkHeaderAccount(service, books, oMut.Rekening, rules)
  const relation = checkReferences(service, books, oMut, rules)
  const counters = oMut.MutatieRegels.map((line) => checkCounterAccount(service, books, line, kind, rules))
  const lines = oMut.MutatieRegels.map((line, at) =>
    checkLine(line, counters[at]?.id ?? 0, kind, service.store.world.settings.vatCheck),
  )
  if (by === 'link') checkNumber(service, books, oMut, relation, kind, counters)
  checkPeriodOpen(service, books, date)
  return {
    kind,
    date,
    accountId: account.id,
    relationId: relation?.id ?? null,
    invoiceNumber: oMut.Factuurnummer.trim(),
    document: oMut.Boekstuk,
    description: oMut.Omschrijving,
    paymentTerm: oMut.Betalingstermijn.trim(),
    paymentReference: oMut.Betalingskenmerk,
    inExVat: oMut.InExBTW.trim().toUpperCase(),
    lines,
    bookedAt: service.clock.now().toISOString(),
    origin: by === 'link' ? 'soap' : 'hand',
  }
}

/** @throws Refusal CMUT020 */
export function checkPeriodOpen(service: Service, books: Administration, date: string): void {
  const closed = [books.closedThrough, service.conditions.closedThrough]
  if (closed.some((through) => through !== null && date <= through)) throw refusal('CMUT020')
}

/** @throws Refusal CMUT004 */
function checkDate(date: string | null): string {
  if (date === null || date < '1980-01-01' || date > '2049-12-31') throw refusal('CMUT004')
  return date
}

function checkHeader(oMut: ValueOf<'cMutatie'>, rules: KindRules, by: By): void {
  if (oMut.Omschrijving.trim() === '') throw refusal('CMUT005')
  const inEx = oMut.InExBTW.trim().toUpperCase()
  if (inEx === '') throw refusal('CMUT003')
  if (inEx !== 'IN' && inEx !== 'EX') throw refusal('CMUT003.1')
  const lines = oMut.MutatieRegels.length
  if (lines < 1 || lines > mostLines) throw refusal('CMUT006')
  if (rules.pays && lines > 1 && by === 'link') throw refusal('CMUT021')
}

function checkHeaderAccount(
  service: Service,
  books: Administration,
  code: string,
  rules: KindRules,
): LedgerAccount {
  const account = findAccount(service, books, code)
  if (!account) throw refusal('CMUT001')
  if (rules.account === undefined || account.category === rules.account) return account
  throw refusal(rules.account === 'DEB' ? 'CMUT016' : rules.account === 'CRED' ? 'CMUT015' : 'CMUT001')
}

/** Invoices need a number, a relation and a term; elsewhere a relation that is named must be known. */
function checkReferences(
  service: Service,
  books: Administration,
  oMut: ValueOf<'cMutatie'>,
  rules: KindRules,
): Relation | undefined {
  const relation = findRelation(service, books, oMut.RelatieCode)
  if (rules.makes) {
    if (oMut.Factuurnummer.trim() === '') throw refusal('CMUT013')
    if (oMut.RelatieCode.trim() === '') throw refusal('CMUT014')
    if (!/^\d{1,4}$/.test(oMut.Betalingstermijn.trim())) throw refusal('CMUT014')
  }
  if (!rules.pays && oMut.RelatieCode.trim() !== '' && !relation) throw refusal('CMUT017')
  return relation
}

function checkCounterAccount(
  service: Service,
  books: Administration,
  line: ValueOf<'cMutatieRegel'>,
  kind: MutationKind,
  rules: KindRules,
): LedgerAccount {
  const account = findAccount(service, books, line.TegenrekeningCode)
  if (!account) throw refusal('CMUT001.1')
  if (rules.pays && account.category !== rules.pays) {
    throw refusal(rules.pays === 'DEB' ? 'CMUT027' : 'CMUT028')
  }
  const onlyByJournal = rules.makes ? ['FIN', 'DEB', 'CRED'] : ['FIN']
  if (kind !== 'Memoriaal' && onlyByJournal.includes(account.category)) throw refusal('CMUT012')
  return account
}

export function findRelation(service: Service, books: Administration, code: string): Relation | undefined {
  return indexOf(service.store.world, books.guid).relationsByCode.get(comparable(code))
}
