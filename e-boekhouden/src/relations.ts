import type { PlainDate } from './values.ts'

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
