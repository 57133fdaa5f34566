import type { FieldChecks } from '../checks/check-fields.ts'
import type { PlainDate } from '../values/values.ts'
import type { Read, Wire } from '../wire/types.ts'
import type { cRelatie } from './wire.ts'

/** A relation (relatie) with all that the service keeps of it. What it left out is empty, 0 or false. */
export type Relation = {
  /** The service's own number for it. */
  id: number
  /** The day it was added. */
  addedOn: PlainDate
  /** Unique within the administration, at most 15 characters. */
  code: string
  kind: 'company' | 'person'
  /** Name of the company, or of the person. At most 100 characters. */
  name: string
  /** At most 150 characters when adding, 50 when updating. */
  contactPerson: string
  gender: 'm' | 'v' | ''
  /** At most 150 characters. */
  address: string
  /** Postal code, city, country and telephone numbers: at most 50 characters each. */
  postalCode: string
  city: string
  country: string
  address2: string
  postalCode2: string
  city2: string
  country2: string
  phone: string
  mobile: string
  fax: string
  /** At most 150 characters. */
  email: string
  /** At most 50 characters. */
  website: string
  note: string
  /** Old account number, no longer of use; see `iban`. */
  bankAccount: string
  /** Old giro number, no longer of use; see `iban`. */
  giroAccount: string
  vatNumber: string
  kvkNumber: string
  salutation: string
  iban: string
  bic: string
  /** The ten free fields, in order, at most 100 characters each. */
  freeFields: readonly string[]
  member: boolean
  /** The `id` of the ledger account that goes with it; 0 for none. */
  ledgerAccountId: number
  noEmail: boolean
  /** Kept for the service's own use; pass it back unchanged. */
  newsletterGroupCount: number
}

/** What is needed to add a relation. What is left out is stored empty. */
export type NewRelation = Pick<Relation, 'code' | 'name' | 'kind'> & {
  [Field in Exclude<keyof Relation, 'code' | 'name' | 'kind' | 'id'>]?: Relation[Field] | undefined
}

/** All given conditions hold at once. Without any, all relations are returned. */
export type RelationFilter = {
  id?: number | undefined
  code?: string | undefined
  /** Searched for in code, name, city, contact person and e-mail address. */
  keyword?: string | undefined
}

/**
 * A relation in the service's own names. Lengths: manual 5.5, AddRelatie and UpdateRelatie.
 *
 * @param fixed `today` stands for a day of adding that is not given
 */
export function relationToWire(
  check: FieldChecks,
  relation: NewRelation,
  fixed: { id: number; today: PlainDate; longestContactPerson: number },
): Wire<typeof cRelatie> {
  const text = (field: keyof NewRelation, max?: number) =>
    check.text(field, relation[field], max === undefined ? {} : { max })
  const freeFields = check.entries('freeFields', relation.freeFields ?? [], { min: 0, max: 10 })
  const free = (index: number) => check.text(`freeFields.${index}`, freeFields[index], { max: 100 })
  return {
    ID: fixed.id,
    // Whatever day the service gave is handed back to it.
    AddDatum: check.date('addedOn', relation.addedOn || fixed.today, { anyYear: true }),
    Code: check.text('code', relation.code, { max: 15, required: true }),
    Bedrijf: check.text('name', relation.name, { max: 100, required: true }),
    Contactpersoon: text('contactPerson', fixed.longestContactPerson),
    Geslacht: check.choice('gender', relation.gender || 'none', { m: 'm', v: 'v', none: '' }),
    Adres: text('address', 150),
    Postcode: text('postalCode', 50),
    Plaats: text('city', 50),
    Land: text('country', 50),
    Adres2: text('address2', 150),
    Postcode2: text('postalCode2', 50),
    Plaats2: text('city2', 50),
    Land2: text('country2', 50),
    Telefoon: text('phone', 50),
    GSM: text('mobile', 50),
    FAX: text('fax', 50),
    Email: text('email', 150),
    Site: text('website', 50),
    Notitie: text('note'),
    Bankrekening: text('bankAccount', 50),
    Girorekening: text('giroAccount', 50),
    BTWNummer: text('vatNumber', 50),
    KvkNummer: text('kvkNumber', 50),
    Aanhef: text('salutation', 50),
    IBAN: text('iban', 50),
    BIC: text('bic', 50),
    BP: check.choice('kind', relation.kind, { company: 'B', person: 'P' }),
    Def1: free(0),
    Def2: free(1),
    Def3: free(2),
    Def4: free(3),
    Def5: free(4),
    Def6: free(5),
    Def7: free(6),
    Def8: free(7),
    Def9: free(8),
    Def10: free(9),
    LA: check.flag('member', relation.member ?? false) ? '1' : '0',
    Gb_ID: check.wholeNumber('ledgerAccountId', relation.ledgerAccountId),
    GeenEmail: check.flag('noEmail', relation.noEmail ?? false) ? 1 : 0,
    NieuwsbriefgroepenCount: check.wholeNumber('newsletterGroupCount', relation.newsletterGroupCount),
  }
}

/** A relation as the service lists it, in our names. */
export function relationFromWire(relation: Read<typeof cRelatie>): Relation {
  const gender = relation.Geslacht.trim().toLowerCase()
  return {
    id: relation.ID,
    addedOn: relation.AddDatum,
    code: relation.Code,
    kind: relation.BP.trim().toUpperCase() === 'P' ? 'person' : 'company',
    name: relation.Bedrijf,
    contactPerson: relation.Contactpersoon,
    gender: gender === 'm' || gender === 'v' ? gender : '',
    address: relation.Adres,
    postalCode: relation.Postcode,
    city: relation.Plaats,
    country: relation.Land,
    address2: relation.Adres2,
    postalCode2: relation.Postcode2,
    city2: relation.Plaats2,
    country2: relation.Land2,
    phone: relation.Telefoon,
    mobile: relation.GSM,
    fax: relation.FAX,
    email: relation.Email,
    website: relation.Site,
    note: relation.Notitie,
    bankAccount: relation.Bankrekening,
    giroAccount: relation.Girorekening,
    vatNumber: relation.BTWNummer,
    kvkNumber: relation.KvkNummer,
    salutation: relation.Aanhef,
    iban: relation.IBAN,
    bic: relation.BIC,
    freeFields: [
      relation.Def1,
      relation.Def2,
      relation.Def3,
      relation.Def4,
      relation.Def5,
      relation.Def6,
      relation.Def7,
      relation.Def8,
      relation.Def9,
      relation.Def10,
    ],
    member: relation.LA.trim() === '1',
    ledgerAccountId: relation.Gb_ID,
    noEmail: relation.GeenEmail !== 0,
    newsletterGroupCount: relation.NieuwsbriefgroepenCount,
  }
}
