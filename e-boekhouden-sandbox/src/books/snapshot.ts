import type { BooksSnapshot, MutationSnapshot, OpenItemSnapshot } from '../handle/books.ts'
import { type Cents, centsText, sum } from '../money/cents.ts'
import type { Administration, Mutation } from './administration.ts'
import { balances, openItems } from './balances.ts'
import { outstandingOf } from './outstanding.ts'

/** The books as plain data, for assertions. */
export function snapshotOf(books: Administration): BooksSnapshot {
  const found = balances(books)
  const names = namesIn(books)
  const outstanding = outstandingOf(books)
  return {
    guid: books.guid,
    company: books.company,
    closedThrough: books.closedThrough,
    ledger: books.ledger.map(({ removed = false, ...account }) => ({
      ...account,
      removed,
      balance: centsText(found.get(account.id) ?? 0),
    })),
    relations: books.relations
      .filter(({ removed }) => !removed)
      .map(({ id, addedAt, fields }) => {
        const { Code: code, Bedrijf: name } = fields
        const texts = Object.entries(fields).map(([field, value]) => [field, String(value)])
        return { id, code, name, addedAt, fields: Object.fromEntries(texts) }
      }),
    mutations: books.mutations.map((mutation) => mutationSnapshot(mutation, names)),
    invoices: books.invoices.map((invoice) => ({
      number: invoice.number,
      relationCode: names.relation(invoice.relationId),
      date: invoice.date,
      paymentTermDays: invoice.paymentTermDays,
      totalExcl: centsText(invoice.totalExcl),
      totalVat: centsText(invoice.totalVat),
      totalIncl: centsText(sum([invoice.totalExcl, invoice.totalVat])),
      outstanding: centsText(outstanding(invoice)),
      mutationNumber: invoice.mutationNumber,
    })),
    openItems: [...openItems(books, 'Debiteuren'), ...openItems(books, 'Crediteuren')].map(
      (item): OpenItemSnapshot => ({
        side: item.side,
        date: item.date,
        invoiceNumber: item.invoiceNumber,
        relationCode: names.relation(item.relationId),
        company: names.company(item.relationId),
        amount: centsText(item.amount),
        paid: centsText(item.paid),
        outstanding: centsText(item.outstanding),
      }),
    ),
    mutationCalls: { ...books.mutationCalls },
  }
}

interface Names {
  account(id: number): string
  relation(id: number | null): string
  company(id: number | null): string
}

function namesIn(books: Administration): Names {
  const accounts = new Map(books.ledger.map(({ id, code }) => [id, code]))
  const relations = new Map(books.relations.map(({ id, fields }) => [id, fields]))
  return {
    account: (id) => accounts.get(id) ?? '',
    relation: (id) => relations.get(id ?? 0)?.Code ?? '',
    company: (id) => relations.get(id ?? 0)?.Bedrijf ?? '',
  }
}

function mutationSnapshot(mutation: Mutation, names: Names): MutationSnapshot {
  const { number, kind, date, invoiceNumber, document, description } = mutation
  const { paymentTerm, paymentReference, inExVat, bookedAt, changedAt = null, origin } = mutation
  const text = (amount: Cents) => centsText(amount)
  return {
    number,
    kind,
    date,
    account: names.account(mutation.accountId),
    relationCode: names.relation(mutation.relationId),
    invoiceNumber,
    document,
    description,
    paymentTerm,
    paymentReference,
    inExVat,
    lines: mutation.lines.map((line) => ({
      amountEntered: text(line.entered),
      amountExcl: text(line.excl),
      amountVat: text(line.vat),
      amountIncl: text(line.incl),
      vatCode: line.vatCode,
      vatPercentage: line.vatPercentage,
      ledgerAccount: names.account(line.accountId),
      costCenterId: line.costCenterId,
      invoiceNumber: line.invoiceNumber ?? invoiceNumber,
    })),
    entries: mutation.entries.map((entry) => ({
      account: names.account(entry.accountId),
      amount: text(entry.amount),
      costCenterId: entry.costCenterId,
      relationCode: names.relation(entry.relationId),
      invoiceNumber: entry.invoiceNumber,
    })),
    bookedAt,
    changedAt,
    origin,
  }
}
