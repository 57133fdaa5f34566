import type { Administration } from '../books/administration.ts'
import { comparable } from '../books/indexes.ts'
import type { Parts } from '../parts.ts'
import { isOperation } from '../protocol/operations.ts'
import {
  type Action,
  addAdministrationAction,
  faultsAction,
  periodAction,
  settingsAction,
  userAction,
} from './actions.ts'
import { articlesPage } from './articles.ts'
import { type BooksView, viewOf } from './books-view.ts'
import { byHandAction } from './by-hand-actions.ts'
import { callAction } from './call-action.ts'
import { faultsPage } from './faults.ts'
import { invoicePage, invoicesPage } from './invoices.ts'
import { accountPage, ledgerPage } from './ledger.ts'
import {
  apiPage,
  codesPage,
  linksPage,
  managementPage,
  periodPage,
  settingsPage,
  setupPage,
  userPage,
} from './management.ts'
import { mutationPage, mutationsPage } from './mutations.ts'
import { openItemsPage } from './open-items.ts'
import { operationPage } from './operation-page.ts'
import { overviewPage } from './overview.ts'
import type { Page } from './page.ts'
import { places } from './places.ts'
import { protocolPage } from './protocol-page.ts'
import { relationPage, relationsPage } from './relations.ts'
import { requestPage, requestsPage } from './requests.ts'
import { startPage } from './start-page.ts'

/** The page at an address, or nothing. */
export function findPage(parts: Parts, url: URL): Page | undefined {
  const path = cleanPath(url)
  if (path === places.start) return startPage(parts)
  if (path === places.protocol) return protocolPage(parts)
  if (path.toLowerCase() === places.service) return operationPage(parts, url.searchParams.get('op') ?? '')
  if (path === places.requests) return requestsPage(parts, url.searchParams)
  if (path === places.faults) return parts.control ? faultsPage(parts) : undefined
  const [, number] = /^\/verzoeken\/(\d+)$/.exec(path) ?? []
  if (number !== undefined) {
    const exchange = parts.journal.find(Number(number))
    return exchange && requestPage(parts, exchange)
  }
  return booksPage(parts, path, url.searchParams)
}

/** What the form at an address does, or nothing. */
export function findAction(parts: Parts, url: URL): Action | undefined {
  const path = cleanPath(url)
  if (path === places.newAdministration) return addAdministrationAction
  if (path === places.protocol) return settingsAction
  if (path === places.faults) return faultsAction
  const [, called = ''] = /^\/protocol\/(\w+)$/.exec(path) ?? []
  if (isOperation(called)) return callAction(called)
  const [, rule] = /^\/storingen\/([\w-]+)$/.exec(path) ?? []
  if (rule !== undefined) {
    return ({ faults }) => {
      faults.remove(rule)
      return places.faults
    }
  }
  const { books, n, rest } = administrationAt(parts, path)
  if (!books) return undefined
  if (path === places.period(n)) return periodAction(books.guid, n)
  if (path === places.user(n)) return userAction(books.guid, n)
  return byHandAction(books, n, rest)
}

const bookPages: Record<string, (view: BooksView, query: URLSearchParams) => Page> = {
  '': overviewPage,
  grootboek: ledgerPage,
  mutaties: mutationsPage,
  relaties: relationsPage,
  'open-posten': openItemsPage,
  facturen: invoicesPage,
  artikelen: articlesPage,
  beheer: managementPage,
  'beheer/gebruiker': userPage,
  'beheer/inrichting': setupPage,
  'beheer/inrichting/periode': periodPage,
  'beheer/inrichting/instellingen': settingsPage,
  'beheer/inrichting/instellingen/koppelingen': linksPage,
  'beheer/inrichting/instellingen/koppelingen/api-soap': apiPage,
  'beheer/inrichting/instellingen/koppelingen/api-soap/gegevens': codesPage,
}

/** Pages of one thing: its kind in the address and its name. */
const itemPages: Record<string, (view: BooksView, name: string) => Page | undefined> = {
  grootboek: (view, code) => {
    const account = view.books.ledger.find((each) => each.code === code)
    return account && accountPage(view, account)
  },
  mutaties: (view, number) => {
    const mutation = view.books.mutations.find((each) => String(each.number) === number)
    return mutation && mutationPage(view, mutation)
  },
  relaties: (view, id) => {
    const relation = view.relation(Number(id))
    return relation && relationPage(view, relation)
  },
  facturen: (view, number) => {
    const invoice = view.books.invoices.find((each) => comparable(each.number) === comparable(number))
    return invoice && invoicePage(view, invoice)
  },
}

function booksPage(parts: Parts, path: string, query: URLSearchParams): Page | undefined {
  const { books, rest } = administrationAt(parts, path)
  if (!books) return undefined
  const view = viewOf(parts, books)
  if (Object.hasOwn(bookPages, rest)) return bookPages[rest]?.(view, query)
  const [kind = '', name = '', ...more] = rest.split('/')
  if (more.length > 0 || !Object.hasOwn(itemPages, kind)) return undefined
  return itemPages[kind]?.(view, decoded(name))
}

function administrationAt(
  parts: Parts,
  path: string,
): { books: Administration | undefined; n: number; rest: string } {
  const [, first = '', rest = ''] = /^\/(\d{1,6})(?:\/(.*))?$/.exec(path) ?? []
  const n = Number(first)
  return { books: [...parts.store.world.administrations.values()][n - 1], n, rest }
}

function cleanPath(url: URL): string {
  return url.pathname === '/' ? '/' : url.pathname.replace(/\/+$/, '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
