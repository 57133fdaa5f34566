import { access, cError } from './shared.ts'
import { double, list, long, nillableDateTime, record, text } from './types.ts'

export const cGrootboekrekening = record({
  ID: long,
  Code: text,
  Omschrijving: text,
  Categorie: text,
  Groep: text,
})

export const cGrootboekrekeningFilter = record({ ID: long, Code: text, Categorie: text })

export const cSaldo = record({ ID: long, Code: text, Categorie: text, Saldo: double })

export const cSaldoFilter = record({
  GbCode: text,
  KostenPlaatsId: long,
  DatumVan: nillableDateTime,
  DatumTot: nillableDateTime,
})

export const cSaldiFilter = record({
  KostenPlaatsId: long,
  DatumVan: nillableDateTime,
  DatumTot: nillableDateTime,
  Categorie: text,
})

export const ledgerOperations = {
  GetGrootboekrekeningen: {
    request: record({ ...access, cFilter: cGrootboekrekeningFilter }),
    result: record({ ErrorMsg: cError, Rekeningen: list('cGrootboekrekening', cGrootboekrekening) }),
    proof: null,
  },
  AddGrootboekrekening: {
    request: record({ ...access, oGb: cGrootboekrekening }),
    result: record({ ErrorMsg: cError, Gb_ID: long }),
    proof: 'Gb_ID',
  },
  UpdateGrootboekrekening: {
    request: record({ ...access, oGb: cGrootboekrekening }),
    result: cError,
    proof: null,
  },
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
