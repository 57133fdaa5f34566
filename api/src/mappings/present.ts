import type { MappingView, OnAccounts, TriedInvoice } from '@stella/bookkeeping'
import type { LedgerAccount } from '@stella/database'
import { formatAmount } from '@stella/invoicing'
import type { Language } from '@stella/texts'
import { fieldError } from '../http/domain-problems.ts'
import { fieldProblems } from '../http/problem-of.ts'

/** Nothing was ever linked: what everybody's sales are booked on. */
const unlinked = {
  debtorsAccount: '1300',
  revenueAccount: '8000',
  byTreatment: {},
  version: 0,
  problems: [],
  asksDebtors: false,
  waiting: 0,
  accounts: null,
  products: [],
  history: [],
}

export function presentMapping(
  view: MappingView | null,
  { books, isLinked }: { books: string | null; isLinked: boolean },
  language: Language,
) {
  if (view === null) return { isLinked, books, ...unlinked }
  const { accounts, asksDebtors, content, history, problems, products, version, waiting } = view
  const { byTreatment, debtorsAccount, revenueAccount } = content
  const named = namedIn(view)
  return {
    isLinked,
    books,
    ...{ debtorsAccount, revenueAccount, byTreatment, version, asksDebtors, waiting },
    problems: fieldProblems(problems.map(fieldError), language),
    accounts: accounts && {
      debtors: accounts.debtors.map(shown),
      revenue: accounts.revenue.map(shown),
      readAt: accounts.readAt.toISOString(),
    },
    products: products.map(({ code, description, id, isFit, revenueAccount: account }) => ({
      ...{ id, code, description, isFit },
      account: named(account),
    })),
    history: history.map(({ madeAt, madeBy, ...mapping }) => ({
      ...mapping,
      at: madeAt.toISOString(),
      by: madeBy,
    })),
  }
}

export function presentTried(tried: readonly TriedInvoice[], view: MappingView | null) {
  const on = ({ debtors, revenue }: OnAccounts) => ({
    debtors: namedIn(view)(debtors),
    revenue: revenue.map(({ account, net }) => ({ account: namedIn(view)(account), net: formatAmount(net) })),
  })
  return {
    invoices: tried.map(({ after, before, customer, date, gross, id, number }) => ({
      ...{ id, number, customer, date },
      totalGross: formatAmount(gross),
      before: on(before),
      after: on(after),
      isChanged: JSON.stringify(on(before)) !== JSON.stringify(on(after)),
    })),
  }
}

function namedIn(view: MappingView | null): (code: string) => { code: string; name: string } {
  const known = [...(view?.accounts?.debtors ?? []), ...(view?.accounts?.revenue ?? [])]
  return (code) => ({ code, name: known.find((it) => it.code === code)?.name ?? '' })
}

function shown({ code, name }: LedgerAccount) {
  return { code, name }
}
