import type { LedgerCategory } from './administration.ts'

export interface VatCode {
  /** Whether it belongs to sales, to purchases, or to both. */
  use: 'sale' | 'purchase' | 'both'
  /** The percentages it stands for, as decimal texts; `null`: any. Looked at in strict mode only. */
  percentages: readonly string[] | null
  /** Where the VAT of such a line is booked. */
  account: LedgerCategory
  /** For purchases whose VAT the buyer owes: at which percentage it is owed and reclaimed, a whole number as text. */
  owedByBuyer?: string
}

const none = ['0'] as const

/** Every VAT code of the manual, of the REST API's table and of clients in production. Two codes of the low reverse
 * charge are spelled in two ways; both are taken. */
const vatCodes: Readonly<Record<string, VatCode>> = {
  HOOG_VERK: { use: 'sale', percentages: ['19', '21'], account: 'AF19' },
  HOOG_VERK_21: { use: 'sale', percentages: ['21'], account: 'AF19' },
  LAAG_VERK: { use: 'sale', percentages: ['6', '9'], account: 'AF6' },
  LAAG_VERK_9: { use: 'sale', percentages: ['9'], account: 'AF6' },
  LAAG_VERK_L9: { use: 'sale', percentages: none, account: 'AF' },
  VERL_VERK_L9: { use: 'sale', percentages: none, account: 'AF' },
  VERL_VERK: { use: 'sale', percentages: none, account: 'AF' },
  AFW_VERK: { use: 'sale', percentages: null, account: 'AFOVERIG' },
  BU_EU_VERK: { use: 'sale', percentages: none, account: 'AF' },
  BI_EU_VERK: { use: 'sale', percentages: none, account: 'AF' },
  BI_EU_VERK_D: { use: 'sale', percentages: none, account: 'AF' },
  AFST_VERK: { use: 'sale', percentages: null, account: 'AFOVERIG' },
  LAAG_INK: { use: 'purchase', percentages: ['6', '9'], account: 'VOOR' },
  LAAG_INK_9: { use: 'purchase', percentages: ['9'], account: 'VOOR' },
  HOOG_INK: { use: 'purchase', percentages: ['19', '21'], account: 'VOOR' },
  HOOG_INK_21: { use: 'purchase', percentages: ['21'], account: 'VOOR' },
  VERL_INK_LG: { use: 'purchase', percentages: none, account: 'VOOR', owedByBuyer: '9' },
  VERL_INK_L9: { use: 'purchase', percentages: none, account: 'VOOR', owedByBuyer: '9' },
  VERL_INK_L: { use: 'purchase', percentages: none, account: 'VOOR', owedByBuyer: '6' },
  VERL_INK: { use: 'purchase', percentages: none, account: 'VOOR', owedByBuyer: '21' },
  BU_EU_INK: { use: 'purchase', percentages: none, account: 'VOOR', owedByBuyer: '21' },
  BI_EU_INK: { use: 'purchase', percentages: none, account: 'VOOR', owedByBuyer: '21' },
  // The manual and the REST API disagree on which side AFW is; it is taken on both.
  AFW: { use: 'both', percentages: null, account: 'AFOVERIG' },
  GEEN: { use: 'both', percentages: none, account: 'AFOVERIG' },
}

export function findVatCode(code: string): VatCode | undefined {
  const key = code.trim().toUpperCase()
  return Object.hasOwn(vatCodes, key) ? vatCodes[key] : undefined
}
