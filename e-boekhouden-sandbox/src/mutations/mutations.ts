import type { Administration, Mutation } from '../books/administration.ts'
import { book } from '../books/booking.ts'
import { comparable, namesInvoice } from '../books/indexes.ts'
import { wireAmount } from '../money/cents.ts'
import { refusal } from '../operations/refusal.ts'
import { bound, enter, noError, type Readable, readable, type Service } from '../operations/service.ts'
import type { RequestOf, ResultOf, ValueOf } from '../protocol/values.ts'
import { monthOf } from '../time/clock.ts'
import { checkMutation } from './mutation-rules.ts'

export function addMutatie(service: Service, request: RequestOf<'AddMutatie'>): ResultOf<'AddMutatie'> {
  const { books } = enter(service, request)
  const draft = checkMutation(service, books, request.oMut)
  // Its own MutatieNr is passed over: the service numbers by itself.
  const mutation = book(books, draft)
  service.store.commit([{ kind: 'mutation_booked', guid: books.guid, mutation }])
  return { ErrorMsg: noError, Mutatienummer: mutation.number }
}

/** The last mutations that pass the filter, oldest first. Every call counts, also one that finds nothing. */
export function getMutaties(service: Service, request: RequestOf<'GetMutaties'>): ResultOf<'GetMutaties'> {
  const { books } = enter(service, request)
  countCall(service, books)
  const filter = mutationFilter(request.cFilter)
  const { mutationsPerAnswer } = service.store.world.settings
  const readableNow = readable(service, books)
  const found = readableNow.books.mutations.filter(filter).slice(-mutationsPerAnswer)
  return { ErrorMsg: noError, Mutaties: found.map((mutation) => onTheWire(readableNow, mutation)) }
}

/** The limit holds per administration and calendar month in Amsterdam. @throws Refusal E003.1 */
function countCall(service: Service, books: Administration): void {
  const month = monthOf(service.clock)
  const calls = (books.mutationCalls[month] ?? 0) + 1
  if (calls > service.store.world.settings.mutationCallsPerMonth) throw refusal('E003.1')
  service.store.note([{ kind: 'mutation_calls_counted', guid: books.guid, month, calls }])
}

/** Zero, empty and absent set no bound; both ends of a range belong to it. */
function mutationFilter(cFilter: ValueOf<'cMutatieFilter'> | null): (mutation: Mutation) => boolean {
  if (!cFilter) return () => true
  const { MutatieNr, MutatieNrVan, MutatieNrTm } = cFilter
  const invoiceNumber = comparable(cFilter.Factuurnummer)
  const from = bound(cFilter.DatumVan)
  const through = bound(cFilter.DatumTm)
  return (mutation) =>
    (MutatieNr === 0 || mutation.number === MutatieNr) &&
    (MutatieNrVan === 0 || mutation.number >= MutatieNrVan) &&
    (MutatieNrTm === 0 || mutation.number <= MutatieNrTm) &&
    (invoiceNumber === '' || namesInvoice(mutation, invoiceNumber)) &&
    (from === null || mutation.date >= from) &&
    (through === null || mutation.date <= through)
}

function onTheWire({ books, relationsById }: Readable, mutation: Mutation): ValueOf<'cMutatieList'> {
  const code = (accountId: number) => books.ledger.find(({ id }) => id === accountId)?.code ?? ''
  return {
    MutatieNr: mutation.number,
    Soort: mutation.kind,
    Datum: mutation.date,
    Rekening: code(mutation.accountId),
    RelatieCode: relationsById.get(mutation.relationId ?? 0)?.fields.Code ?? '',
    Factuurnummer: mutation.invoiceNumber,
    Boekstuk: mutation.document,
    Omschrijving: mutation.description,
    Betalingstermijn: mutation.paymentTerm,
    InExBTW: mutation.inExVat,
    MutatieRegels: mutation.lines.map((line) => ({
      BedragInvoer: wireAmount(line.entered),
      BedragExclBTW: wireAmount(line.excl),
      BedragBTW: wireAmount(line.vat),
      BedragInclBTW: wireAmount(line.incl),
      BTWCode: line.vatCode,
      BTWPercentage: line.vatPercentage,
      Factuurnummer: line.invoiceNumber ?? mutation.invoiceNumber,
      TegenrekeningCode: code(line.accountId),
      KostenplaatsID: line.costCenterId,
    })),
  }
}
