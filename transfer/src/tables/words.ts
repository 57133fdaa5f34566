import { type Language, textsIn } from '@stella/texts'
import type { CustomerField } from './customer-table.ts'
import type { ProductField } from './product-table.ts'

/** The fields that are one of a few codes, for which a file has a word. */
export type CodedField = Extract<
  CustomerField | ProductField,
  'kind' | 'language' | 'vatTreatment' | 'attachUbl' | 'unit' | 'priceIncludesVat' | 'isArchived'
>

/** The words of the codes of each field, as the screens have them; no two of one field are the same. */
export function wordsIn(language: Language): Readonly<Record<CodedField, Readonly<Record<string, string>>>> {
  const { csv, screens } = textsIn(language)
  const yesOrNo = { true: csv.yes, false: csv.no }
  return {
    kind: { company: screens.customers.company, person: screens.customers.person },
    language: screens.customerForm.languages,
    vatTreatment: screens.vat.choices,
    attachUbl: yesOrNo,
    unit: screens.units,
    priceIncludesVat: yesOrNo,
    isArchived: yesOrNo,
  }
}
