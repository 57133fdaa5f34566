import { access, cError } from '../wire/shared.ts'
import { choice, dateTime, double, list, record, text } from '../wire/types.ts'

const enOpenpostenSoort = choice('Debiteuren', 'Crediteuren')

const cOpenPost = record({
  MutDatum: dateTime,
  MutFactuur: text,
  RelCode: text,
  RelBedrijf: text,
  Bedrag: double,
  Voldaan: double,
  Openstaand: double,
})

export const openItemOperations = {
  GetOpenPosten: {
    request: record({ ...access, OpSoort: enOpenpostenSoort }),
    result: record({ ErrorMsg: cError, Openposten: list('cOpenPost', cOpenPost) }),
    proof: null,
  },
} as const
