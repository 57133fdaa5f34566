import { LINE_DESCRIPTION_LENGTH, readLinePrice, readUnit } from '../invoices/read-line.ts'
import { type Problem, type Validated, validated } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'
import { isOfferedVatTreatment, readVatRate } from '../vat/treatments.ts'
import type { ProductContent, ProductInput } from './product.ts'

/** Longer is no code that anybody types. */
const CODE_LENGTH = 50

/** e-Boekhouden.nl numbers its ledger accounts with at most ten digits (manual of its API, «Grootboekrekening»). */
const ledgerAccount = /^\d{1,10}$/

/** Checks a product as it may be saved, and gives it in its clean form. */
export function validateProduct(input: ProductInput): Validated<ProductContent> {
  const problems: Problem[] = []
  return validated(problems, {
    code: readText(problems, 'code', input.code, { maximumLength: CODE_LENGTH }),
    description:
      readText(problems, 'description', input.description, {
        maximumLength: LINE_DESCRIPTION_LENGTH,
        multiline: true,
        required: true,
      }) ?? '',
    unit: readUnit(problems, 'unit', input.unit),
    unitPrice: readLinePrice(problems, 'unitPrice', input.unitPrice),
    priceIncludesVat: input.priceIncludesVat ?? false,
    ...readVatOfProduct(problems, input),
    revenueAccount: readLedgerAccount(problems, input.revenueAccount),
    isArchived: input.isArchived ?? false,
  })
}

function readVatOfProduct(
  problems: Problem[],
  { vatTreatment, vatRate }: ProductInput,
): Pick<ProductContent, 'vatTreatment' | 'vatRate'> {
  if (!isOfferedVatTreatment(vatTreatment)) {
    problems.push({ path: 'vatTreatment', code: vatTreatment ? 'vat_treatment_unknown' : 'required' })
    return { vatTreatment: 'zero', vatRate: null }
  }
  if (vatTreatment !== 'other_rate') {
    return { vatTreatment, vatRate: null }
  }
  const stated = (vatRate ?? '').trim()
  const rate = readVatRate(stated)
  if (stated === '') problems.push({ path: 'vatRate', code: 'required' })
  else if (rate === null || rate === '0') problems.push({ path: 'vatRate', code: 'vat_rate_invalid' })
  return { vatTreatment, vatRate: rate }
}

function readLedgerAccount(problems: Problem[], input: string | null | undefined): string | null {
  const text = (input ?? '').trim()
  if (text === '') return null
  if (!ledgerAccount.test(text)) problems.push({ path: 'revenueAccount', code: 'ledger_account_invalid' })
  return text
}
