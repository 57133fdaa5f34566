import { access, cError } from '../wire/shared.ts'
import { dateTime, list, long, record, text } from '../wire/types.ts'

export const cRelatie = record({
  ID: long,
  AddDatum: dateTime,
  Code: text,
  Bedrijf: text,
  Contactpersoon: text,
  Geslacht: text,
  Adres: text,
  Postcode: text,
  Plaats: text,
  Land: text,
  Adres2: text,
  Postcode2: text,
  Plaats2: text,
  Land2: text,
  Telefoon: text,
  GSM: text,
  FAX: text,
  Email: text,
  Site: text,
  Notitie: text,
  Bankrekening: text,
  Girorekening: text,
  BTWNummer: text,
  KvkNummer: text,
  Aanhef: text,
  IBAN: text,
  BIC: text,
  BP: text,
  Def1: text,
  Def2: text,
  Def3: text,
  Def4: text,
  Def5: text,
  Def6: text,
  Def7: text,
  Def8: text,
  Def9: text,
  Def10: text,
  LA: text,
  Gb_ID: long,
  GeenEmail: long,
  NieuwsbriefgroepenCount: long,
})

const cRelatieFilter = record({ Trefwoord: text, Code: text, ID: long })

export const relationOperations = {
  AddRelatie: {
    request: record({ ...access, oRel: cRelatie }),
    result: record({ ErrorMsg: cError, Rel_ID: long }),
    proof: 'Rel_ID',
  },
  UpdateRelatie: { request: record({ ...access, oRel: cRelatie }), result: cError, proof: null },
  GetRelaties: {
    request: record({ ...access, cFilter: cRelatieFilter }),
    result: record({ ErrorMsg: cError, Relaties: list('cRelatie', cRelatie) }),
    proof: null,
  },
} as const
