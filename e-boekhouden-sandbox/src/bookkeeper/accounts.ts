import type { Administration, LedgerAccount, LedgerCategory } from '../books/administration.ts'
import { comparable } from '../books/indexes.ts'
import { SandboxError } from '../errors.ts'
import type { NewAccount } from '../handle/bookkeeper.ts'
import { accountChange, newAccount } from '../inputs/bookkeeper.ts'
import { check } from '../inputs/check.ts'
import type { Service } from '../operations/service.ts'

/** @returns its id @throws SandboxError account_invalid */
export function addAccount(service: Service, books: Administration, given: NewAccount): number {
  const { group = '', ...account } = check(newAccount, given, 'account_invalid')
  const id = 1 + Math.max(0, ...books.ledger.map((each) => each.id))
  save(service, books, { id, ...account, group })
  return id
}

/** Another code, description or category; what was booked on it stays. @throws SandboxError account_unknown,
 * account_invalid */
export function changeAccount(
  service: Service,
  books: Administration,
  code: string,
  change: Partial<NewAccount>,
): void {
  const known = findAccount(books, code)
  const account = { ...known, ...check(accountChange, change, 'account_invalid') }
  if (account.category !== known.category) keepVatAccounts(books, known)
  save(service, books, account)
}

/** What was booked on it stays. @throws SandboxError account_unknown, account_invalid */
export function removeAccount(service: Service, books: Administration, code: string): void {
  const { id } = keepVatAccounts(books, findAccount(books, code))
  const at = service.clock.now().toISOString()
  service.store.commit([{ kind: 'ledger_account_removed', guid: books.guid, accountId: id, at }])
}

function findAccount(books: Administration, code: string): LedgerAccount {
  const found = holderOf(books, code)
  if (!found) throw new SandboxError('account_unknown', code)
  return found
}

function holderOf(books: Administration, code: string): LedgerAccount | undefined {
  return books.ledger.find((account) => !account.removed && comparable(account.code) === comparable(code))
}

/** VAT is booked on them by their category alone. */
const vatCategories: readonly LedgerCategory[] = ['VOOR', 'AF6', 'AF19', 'AFOVERIG', 'AF', 'BTWRC']

function keepVatAccounts(books: Administration, account: LedgerAccount): LedgerAccount {
  const { category } = account
  const others = books.ledger.some(
    (each) => each.category === category && each.id !== account.id && !each.removed,
  )
  if (vatCategories.includes(category) && !others)
    throw new SandboxError('account_invalid', `category: ${category} would have no account left`)
  return account
}

function save(service: Service, books: Administration, account: LedgerAccount): void {
  const holder = holderOf(books, account.code)
  if (holder && holder.id !== account.id)
    throw new SandboxError('account_invalid', 'code: another account has it')
  const at = service.clock.now().toISOString()
  service.store.commit([{ kind: 'ledger_account_saved', guid: books.guid, account, at }])
}
