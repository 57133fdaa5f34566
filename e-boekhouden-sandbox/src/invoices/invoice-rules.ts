import type { Administration, Invoice, MutationLine } from '../books/administration.ts'
import type { MutationDraft } from '../books/booking.ts'
import { comparable } from '../books/indexes.ts'
import { findVatCode } from '../books/vat-codes.ts'
import { indexOf } from '../books/world.ts'
import { findAccount } from '../ledger-accounts/ledger-accounts.ts'
import { amountLimit, type Cents, divideRounded, scaled, sum } from '../money/cents.ts'
import { checkPeriodOpen, findRelation } from '../mutations/mutation-rules.ts'
import { checkLengths, lengths } from '../operations/lengths.ts'
import { refusal, ServerFault } from '../operations/refusal.ts'
import type { Service } from '../operations/service.ts'
import type { ValueOf } from '../protocol/values.ts'
import { linesWithVat, type PricedLine } from './invoice-vat.ts'

const mostLines = 100

/** Everything the service looks at before it makes an invoice, in one fixed order. The mutation is there when the
 * invoice is to be booked. @throws Refusal, ServerFault */
export function checkInvoice(
  service: Service,
  books: Administration,
  oFact: ValueOf<'cFactuur'> | null,
): { invoice: Invoice; mutation: MutationDraft | null } {
  if (!oFact) throw refusal('CFACT004')
  const date = checkHeader(books, oFact)
  const relation = checkRelation(service, books, oFact)
  const number = checkNumber(service, books, oFact.Factuurnummer.trim())
  checkEmail(oFact)
  checkDirectDebit(oFact)
  checkLengths(oFact, lengths.invoice)
  const lines = oFact.Regels.map((line, at) => checkLine(service, books, line, at + 1))
  const summed = linesWithVat(lines)
  const invoice: Invoice = {
    number,
    relationId: relation.id,
    date,
    paymentTermDays: oFact.Betalingstermijn,
    template: oFact.Factuursjabloon.trim(),
    lines: oFact.Regels,
    totalExcl: sum(summed.map(({ excl }) => excl)),
    totalVat: sum(summed.map(({ vat }) => vat)),
    mutationNumber: null,
    madeAt: service.clock.now().toISOString(),
  }
  if (!oFact.InBoekhoudingPlaatsen) return { invoice, mutation: null }
  if (oFact.BoekhoudmutatieOmschrijving.trim() === '') throw refusal('CFACT032')
  checkPeriodOpen(service, books, date)
  return { invoice, mutation: mutationOf(books, invoice, oFact.BoekhoudmutatieOmschrijving, summed) }
}

function checkHeader(books: Administration, oFact: ValueOf<'cFactuur'>): string {
  const { Datum: date, Regels, Betalingstermijn } = oFact
  if (date === null || date < '1980-01-01' || date > '2049-12-31') throw refusal('CFACT004')
  if (Regels.length < 1 || Regels.length > mostLines) throw refusal('CFACT006')
  if (Betalingstermijn <= 0) throw refusal('CFACT014')
  const template = comparable(oFact.Factuursjabloon)
  if (template === '') throw refusal('CFACT027')
  if (!books.templates.some((known) => comparable(known) === template)) throw refusal('CFACT028')
  return date
}

function checkRelation(service: Service, books: Administration, oFact: ValueOf<'cFactuur'>) {
  if (oFact.Relatiecode.trim() === '') throw refusal('CFACT024')
  const relation = findRelation(service, books, oFact.Relatiecode)
  if (!relation) throw refusal('CFACT025')
  return relation
}

