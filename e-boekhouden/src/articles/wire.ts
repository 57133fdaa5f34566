import { access, cError } from '../wire/shared.ts'
import { boolean, decimal, list, long, optional, record, text } from '../wire/types.ts'

const cArtikel = record({
  ArtikelID: long,
  ArtikelOmschrijving: text,
  ArtikelCode: text,
  GroepOmschrijving: text,
  GroepCode: text,
  Eenheid: text,
  InkoopprijsExclBTW: decimal,
  VerkoopprijsExclBTW: decimal,
  VerkoopprijsInclBTW: decimal,
  BTWCode: text,
  TegenrekeningCode: text,
  BtwPercentage: decimal,
  KostenplaatsID: long,
  Actief: boolean,
})

const cArtikelFilter = record({
  ArtikelID: optional(long),
  ArtikelOmschrijving: text,
  ArtikelCode: text,
  GroepOmschrijving: text,
  GroepCode: text,
})

export const articleOperations = {
  GetArtikelen: {
    request: record({ ...access, cFilter: cArtikelFilter }),
    result: record({ ErrorMsg: cError, Artikelen: list('cArtikel', cArtikel) }),
    proof: null,
  },
} as const
