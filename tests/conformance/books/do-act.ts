import { type Client, isEBoekhoudenError, type NewMutation, type NewMutationLine } from '@stella/e-boekhouden'
import { expect } from 'vitest'
import type { Act, ActLine } from './acts.ts'
import { keepMutation, resultAccounts } from './keep-mutation.ts'
import { amountOf, centsOf, type KeptBooks, percentOf, pick, rates, sumOf } from './kept-books.ts'
import { writeInvoice } from './write-invoice.ts'

type Of<K extends Act['kind']> = Extract<Act, { kind: K }>
type Done = (client: Client, books: KeptBooks, act: never) => Promise<void>

/** Does one act through the client, and keeps it in the books beside it. An act that finds nothing to be done with,
 * such as a payment without an invoice, is passed over. */
export async function doAct(client: Client, books: KeptBooks, act: Act): Promise<void> {
  await done[act.kind](client, books, act as never)
}

const done: { [K in Act['kind']]: Done } = {
  'add relation': addRelation,
  'rename relation': renameRelation,
  'add account': addAccount,
  invoice,
  pay,
  money,
  journal,
  'write invoice': writeInvoice,
  'invoice again': invoiceAgain,
  'pay nothing': payNothing,
}

async function addRelation(client: Client, books: KeptBooks, act: Of<'add relation'>): Promise<void> {
  const kind = act.person ? 'person' : 'company'
  const relation = { code: `R${books.relations.length + 1}`, name: act.name, kind } as const
  const { id } = await client.addRelation(relation)
  books.relations.push({ ...relation })
  expect(id).toBeGreaterThan(books.relationIds.at(-1) ?? 1)
  books.relationIds.push(id)
}

async function renameRelation(client: Client, books: KeptBooks, act: Of<'rename relation'>): Promise<void> {
  const relation = pick(books.relations, act.relation)
  if (!relation) return
  const [read] = await client.getRelations({ code: relation.code })
  if (!read) throw new Error(`no relation ${relation.code}`)
  await client.updateRelation({ ...read, name: act.name })
  relation.name = act.name
}

async function addAccount(client: Client, books: KeptBooks, act: Of<'add account'>): Promise<void> {
  const { category, description } = act
  const account = { code: String(9000 + books.accounts.length), category, description }
  await client.addLedgerAccount(account)
  books.accounts.push(account)
}

async function invoice(client: Client, books: KeptBooks, act: Of<'invoice'>): Promise<void> {
  const relation = pick(books.relations, act.relation)
  if (!relation) return
  const sale = act.side === 'sale'
  const number = `${sale ? 'V' : 'I'}-${books.mutations.length + 1}`
  const lines = act.lines.map((line) => lineOf(books, act.side, act.inclVat, line))
  await book(client, books, {
    ...{ kind: sale ? 'invoiceSent' : 'invoiceReceived', account: sale ? '1300' : '1600', date: act.date },
    ...{ relationCode: relation.code, invoiceNumber: number, description: relation.name },
    ...{ paymentTermDays: '14', amountsIncludeVat: act.inclVat, lines },
  })
  const cents = sumOf(lines.map(({ amountIncl }) => centsOf(amountIncl)))
  books.invoices.push({ side: act.side, number, relation, date: act.date, cents })
}

async function pay(client: Client, books: KeptBooks, act: Of<'pay'>): Promise<void> {
  const paid = pick(
    books.invoices.filter(({ side }) => side === act.side),
    act.invoice,
  )
  if (!paid) return
  const sale = act.side === 'sale'
  await book(client, books, {
    kind: sale ? 'invoicePaymentReceived' : 'invoicePaymentSent',
    ...{ account: '1010', date: act.date, relationCode: paid.relation.code, invoiceNumber: paid.number },
    ...{ description: 'Betaling', amountsIncludeVat: false },
    lines: [plainLine(percentOf(paid.cents, act.percent), sale ? '1300' : '1600', 0)],
  })
}

async function money(client: Client, books: KeptBooks, act: Of<'money'>): Promise<void> {
  await book(client, books, {
    ...{ kind: act.side === 'sale' ? 'moneyReceived' : 'moneySent', account: '1000', date: act.date },
    ...{ description: 'Kas', amountsIncludeVat: act.inclVat },
    lines: act.lines.map((line) => lineOf(books, act.side, act.inclVat, line)),
  })
}

