/** VAT in words; the codes of e-Boekhouden.nl are never shown here. */
export const vat = {
  /** As a line chooses it. The rates of the law are named by their percentage, where it is known. */
  choices: {
    high: 'Hoog',
    low: 'Laag',
    zero: '0%',
    reverse_charge: 'Verlegd',
    reverse_charge_low: 'Verlegd laag',
    eu_goods: 'EU-levering',
    eu_services: 'EU-dienst',
    outside_eu: 'Export',
    exempt: 'Vrijgesteld',
    small_business_scheme: 'KOR',
    other_rate: 'Ander tarief',
  },
  /** As the booking names it; `rate` is a percentage such as 21%. */
  treatments: {
    high: (rate: string) => `${rate} hoog`,
    low: (rate: string) => `${rate} laag`,
    zero: () => '0%',
    reverse_charge: () => 'verlegd',
    reverse_charge_low: () => 'verlegd, laag tarief',
    eu_goods: () => 'levering in de EU',
    eu_services: () => 'dienst in de EU',
    outside_eu: () => 'export buiten de EU',
    exempt: () => 'vrijgesteld',
    small_business_scheme: () => 'kleineondernemersregeling',
    other_rate: (rate: string) => `${rate}, ander tarief`,
  },
  /** What is charged nothing, among the totals. */
  nothingOver: {
    zero: (net: string) => `Btw 0% over ${net}`,
    reverse_charge: (net: string) => `Btw verlegd over ${net}`,
    reverse_charge_low: (net: string) => `Btw verlegd (laag) over ${net}`,
    eu_goods: (net: string) => `EU-levering, btw 0% over ${net}`,
    eu_services: (net: string) => `EU-dienst, btw verlegd over ${net}`,
    outside_eu: (net: string) => `Export, btw 0% over ${net}`,
    exempt: (net: string) => `Vrijgesteld van btw: ${net}`,
    small_business_scheme: (net: string) => `Vrijgesteld (KOR): ${net}`,
  },
  accounts: { high: 'Btw hoog', low: 'Btw laag', other_rate: 'Btw overig' },
}

/** Discounts and surcharges, on a line and on the whole. */
export const allowances = {
  discount: 'Korting',
  charge: 'Toeslag',
  onLine: 'Korting op een regel',
  onWhole: 'Korting op alles',
  line: (number: number) => `regel ${number}`,
  whole: 'alles',
  kindOf: (on: string) => `Korting of toeslag op ${on}`,
  figureOf: (on: string) => `Hoeveel op ${on}`,
  unitOf: (on: string) => `Procent of euro op ${on}`,
  reason: 'Waarom (hoeft niet)',
  reasonOf: (on: string) => `Waarom op ${on}`,
  removeFrom: (on: string) => `Haal de korting of toeslag van ${on} weg`,
}

/** Units of a line, in the order in which they are offered. */
export const units = {
  hour: 'uur',
  piece: 'stuk',
  day: 'dag',
  square_metre: 'm²',
  metre: 'meter',
  cubic_metre: 'm³',
  kilometre: 'km',
  time: 'keer',
  instalment: 'termijn',
  week: 'week',
  month: 'maand',
  year: 'jaar',
  minute: 'minuut',
  person: 'persoon',
  litre: 'liter',
  gram: 'gram',
  kilogram: 'kg',
  tonne: 'ton',
  kilowatt_hour: 'kWh',
  set: 'set',
  pair: 'paar',
  box: 'doos',
  pallet: 'pallet',
  roll: 'rol',
}
