import type { Invoice } from '../books/administration.ts'
import { book } from '../books/booking.ts'
import type { Change } from '../books/changes.ts'
import { comparable } from '../books/indexes.ts'
import { outstandingOf } from '../books/outstanding.ts'
import { sum, wireAmount } from '../money/cents.ts'
import { bound, enter, noError, readable, type Service } from '../operations/service.ts'
import type { RequestOf, ResultOf, ValueOf } from '../protocol/values.ts'
import { checkInvoice } from './invoice-rules.ts'

export function addFactuur(service: Service, request: RequestOf<'AddFactuur'>): ResultOf<'AddFactuur'> {
  const { books } = enter(service, request)
  const { invoice, mutation: draft } = checkInvoice(service, books, request.oFact)
  const mutation = draft && book(books, draft)
  const changes: Change[] = [
    {
      kind: 'invoice_saved',
      guid: books.guid,
      invoice: { ...invoice, mutationNumber: mutation?.number ?? null },
    },
  ]
  if (mutation) changes.push({ kind: 'mutation_booked', guid: books.guid, mutation })
  service.store.commit(changes)
  return { ErrorMsg: noError, Factuurnummer: invoice.number }
}

export function getFacturen(service: Service, request: RequestOf<'GetFacturen'>): ResultOf<'GetFacturen'> {
  const { books } = enter(service, request)
  const { Factuurnummer = '', Relatiecode = '', DatumVan = null, DatumTm = null } = request.cFilter ?? {}
  const { books: seen, relationsById } = readable(service, books)
  const codeOf = (invoice: Invoice) => relationsById.get(invoice.relationId)?.fields.Code ?? ''
  const from = bound(DatumVan)
  const through = bound(DatumTm)
  const found = seen.invoices
    .filter(
      ({ number }) => comparable(Factuurnummer) === '' || comparable(number) === comparable(Factuurnummer),
    )
    .filter(
      (invoice) => comparable(Relatiecode) === '' || comparable(codeOf(invoice)) === comparable(Relatiecode),
    )
    .filter(({ date }) => (from === null || date >= from) && (through === null || date <= through))
  const outstanding = outstandingOf(seen)
  // The real service gives the address of a PDF; here it is the page of the invoice.
  const place = [...service.store.world.administrations.keys()].indexOf(books.guid) + 1
  const Facturen = found.map(
    (invoice): ValueOf<'cFactuurList'> => ({
      Factuurnummer: invoice.number,
      Relatiecode: codeOf(invoice),
      Datum: invoice.date,
      Betalingstermijn: invoice.paymentTermDays,
      TotaalExclBTW: wireAmount(invoice.totalExcl),
      TotaalBTW: wireAmount(invoice.totalVat),
      TotaalInclBTW: wireAmount(sum([invoice.totalExcl, invoice.totalVat])),
      TotaalOpenstaand: wireAmount(outstanding(invoice)),
      URLPDFBestand: `${service.url}/${place}/facturen/${encodeURIComponent(invoice.number)}`,
      Regels: invoice.lines,
    }),
  )
  return { ErrorMsg: noError, Facturen }
}
