import { allowanceAmounts, withAllowances } from '../allowances/allowance.ts'
import { checkTakenOff } from '../allowances/check-allowances.ts'
import { type AllowanceInput, readAllowances } from '../allowances/read-allowances.ts'
import { isWithinBounds } from '../money/cents.ts'
import { parseDecimal, powerOfTen } from '../money/decimal.ts'
import type { Problem } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'
import { lineAmount } from '../quantities/line-amount.ts'
import { MAXIMUM_QUANTITY, parseQuantity, type Quantity, readQuantity } from '../quantities/quantity.ts'
import { parseUnitPrice, readUnitPrice, type UnitPrice } from '../quantities/unit-price.ts'
import { type Unit, units } from '../quantities/units.ts'
import { type InvoiceLine, lineKinds } from './invoice.ts'
import { type RatesOfDay, readVat, type VatInput } from './read-vat.ts'

/** More than any paper invoice has; each is summed before it is booked, so the service's bound of 100 is no matter. */
export const MAXIMUM_LINES = 1_000

export const LINE_DESCRIPTION_LENGTH = 500

export type InvoiceLineInput = VatInput & {
  readonly productId?: string | null | undefined
  readonly kind?: string | null | undefined
  readonly unit?: string | null | undefined
  readonly description?: string | null | undefined
  readonly quantity?: string | null | undefined
  readonly unitPrice?: string | null | undefined
  readonly allowances?: readonly AllowanceInput[] | null | undefined
}

/** Reads one line of a draft. What is wrong is added to `problems`, and zero stands in for it. */
export function readLine(
  problems: Problem[],
  path: string,
  input: InvoiceLineInput,
  ofDay: RatesOfDay,
): InvoiceLine {
  const kind = lineKinds.find((known) => known === (input.kind ?? 'item'))
  if (kind === undefined) problems.push({ path: `${path}.kind`, code: 'choice_unknown' })
  const description =
    readText(problems, `${path}.description`, input.description, {
      maximumLength: LINE_DESCRIPTION_LENGTH,
      multiline: true,
    }) ?? ''
  if (kind === 'text') return { ...textOnly, description }
  const line = {
    ...(input.productId == null ? {} : { productId: input.productId }),
    description,
    quantity: readLineQuantity(problems, `${path}.quantity`, input.quantity),
    unit: readUnit(problems, `${path}.unit`, input.unit),
    unitPrice: readLinePrice(problems, `${path}.unitPrice`, input.unitPrice),
    ...readVat(problems, path, input, ofDay),
    allowances: readAllowances(problems, `${path}.allowances`, input.allowances, (read) => read),
  }
  checkAmount(problems, path, line)
  return line
}

function checkAmount(
  problems: Problem[],
  path: string,
  line: InvoiceLine & Required<Pick<InvoiceLine, 'allowances'>>,
): void {
  const base = lineAmount(line)
  const amounts = allowanceAmounts(base, line.allowances)
  if (!isWithinBounds(base) || !isWithinBounds(withAllowances(base, line.allowances, amounts)))
    problems.push({ path: `${path}.unitPrice`, code: 'amount_too_large' })
  checkTakenOff(problems, `${path}.allowances`, base, line.allowances, amounts)
}

const textOnly = {
  kind: 'text',
  quantity: parseQuantity('0'),
  unitPrice: parseUnitPrice('0'),
  vatTreatment: 'zero',
  vatRate: '0',
} as const

export function readUnit(problems: Problem[], path: string, input: string | null | undefined): Unit | null {
  const text = (input ?? '').trim()
  const unit = units.find((known) => known === text)
  if (text !== '' && unit === undefined) problems.push({ path, code: 'choice_unknown' })
  return unit ?? null
}

function readLineQuantity(problems: Problem[], path: string, input: string | null | undefined): Quantity {
  const text = (input ?? '').trim()
  const quantity = readQuantity(text)
  if (text === '') problems.push({ path, code: 'required' })
  else if (quantity === null) problems.push({ path, code: 'quantity_invalid' })
  else if (isTooLarge(quantity)) {
    problems.push({ path, code: 'quantity_too_large', limit: Number(MAXIMUM_QUANTITY) })
  } else return quantity
  return parseQuantity('0')
}

function isTooLarge(quantity: Quantity): boolean {
  const decimal = parseDecimal(quantity, 4)
  if (decimal === null) return true
  const bound = MAXIMUM_QUANTITY * powerOfTen(decimal.scale)
  return decimal.units > bound || decimal.units < -bound
}

export function readLinePrice(
  problems: Problem[],
  path: string,
  input: string | null | undefined,
): UnitPrice {
  const text = (input ?? '').trim()
  const price = readUnitPrice(text)
  if (text === '') problems.push({ path, code: 'required' })
  else if (price === null) problems.push({ path, code: 'unit_price_invalid' })
  else if (!isWithinBounds(lineAmount({ quantity: '1', unitPrice: price }))) {
    problems.push({ path, code: 'amount_too_large' })
  } else return price
  return parseUnitPrice('0')
}
