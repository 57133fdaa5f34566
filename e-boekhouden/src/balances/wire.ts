import { access, cError } from '../wire/shared.ts'
import { double, list, long, nillableDateTime, record, text } from '../wire/types.ts'

const cSaldo = record({ ID: long, Code: text, Categorie: text, Saldo: double })

const cSaldoFilter = record({
  GbCode: text,
  KostenPlaatsId: long,
  DatumVan: nillableDateTime,
  DatumTot: nillableDateTime,
})

const cSaldiFilter = record({
  KostenPlaatsId: long,
  DatumVan: nillableDateTime,
  DatumTot: nillableDateTime,
  Categorie: text,
})

export const balanceOperations = {
  GetSaldo: {
    request: record({ ...access, cFilter: cSaldoFilter }),
    result: record({ ErrorMsg: cError, Saldo: double }),
    proof: null,
  },
  GetSaldi: {
    request: record({ ...access, cFilter: cSaldiFilter }),
    result: record({ ErrorMsg: cError, Saldi: list('cSaldo', cSaldo) }),
    proof: null,
  },
} as const
