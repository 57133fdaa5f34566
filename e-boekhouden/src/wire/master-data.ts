import { access, cError } from './shared.ts'
import { boolean, decimal, list, long, optional, record, text } from './types.ts'

export const cKostenplaats = record({ KostenplaatsId: long, Omschrijving: text, KostenplaatsParentId: long })

export const cKostenplaatsFilter = record({
  KostenplaatsID: optional(long),
  KostenplaatsParentID: optional(long),
  Omschrijving: text,
})

export const cArtikel = record({
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

export const cArtikelFilter = record({
  ArtikelID: optional(long),
  ArtikelOmschrijving: text,
  ArtikelCode: text,
  GroepOmschrijving: text,
  GroepCode: text,
})

export const masterDataOperations = {
  GetKostenplaatsen: {
    request: record({ ...access, cFilter: cKostenplaatsFilter }),
    result: record({ ErrorMsg: cError, Kostenplaatsen: list('cKostenplaats', cKostenplaats) }),
    proof: null,
  },
  GetArtikelen: {
    request: record({ ...access, cFilter: cArtikelFilter }),
    result: record({ ErrorMsg: cError, Artikelen: list('cArtikel', cArtikel) }),
    proof: null,
  },
} as const
