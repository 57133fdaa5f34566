import { openItems } from '../books/balances.ts'
import { wireAmount } from '../money/cents.ts'
import { enter, noError, readable, type Service } from '../operations/service.ts'
import type { RequestOf, ResultOf } from '../protocol/values.ts'

export function getOpenPosten(
  service: Service,
  request: RequestOf<'GetOpenPosten'>,
): ResultOf<'GetOpenPosten'> {
  const { books } = enter(service, request)
  const { books: seen, relationsById } = readable(service, books)
  // .NET makes the first value of an enumeration of one that is absent.
  const open = openItems(seen, request.OpSoort ?? 'Debiteuren')
  const Openposten = open.map((item) => {
    const relation = relationsById.get(item.relationId ?? 0)
    return {
      MutDatum: item.date,
      MutFactuur: item.invoiceNumber,
      RelCode: relation?.fields.Code ?? '',
      RelBedrijf: relation?.fields.Bedrijf ?? '',
      Bedrag: wireAmount(item.amount),
      Voldaan: wireAmount(item.paid),
      Openstaand: wireAmount(item.outstanding),
    }
  })
  return { ErrorMsg: noError, Openposten }
}