/** An empty number is the next one: F00001, F00002, … A number of the books is not available either. */
function checkNumber(service: Service, books: Administration, asked: string): string {
  const { mutationsByInvoiceNumber } = indexOf(service.store.world, books.guid)
  const booked = (number: string) =>
    (mutationsByInvoiceNumber.get(comparable(number)) ?? []).some(({ kind }) => kind === 'FactuurVerstuurd')
  const taken = (number: string) =>
    booked(number) || books.invoices.some((invoice) => comparable(invoice.number) === comparable(number))
  if (asked !== '') {
    if (taken(asked)) throw refusal('CFACT026')
    return asked
  }
  for (let next = books.invoices.length + 1; ; next++) {
    const number = `F${String(next).padStart(5, '0')}`
    if (!taken(number)) return number
  }
}

function checkEmail(oFact: ValueOf<'cFactuur'>): void {
  if (!oFact.PerEmailVerzenden) return
  if (oFact.EmailBericht.trim() === '') throw refusal('CFACT029')
  if (oFact.EmailVanAdres.trim() === '') throw refusal('CFACT030')
  if (oFact.EmailOnderwerp.trim() === '') throw refusal('CFACT031')
}

function checkDirectDebit(oFact: ValueOf<'cFactuur'>): void {
  if (!oFact.AutomatischeIncasso) return
  if (oFact.IncassoRekeningNummer.trim() === '') throw refusal('CFACT033')
  if (oFact.IncassoTnv.trim() === '') throw refusal('CFACT034')
  if (oFact.IncassoPlaats.trim() === '') throw refusal('CFACT035')
  if (oFact.IncassoOmschrijvingRegel1.trim() === '') throw refusal('CFACT036')
}

function checkLine(
  service: Service,
  books: Administration,
  line: ValueOf<'cFactuurRegel'>,
  at: number,
): PricedLine {
  checkLengths(line, lengths.invoiceLine)
  if (line.Code.trim() === '') throw refusal('CFACT037', at)
  if (line.BTWCode.trim() === '') throw refusal('CFACT038', at)
  if (line.Omschrijving.trim() === '') throw refusal('CFACT039', at)
  if (line.TegenrekeningCode.trim() === '') throw refusal('CFACT040', at)
  const vatCode = findVatCode(line.BTWCode)
  if (!vatCode || vatCode.use === 'purchase') throw refusal('CFACT042', at)
  const account = findAccount(service, books, line.TegenrekeningCode)
  if (!account || ['FIN', 'DEB', 'CRED'].includes(account.category)) throw refusal('CMUT012', at)
  const knownCostCenter = books.costCenters.some(({ id }) => id === line.KostenplaatsID)
  if (line.KostenplaatsID !== 0 && !knownCostCenter) throw refusal('CFACT212', at)
  return {
    accountId: account.id,
    costCenterId: line.KostenplaatsID,
    vatCode: line.BTWCode.trim().toUpperCase(),
    excl: price(line),
  }
}

/** Quantity × price per unit, which is without VAT, to the cent. */
function price(line: ValueOf<'cFactuurRegel'>): Cents {
  const exact = scaled(line.Aantal, 6) * scaled(line.PrijsPerEenheid, 6)
  const cents = Number(divideRounded(exact, 10n ** 10n))
  if (Math.abs(cents) >= amountLimit) {
    throw new ServerFault('Arithmetic overflow error converting numeric to data type money.')
  }
  return cents
}

/** On the lowest debtors account, if there are several. */
function mutationOf(
  books: Administration,
  invoice: Invoice,
  description: string,
  lines: MutationLine[],
): MutationDraft {
  const [debtors] = books.ledger
    .filter(({ category, removed }) => category === 'DEB' && !removed)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  if (!debtors) throw refusal('CMUT016')
  return {
    kind: 'FactuurVerstuurd',
    date: invoice.date,
    accountId: debtors.id,
    relationId: invoice.relationId,
    invoiceNumber: invoice.number,
    document: '',
    description,
    paymentTerm: String(invoice.paymentTermDays),
    paymentReference: '',
    inExVat: 'EX',
    lines,
    bookedAt: invoice.madeAt,
    origin: 'invoice',
  }
}
