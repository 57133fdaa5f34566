import { isCountryCode } from '@stella/invoicing'
import { languages } from '@stella/texts'
import { withoutApostrophe } from '../files/formulas.ts'
import type { CustomerCells } from '../tables/customer-table.ts'
import type { ProductCells } from '../tables/product-table.ts'
import { type CodedField, wordsIn } from '../tables/words.ts'
import { plainName } from './column-names.ts'
import { countryCodes } from './country-names.ts'
import { type DecimalMark, readAmount } from './decimals.ts'
import type { RowCells } from './import-fields.ts'

const yesOrNo = {
  '1': 'true',
  true: 'true',
  waar: 'true',
  j: 'true',
  y: 'true',
  '0': 'false',
  false: 'false',
  onwaar: 'false',
  n: 'false',
}

/** What else programs write for a code, besides the words of the screens; in plain letters. */
const otherWords: Readonly<Record<CodedField, Readonly<Record<string, string>>>> = {
  kind: {
    b: 'company',
    zakelijk: 'company',
    buitenlandsbedrijf: 'company',
    p: 'person',
    prive: 'person',
    consument: 'person',
    persoon: 'person',
  },
  language: {
    nederland: 'nl',
    dutch: 'nl',
    nlnl: 'nl',
    english: 'en',
    engb: 'en',
    enus: 'en',
    german: 'de',
    dede: 'de',
  },
  vatTreatment: {
    '21': 'high',
    '2100': 'high',
    btwhoog: 'high',
    hoogverk21: 'high',
    '21btw': 'high',
    '0,21': 'high',
    '0.21': 'high',
    '0,09': 'low',
    '0.09': 'low',
    '9': 'low',
    '900': 'low',
    btwlaag: 'low',
    laagverk9: 'low',
    '9btw': 'low',
    '000': 'zero',
    nul: 'zero',
    btwverlegd: 'reverse_charge',
    verlverk: 'reverse_charge',
    vrijgesteldvanbtw: 'exempt',
  },
  unit: {
    st: 'piece',
    stuks: 'piece',
    uren: 'hour',
    u: 'hour',
    hrs: 'hour',
    dagen: 'day',
    m2: 'square_metre',
    m3: 'cubic_metre',
    m: 'metre',
    mtr: 'metre',
    kilometer: 'kilometre',
    ltr: 'litre',
    kilo: 'kilogram',
    maanden: 'month',
  },
  attachUbl: yesOrNo,
  priceIncludesVat: yesOrNo,
  isArchived: yesOrNo,
}

const codes = codesOfWords()

/** The cells of a customer as the domain reads them; what is not understood stays as it was, to be refused there. */
export function readCustomerCells(row: RowCells): Partial<CustomerCells> {
  const { firstName, infix, lastName, houseNumber, houseNumberAddition, ...others } = withoutApostrophes(row)
  // What it is in the books is no part of what it is.
  const { relationCode: _code, relationId: _id, ...cells } = others
  const person = joined(' ', firstName, infix, lastName)
  const isNamed = (cells.name ?? '') !== ''
  return {
    ...(cells as Partial<CustomerCells>),
    name: isNamed ? (cells.name ?? '') : person || cells.contactName || '',
    contactName: isNamed ? cells.contactName || person : '',
    address: joined(' ', cells.address, joined('', houseNumber, houseNumberAddition)),
    kind: cells.kind ? codeOf('kind', cells.kind) : isNamed || hasNumber(cells) ? 'company' : 'person',
    country: countryOf(cells.country ?? ''),
    postalCountry: countryOf(cells.postalCountry ?? ''),
    language: codeOf('language', cells.language ?? ''),
    vatTreatment: codeOf('vatTreatment', cells.vatTreatment ?? ''),
    attachUbl: codeOf('attachUbl', cells.attachUbl ?? ''),
    paymentTermDays: daysOf(cells.paymentTermDays ?? ''),
  }
}

/** The same of a product. */
export function readProductCells(row: RowCells, mark: DecimalMark): Partial<ProductCells> {
  const cells = withoutApostrophes(row) as Partial<ProductCells>
  return {
    ...cells,
    unit: codeOf('unit', cells.unit ?? ''),
    unitPrice: readAmount(cells.unitPrice ?? '', mark),
    priceIncludesVat: codeOf('priceIncludesVat', cells.priceIncludesVat ?? '') || 'false',
    vatTreatment: codeOf('vatTreatment', (cells.vatTreatment ?? '').replace(/%$/, '').replace(/[,.]0+$/, '')),
    vatRate: readAmount((cells.vatRate ?? '').replace(/\s*%$/, ''), mark),
    isArchived: codeOf('isArchived', cells.isArchived ?? '') || 'false',
  }
}

/** «30 dagen» is 30. */
export function daysOf(text: string): string {
  return text.replace(/^(\d+)\s*(dag|dagen|day|days|d)$/i, '$1')
}

/** An apostrophe before what begins like a formula was put there for a spreadsheet. */
export function withoutApostrophes(row: RowCells): RowCells {
  return Object.fromEntries(
    Object.entries(row).map(([field, text]) => [field, withoutApostrophe(text).trim()]),
  )
}

function hasNumber({ kvkNumber = '', vatNumber = '' }: RowCells): boolean {
  return kvkNumber !== '' || vatNumber !== ''
}

function joined(between: string, ...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(between)
}

function codeOf(field: CodedField, text: string): string {
  const exact = text.trim().toLowerCase()
  return codes[field].get(exact) ?? codes[field].get(plainName(text)) ?? text
}

function countryOf(text: string): string {
  return isCountryCode(text.toUpperCase()) ? text.toUpperCase() : (countryCodes.get(plainName(text)) ?? text)
}

function codesOfWords(): Readonly<Record<CodedField, ReadonlyMap<string, string>>> {
  const of = (field: CodedField) => {
    const found = new Map<string, string>()
    for (const language of languages) {
      for (const [code, word] of Object.entries(wordsIn(language)[field])) {
        found.set(code, code).set(word.toLowerCase(), code)
        if (plainName(word) !== '' && !found.has(plainName(word))) found.set(plainName(word), code)
      }
    }
    for (const [word, code] of Object.entries(otherWords[field])) if (!found.has(word)) found.set(word, code)
    return found
  }
  return {
    kind: of('kind'),
    language: of('language'),
    vatTreatment: of('vatTreatment'),
    attachUbl: of('attachUbl'),
    unit: of('unit'),
    priceIncludesVat: of('priceIncludesVat'),
    isArchived: of('isArchived'),
  }
}
