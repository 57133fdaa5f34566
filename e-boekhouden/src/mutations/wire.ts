import { access, cError } from '../wire/shared.ts'
import { choice, dateTime, decimal, list, long, optional, record, text } from '../wire/types.ts'

export const enMutatieSoorten = choice(
  'OpeningsSaldo',
  'FactuurOntvangen',
  'FactuurVerstuurd',
  'FactuurbetalingOntvangen',
  'FactuurbetalingVerstuurd',
  'GeldOntvangen',
  'GeldUitgegeven',
  'Memoriaal',
)

const cMutatieRegel = record({
  BedragInvoer: decimal,
  BedragExclBTW: decimal,
  BedragBTW: decimal,
  BedragInclBTW: decimal,
  BTWCode: text,
  BTWPercentage: decimal,
  TegenrekeningCode: text,
  KostenplaatsID: long,
})

export const cMutatie = record({
  MutatieNr: long,
  Soort: enMutatieSoorten,
  Datum: dateTime,
  Rekening: text,
  RelatieCode: text,
  Factuurnummer: text,
  Boekstuk: text,
  Omschrijving: text,
  Betalingstermijn: text,
  Betalingskenmerk: text,
  InExBTW: text,
  MutatieRegels: list('cMutatieRegel', cMutatieRegel),
})

const cMutatieFilter = record({
  MutatieNr: long,
  MutatieNrVan: optional(long),
  MutatieNrTm: optional(long),
  Factuurnummer: text,
  DatumVan: dateTime,
  DatumTm: dateTime,
})

const cMutatieListRegel = record({
  BedragInvoer: decimal,
  BedragExclBTW: decimal,
  BedragBTW: decimal,
  BedragInclBTW: decimal,
  BTWCode: text,
  BTWPercentage: decimal,
  Factuurnummer: text,
  TegenrekeningCode: text,
  KostenplaatsID: long,
})

export const cMutatieList = record({
  MutatieNr: long,
  Soort: enMutatieSoorten,
  Datum: dateTime,
  Rekening: text,
  RelatieCode: text,
  Factuurnummer: text,
  Boekstuk: text,
  Omschrijving: text,
  Betalingstermijn: text,
  InExBTW: text,
  MutatieRegels: list('cMutatieListRegel', cMutatieListRegel),
})

export const mutationOperations = {
  AddMutatie: {
    request: record({ ...access, oMut: cMutatie }),
    result: record({ ErrorMsg: cError, Mutatienummer: long }),
    proof: 'Mutatienummer',
  },
  GetMutaties: {
    request: record({ ...access, cFilter: cMutatieFilter }),
    result: record({ ErrorMsg: cError, Mutaties: list('cMutatieList', cMutatieList) }),
    proof: null,
  },
} as const
