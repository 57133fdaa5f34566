import type { Schemas } from '../api/client.ts'

export type Unit = NonNullable<Schemas['InvoiceLineContent']['unit']>

/** The units that a line offers, the usual ones first. */
export const units = [
  'hour',
  'piece',
  'day',
  'square_metre',
  'metre',
  'cubic_metre',
  'kilometre',
  'time',
  'instalment',
  'week',
  'month',
  'year',
  'minute',
  'person',
  'litre',
  'gram',
  'kilogram',
  'tonne',
  'kilowatt_hour',
  'set',
  'pair',
  'box',
  'pallet',
  'roll',
] as const satisfies readonly Unit[]

export function isUnit(given: string): given is Unit {
  return units.some((unit) => unit === given)
}

/** What people write for a unit in a spreadsheet, without capitals and full stops. */
const words: Readonly<Record<string, Unit>> = {
  uur: 'hour',
  uren: 'hour',
  u: 'hour',
  hour: 'hour',
  hours: 'hour',
  st: 'piece',
  stk: 'piece',
  stuk: 'piece',
  stuks: 'piece',
  pcs: 'piece',
  piece: 'piece',
  dag: 'day',
  dagen: 'day',
  day: 'day',
  days: 'day',
  m: 'metre',
  m2: 'square_metre',
  'm²': 'square_metre',
  m3: 'cubic_metre',
  'm³': 'cubic_metre',
  km: 'kilometre',
  kg: 'kilogram',
  l: 'litre',
  liter: 'litre',
  set: 'set',
  maand: 'month',
  maanden: 'month',
}

/** The unit that a cell of a spreadsheet says; undefined where it says none that a line can have. */
export function unitNamed(cell: string): Unit | undefined {
  return words[cell.toLowerCase().replace(/\.$/, '')]
}
