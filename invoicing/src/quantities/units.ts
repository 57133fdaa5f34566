/**
 * Units of measure, with their codes in the list of the United Nations (UN/ECE recommendation 20), which
 * e-invoices speak. What has no unit of its own there («termijn», «keer») is counted in ones.
 */
const codes = {
  piece: 'H87',
  hour: 'HUR',
  minute: 'MIN',
  day: 'DAY',
  week: 'WEE',
  month: 'MON',
  year: 'ANN',
  person: 'IE',
  instalment: 'C62',
  time: 'C62',
  metre: 'MTR',
  kilometre: 'KMT',
  square_metre: 'MTK',
  cubic_metre: 'MTQ',
  litre: 'LTR',
  gram: 'GRM',
  kilogram: 'KGM',
  tonne: 'TNE',
  kilowatt_hour: 'KWH',
  set: 'SET',
  pair: 'PR',
  box: 'XBX',
  pallet: 'XPX',
  roll: 'XRO',
} as const satisfies Record<string, string>

export type Unit = keyof typeof codes

/** The units a line can have, in the order in which they are offered. */
export const units = Object.keys(codes) as readonly Unit[]

/** The code for what has no unit. */
const UNIT_ONE = 'C62'

/** The code of a unit in the list of the United Nations; «one» where there is none. */
export function unitCode(unit: Unit | null): string {
  return unit === null ? UNIT_ONE : codes[unit]
}
