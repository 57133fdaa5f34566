import { access, cError } from '../wire/shared.ts'
import { boolean, dateTime, double, list, long, record, text } from '../wire/types.ts'

export const cFactuurRegel = record({
  Aantal: double,
  Eenheid: text,
  Code: text,
  Omschrijving: text,
  PrijsPerEenheid: double,
  BTWCode: text,
  TegenrekeningCode: text,
  KostenplaatsID: long,
})

export const cFactuur = record({
  Factuurnummer: text,
  Relatiecode: text,
  Datum: dateTime,
  Betalingstermijn: long,
  Factuursjabloon: text,
  PerEmailVerzenden: boolean,
  EmailOnderwerp: text,
  EmailBericht: text,
  EmailVanAdres: text,
  EmailVanNaam: text,
  AutomatischeIncasso: boolean,
  IncassoIBAN: text,
  IncassoMachtigingSoort: text,
  IncassoMachtigingID: text,
  IncassoMachtigingDatumOndertekening: dateTime,
  IncassoMachtigingFirst: boolean,
  IncassoRekeningNummer: text,
  IncassoTnv: text,
  IncassoPlaats: text,
  IncassoOmschrijvingRegel1: text,
  IncassoOmschrijvingRegel2: text,
  IncassoOmschrijvingRegel3: text,
  InBoekhoudingPlaatsen: boolean,
  BoekhoudmutatieOmschrijving: text,
  Regels: list('cFactuurRegel', cFactuurRegel),
})

const cFactuurFilter = record({
  Factuurnummer: text,
  Relatiecode: text,
  DatumVan: dateTime,
  DatumTm: dateTime,
})

export const cFactuurList = record({
  Factuurnummer: text,
  Relatiecode: text,
  Datum: dateTime,
  Betalingstermijn: long,
  TotaalExclBTW: double,
  TotaalBTW: double,
  TotaalInclBTW: double,
  TotaalOpenstaand: double,
  URLPDFBestand: text,
  Regels: list('cFactuurRegel', cFactuurRegel),
})

export const invoiceOperations = {
  AddFactuur: {
    request: record({ ...access, oFact: cFactuur }),
    result: record({ ErrorMsg: cError, Factuurnummer: text }),
    proof: 'Factuurnummer',
  },
  GetFacturen: {
    request: record({ ...access, cFilter: cFactuurFilter }),
    result: record({ ErrorMsg: cError, Facturen: list('cFactuurList', cFactuurList) }),
    proof: null,
  },
} as const
