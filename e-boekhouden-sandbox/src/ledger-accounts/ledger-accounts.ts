import type { Administration, LedgerAccount } from '../books/administration.ts'
import { balances } from '../books/balances.ts'
import { comparable } from '../books/indexes.ts'
import { wireAmount } from '../money/cents.ts'
import type { ErrorCode } from '../operations/codes.ts'
import { checkLengths, lengths } from '../operations/lengths.ts'
import { refusal } from '../operations/refusal.ts'
import { bound, enter, noError, readable, type Service } from '../operations/service.ts'
import type { RequestOf, ResultOf, ValueOf } from '../protocol/values.ts'

export function getGrootboekrekeningen(
  service: Service,
  request: RequestOf<'GetGrootboekrekeningen'>,
): ResultOf<'GetGrootboekrekeningen'> {
  const { books } = enter(service, request)
  const { ID = 0, Code = '', Categorie = '' } = request.cFilter ?? {}
  const found = accounts(service, readable(service, books).books)
    .filter((account) => ID === 0 || account.id === ID)
    .filter((account) => comparable(Code) === '' || comparable(account.code) === comparable(Code))
    .filter(
      (account) => comparable(Categorie) === '' || comparable(account.category) === comparable(Categorie),
    )
  return { ErrorMsg: noError, Rekeningen: found.map(accountOnTheWire) }
}

export function addGrootboekrekening(
  service: Service,
  request: RequestOf<'AddGrootboekrekening'>,
): ResultOf<'AddGrootboekrekening'> {
  const { books } = enter(service, request)
  const fields = checkAccount(books, request.oGb, null)
  const id = 1 + Math.max(0, ...books.ledger.map((account) => account.id))
  save(service, books, { id, ...fields })
  return { ErrorMsg: noError, Gb_ID: id }
}

export function updateGrootboekrekening(
  service: Service,
  request: RequestOf<'UpdateGrootboekrekening'>,
): ResultOf<'UpdateGrootboekrekening'> {
  const { books } = enter(service, request)
  const known = books.ledger.find(({ id, removed }) => id === request.oGb?.ID && !removed)
  if (!known) throw refusal('CGB007')
  const account = { id: known.id, ...checkAccount(books, request.oGb, known) }
  save(service, books, account)
  return noError
}

function save(service: Service, books: Administration, account: LedgerAccount): void {
  const at = service.clock.now().toISOString()
  service.store.commit([{ kind: 'ledger_account_saved', guid: books.guid, account, at }])
}

/** An account that does not exist has a balance of 0: the manual names no code for it. */
export function getSaldo(service: Service, request: RequestOf<'GetSaldo'>): ResultOf<'GetSaldo'> {
  const { books } = enter(service, request)
  const { GbCode = '', ...period } = request.cFilter ?? {}
  const { books: seen } = readable(service, books)
  const account = findAccount(service, seen, GbCode)
  const balance = account && balancesOf(seen, period).get(account.id)
  return { ErrorMsg: noError, Saldo: wireAmount(balance ?? 0) }
}

export function getSaldi(service: Service, request: RequestOf<'GetSaldi'>): ResultOf<'GetSaldi'> {
  const { books } = enter(service, request)
  const { Categorie = '', ...period } = request.cFilter ?? {}
  const { books: seen } = readable(service, books)
  const found = balancesOf(seen, period)
  const listed = accounts(service, seen).filter(
    ({ category }) => comparable(Categorie) === '' || comparable(category) === comparable(Categorie),
  )
  const Saldi = listed.map(({ id, code, category }) => ({
    ID: id,
    Code: code,
    Categorie: category,
    Saldo: wireAmount(found.get(id) ?? 0),
  }))
  return { ErrorMsg: noError, Saldi }
}

export function findAccount(
  service: Service,
  books: Administration,
  code: string,
): LedgerAccount | undefined {
  const key = comparable(code)
  return key === '' ? undefined : accounts(service, books).find((account) => comparable(account.code) === key)
}

/** Those that are there, in the order of their codes. */
function accounts(service: Service, books: Administration): LedgerAccount[] {
  return books.ledger
    .filter(({ code, removed }) => !removed && !service.conditions.missingAccounts.has(code))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

function balancesOf(
  books: Administration,
  period: { KostenPlaatsId?: number; DatumVan?: string | null; DatumTot?: string | null },
) {
  return balances(books, {
    costCenterId: period.KostenPlaatsId ?? 0,
    from: bound(period.DatumVan ?? null),
    through: bound(period.DatumTot ?? null),
  })
}

/** Only BAL and VW can be asked for. An account that has a role (bank, debtors, VAT) keeps it when it is changed:
 * BAL, which it is too, is then the right word. */
function checkAccount(
  books: Administration,
  oGb: ValueOf<'cGrootboekrekening'> | null,
  known: LedgerAccount | null,
): Omit<LedgerAccount, 'id'> {
  const is = (code: 'CGB001' | 'CGB002' | 'CGB005' | 'CGB006' | 'CGN003'): ErrorCode =>
    known === null ? code : `${code}.1`
  const code = oGb?.Code.trim() ?? ''
  const description = oGb?.Omschrijving.trim() ?? ''
  const category = oGb?.Categorie.trim().toUpperCase() ?? ''
  checkLengths({ Code: code, Omschrijving: description }, lengths.ledgerAccount)
  if (code === '') throw refusal(is('CGN003'))
  if (description === '') throw refusal(is('CGB002'))
  if (category === '') throw refusal(is('CGB005'))
  if (category !== 'BAL' && category !== 'VW') throw refusal(is('CGB006'))
  const holder = books.ledger.find(
    (account) => !account.removed && comparable(account.code) === comparable(code),
  )
  if (holder && holder.id !== known?.id) throw refusal(is('CGB001'))
  const hasRole = known !== null && known.category !== 'BAL' && known.category !== 'VW'
  if (hasRole && category === 'VW') throw refusal('CGB006.1')
  return { code, description, category: hasRole ? known.category : category, group: oGb?.Groep.trim() ?? '' }
}

function accountOnTheWire(account: LedgerAccount): ValueOf<'cGrootboekrekening'> {
  const { id, code, description, category, group } = account
  return { ID: id, Code: code, Omschrijving: description, Categorie: category, Groep: group }
}