async function journal(client: Client, books: KeptBooks, act: Of<'journal'>): Promise<void> {
  const to = pick(books.accounts, act.to)
  const from = pick(books.accounts, act.from)
  if (!to || !from) return
  await book(client, books, {
    ...{ kind: 'journal', account: to.code, date: act.date, description: 'Memoriaal' },
    ...{ amountsIncludeVat: false, lines: [plainLine(act.amount, from.code, act.costCenterId)] },
  })
}

/** The same number again is refused, and nothing comes of it. */
async function invoiceAgain(client: Client, books: KeptBooks, act: Of<'invoice again'>): Promise<void> {
  const known = pick(
    books.invoices.filter(({ side }) => side === act.side),
    act.invoice,
  )
  if (!known) return
  const sale = act.side === 'sale'
  const again = client.addMutation({
    ...{ kind: sale ? 'invoiceSent' : 'invoiceReceived', account: sale ? '1300' : '1600', date: known.date },
    ...{ relationCode: known.relation.code, invoiceNumber: known.number.toLowerCase(), description: 'o' },
    ...{ paymentTermDays: '14', amountsIncludeVat: false, lines: [plainLine(100, '8000', 0)] },
  })
  expect(await codeOf(again)).toBe(sale ? 'CMUT019' : 'CMUT018')
}

async function payNothing(client: Client, books: KeptBooks, act: Of<'pay nothing'>): Promise<void> {
  const relation = pick(books.relations, act.relation)
  const payment = client.addMutation({
    ...{ kind: 'invoicePaymentReceived', account: '1010', date: '2026-01-01', description: 'o' },
    ...{ relationCode: relation?.code ?? 'R1', invoiceNumber: 'X-1', amountsIncludeVat: false },
    lines: [plainLine(100, '1300', 0)],
  })
  expect(await codeOf(payment)).toBe(relation ? 'CMUT026' : 'CMUT025')
}

/** Books a mutation and keeps what must come of it: the mutation as it is listed, and its double entry. */
async function book(client: Client, books: KeptBooks, mutation: NewMutation): Promise<void> {
  const { mutationNumber } = await client.addMutation(mutation)
  expect(mutationNumber).toBe(books.mutations.length + 1)
  keepMutation(books, mutation)
}

function lineOf(
  books: KeptBooks,
  side: 'sale' | 'purchase',
  inclVat: boolean,
  line: ActLine,
): NewMutationLine {
  const rate = pick(rates[side], line.rate) ?? { code: 'GEEN', percentage: 0 }
  const vat = percentOf(line.excl, rate.percentage)
  const off = rate.percentage === 0 || !isWithinOneCent(line, vat, rate.percentage) ? 0 : line.deviation
  const incl = line.excl + vat + off
  return {
    amountEntered: amountOf(inclVat ? incl : line.excl),
    amountExcl: amountOf(line.excl),
    amountVat: amountOf(vat + off),
    amountIncl: amountOf(incl),
    vatCode: rate.code,
    vatPercentage: String(rate.percentage),
    ledgerAccount: pick(resultAccounts(books), line.account)?.code ?? '8000',
    costCenterId: line.costCenterId,
  }
}

/** The service takes a difference of one cent with the exact VAT, rounded or not. */
function isWithinOneCent({ excl, deviation }: ActLine, vat: number, percentage: number): boolean {
  const difference = BigInt(excl) * BigInt(percentage) - BigInt(vat + deviation) * 100n
  return difference <= 100n && difference >= -100n
}

function plainLine(cents: number, ledgerAccount: string, costCenterId: number): NewMutationLine {
  const amount = amountOf(cents)
  return {
    ...{ amountEntered: amount, amountExcl: amount, amountVat: '0.00', amountIncl: amount },
    ...{ vatCode: 'GEEN', vatPercentage: '0', ledgerAccount, costCenterId },
  }
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  return isEBoekhoudenError(error) && 'code' in error ? error.code : String(error)
}
