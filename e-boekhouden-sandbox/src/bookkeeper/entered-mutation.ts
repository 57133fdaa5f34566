import type { Administration, Mutation } from '../books/administration.ts'
import { findVatCode } from '../books/vat-codes.ts'
import { indexOf } from '../books/world.ts'
import type { NewMutation, NewMutationLine } from '../handle/bookkeeper.ts'
import { centsText, divideRounded, scaled, toCents } from '../money/cents.ts'
import type { Service } from '../operations/service.ts'
import type { ValueOf } from '../protocol/values.ts'

/** What a person entered, as a link would have sent it. @param today 'YYYY-MM-DD' */
export function asSent(entered: NewMutation, today: string): ValueOf<'cMutatie'> {
  const { kind, inExVat = 'EX' } = entered
  const isInvoice = kind === 'FactuurVerstuurd' || kind === 'FactuurOntvangen'
  return {
    MutatieNr: 0,
    Soort: kind,
    Datum: entered.date ?? today,
    Rekening: entered.account,
    RelatieCode: entered.relationCode ?? '',
    Factuurnummer: entered.invoiceNumber ?? '',
    Boekstuk: entered.document ?? '',
    Omschrijving: entered.description ?? 'Met de hand geboekt',
    Betalingstermijn: entered.paymentTerm ?? (isInvoice ? '14' : ''),
    Betalingskenmerk: entered.paymentReference ?? '',
    InExBTW: inExVat,
    MutatieRegels: entered.lines.map((line) => lineAsSent(line, inExVat)),
  }
}

function lineAsSent(line: NewMutationLine, inExVat: 'IN' | 'EX'): ValueOf<'cMutatieRegel'> {
  const { amountExcl, vatCode = 'GEEN', ledgerAccount, costCenterId = 0 } = line
  const { vatPercentage = findVatCode(vatCode)?.percentages?.at(-1) ?? '0' } = line
  const { amountVat = centsText(vatOver(amountExcl, vatPercentage)) } = line
  const amountIncl = centsText(toCents(amountExcl) + toCents(amountVat))
  return {
    BedragInvoer: inExVat === 'IN' ? amountIncl : amountExcl,
    BedragExclBTW: amountExcl,
    BedragBTW: amountVat,
    BedragInclBTW: amountIncl,
    BTWCode: vatCode,
    BTWPercentage: vatPercentage,
    TegenrekeningCode: ledgerAccount,
    KostenplaatsID: costCenterId,
  }
}

function vatOver(amountExcl: string, percentage: string): number {
  return Number(divideRounded(scaled(amountExcl, 2) * scaled(percentage, 4), 1_000_000n))
}

/** A mutation of the books as if a person had entered it so. */
export function asEntered(service: Service, books: Administration, mutation: Mutation): NewMutation {
  const code = (accountId: number) => books.ledger.find(({ id }) => id === accountId)?.code ?? ''
  const { relationsById } = indexOf(service.store.world, books.guid)
  return {
    // The kind that cannot be booked is in no books.
    kind: mutation.kind as NewMutation['kind'],
    date: mutation.date,
    account: code(mutation.accountId),
    relationCode: relationsById.get(mutation.relationId ?? 0)?.fields.Code ?? '',
    invoiceNumber: mutation.invoiceNumber,
    document: mutation.document,
    description: mutation.description,
    paymentTerm: mutation.paymentTerm,
    paymentReference: mutation.paymentReference,
    inExVat: mutation.inExVat === 'IN' ? 'IN' : 'EX',
    lines: mutation.lines.map((line) => ({
      amountExcl: centsText(line.excl),
      amountVat: centsText(line.vat),
      vatCode: line.vatCode,
      vatPercentage: line.vatPercentage,
      ledgerAccount: code(line.accountId),
      costCenterId: line.costCenterId,
      ...(line.invoiceNumber === undefined ? {} : { invoiceNumber: line.invoiceNumber }),
    })),
  }
}
