import type { Administration, LedgerAccount, Mutation, MutationLine, Relation } from './administration.ts'
import { bookAs } from './booking.ts'
import { emptyRelation } from './empty-relation.ts'

/** How much is in books that were kept for years, and how many of their relations share what should tell them apart. */
export const usedBooks = { relations: 8_000, mutations: 30_000, sharedName: 40, sharedVatNumber: 12 } as const

/** The name of a family, and the VAT number of a group of companies. */
const shared = { name: 'Fam. Jansen', vatNumber: 'NL123456782B90' } as const

/** Mutations a day, so that the last is of the day before the first of `before`. */
const MUTATIONS_A_DAY = 20
const DAY_MS = 24 * 60 * 60 * 1_000

/**
 * The same books after years of use by hand: every third mutation is a sale, every third its payment, the rest are costs.
 * Always the same for the same day, and made without a call.
 *
 * @param before 'YYYY-MM-DD': all is of earlier days
 */
export function afterYears(books: Administration, before: string): Administration {
  const relations = Array.from({ length: usedBooks.relations }, (_, at) => relationOf(at + 1, before))
  const filled = { ...books, relations }
  const last = Date.parse(`${before}T00:00:00Z`) - DAY_MS
  const days = Math.ceil(usedBooks.mutations / MUTATIONS_A_DAY)
  const mutations = Array.from({ length: usedBooks.mutations }, (_, at): Mutation => {
    const day = Math.floor(at / MUTATIONS_A_DAY)
    const date = new Date(last - (days - 1 - day) * DAY_MS).toISOString().slice(0, 10)
    return bookAs(filled, at + 1, draftOf(filled, at, date))
  })
  return { ...filled, mutations, lastMutationNumber: mutations.length }
}

function relationOf(id: number, addedOn: string): Relation {
  const isFamily = id <= usedBooks.sharedName
  const isOfGroup = id > usedBooks.sharedName && id <= usedBooks.sharedName + usedBooks.sharedVatNumber
  const fields = {
    ...emptyRelation,
    BP: isFamily ? 'P' : 'B',
    Code: `R${String(id).padStart(5, '0')}`,
    Bedrijf: isFamily ? shared.name : `Bedrijf ${id} B.V.`,
    Adres: `Dorpsstraat ${id}`,
    Postcode: `${1000 + (id % 9000)} AB`,
    Plaats: 'Steenwijk',
    Email: isFamily ? '' : `info@bedrijf-${id}.example`,
    BTWNummer: isOfGroup ? shared.vatNumber : '',
    KvkNummer: isFamily || isOfGroup ? '' : String(10_000_000 + id),
  }
  return { id, addedAt: `${addedOn}T09:00:00.000Z`, fields }
}

function draftOf(books: Administration, at: number, date: string): Omit<Mutation, 'number' | 'entries'> {
  const account = (code: string) => accountId(books.ledger, code)
  // A sale, its payment, and a cost: the first two are of one relation and one number.
  const round = Math.floor(at / 3)
  const relationId = (round % usedBooks.relations) + 1
  const invoiceNumber = `F${String(round + 1).padStart(5, '0')}`
  const excl = 10_000 + (round % 500) * 100
  const common = {
    ...{ date, document: '', paymentTerm: '', paymentReference: '', inExVat: 'EX' },
    ...{ bookedAt: `${date}T09:00:00.000Z`, origin: 'hand' as const },
  }
  if (at % 3 === 2) {
    const lines = [lineOf(excl, 'HOOG_INK_21', account('4000'))]
    const purchase = {
      kind: 'GeldUitgegeven',
      accountId: account('1010'),
      relationId: null,
      invoiceNumber: '',
    } as const
    return { ...common, ...purchase, description: 'Kosten', lines }
  }
  const invoice = { relationId, invoiceNumber, description: `Factuur ${invoiceNumber}` }
  if (at % 3 === 0) {
    const lines = [lineOf(excl, 'HOOG_VERK_21', account('8000'))]
    const sale = { kind: 'FactuurVerstuurd', accountId: account('1300'), paymentTerm: '14' } as const
    return { ...common, ...invoice, ...sale, lines }
  }
  const paid = excl + vatOver(excl)
  const line = {
    ...lineOf(paid, 'GEEN', account('1300')),
    entered: paid,
    vat: 0,
    incl: paid,
    vatPercentage: '0',
  }
  const payment = { kind: 'FactuurbetalingOntvangen', accountId: account('1010') } as const
  return { ...common, ...invoice, ...payment, lines: [line] }
}

function lineOf(excl: number, vatCode: string, accountIdOfLine: number): MutationLine {
  const vat = vatOver(excl)
  return {
    ...{ entered: excl, excl, vat, incl: excl + vat },
    ...{ vatCode, vatPercentage: '21', accountId: accountIdOfLine, costCenterId: 0 },
  }
}

/** Whole, as the amounts are hundreds of cents. */
function vatOver(excl: number): number {
  return (excl * 21) / 100
}

function accountId(ledger: readonly LedgerAccount[], code: string): number {
  return ledger.find((account) => account.code === code)?.id ?? 0
}
