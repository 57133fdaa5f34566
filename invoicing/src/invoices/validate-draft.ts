import { isBookableDate, type PlainDate, parsePlainDate, readPlainDate } from '../dates/plain-date.ts'
import { isWithinBounds } from '../money/cents.ts'
import { type Problem, type Validated, validated } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'
import { computeTotals } from '../vat/compute-totals.ts'
import { type DatedRate, statutoryRates } from '../vat/rates.ts'
import type { InvoiceContent, InvoiceLine } from './invoice.ts'
import { readPaymentTerm } from './payment-term.ts'
import { type InvoiceLineInput, MAXIMUM_LINES, readLine } from './read-line.ts'
import { type ReferencesInput, readReferences, readSupply, type SupplyInput } from './read-references.ts'
import type { RatesOfDay } from './read-vat.ts'

/** Room for a letter's worth of explanation; the booking carries a shortened form of it. */
const DESCRIPTION_LENGTH = 1_000

/** As the law has it where nothing was agreed. */
const USUAL_PAYMENT_TERM_DAYS = 30

export type DraftInput = ReferencesInput & {
  readonly customerId?: string | null | undefined
  readonly seriesId?: string | null | undefined
  readonly invoiceDate?: string | null | undefined
  readonly paymentTermDays?: number | null | undefined
  readonly description?: string | null | undefined
  readonly pricesIncludeVat?: boolean | null | undefined
  readonly supply?: SupplyInput | null | undefined
  readonly lines?: readonly InvoiceLineInput[] | null | undefined
}

/**
 * Checks an invoice as it may be saved while it is being written, and gives it in its clean form. It may have
 * no lines yet, and lines without a description or of zero; what it has must be well formed and within bounds.
 *
 * @param rates the rates of the law; those of the day of supply count
 */
export function validateDraft(
  input: DraftInput,
  rates: readonly DatedRate[] = statutoryRates,
): Validated<InvoiceContent> {
  const problems: Problem[] = []
  const invoiceDate = readInvoiceDate(problems, input.invoiceDate)
  const supply = readSupply(problems, input.supply)
  const content: InvoiceContent = {
    customerId:
      readText(problems, 'customerId', input.customerId, { maximumLength: 50, required: true }) ?? '',
    seriesId: readText(problems, 'seriesId', input.seriesId, { maximumLength: 50 }),
    invoiceDate,
    paymentTermDays: readPaymentTerm(problems, input.paymentTermDays) ?? USUAL_PAYMENT_TERM_DAYS,
    description:
      readText(problems, 'description', input.description, {
        maximumLength: DESCRIPTION_LENGTH,
        multiline: true,
      }) ?? '',
    pricesIncludeVat: input.pricesIncludeVat ?? false,
    supply,
    ...readReferences(problems, input),
    lines: readLines(problems, input.lines ?? [], { rates, day: supply?.until ?? invoiceDate }),
  }
  if (problems.length === 0) checkTotal(problems, content)
  return validated(problems, content)
}

function readInvoiceDate(problems: Problem[], input: string | null | undefined): PlainDate {
  const text = (input ?? '').trim()
  const date = readPlainDate(text)
  if (text === '') problems.push({ path: 'invoiceDate', code: 'required' })
  else if (date === null) problems.push({ path: 'invoiceDate', code: 'date_invalid' })
  else if (!isBookableDate(date)) problems.push({ path: 'invoiceDate', code: 'date_out_of_range' })
  return date ?? parsePlainDate('1980-01-01')
}

function readLines(
  problems: Problem[],
  inputs: readonly InvoiceLineInput[],
  ofDay: RatesOfDay,
): InvoiceLine[] {
  if (inputs.length > MAXIMUM_LINES) {
    problems.push({ path: 'lines', code: 'too_many_lines', limit: MAXIMUM_LINES })
    return []
  }
  return inputs.map((input, index) => readLine(problems, `lines.${index}`, input, ofDay))
}

/** Lines within bounds can still add up to more than is allowed. */
function checkTotal(problems: Problem[], content: InvoiceContent): void {
  const totals = computeTotals(content.lines, content.pricesIncludeVat)
  if (!isWithinBounds(totals.net) || !isWithinBounds(totals.gross)) {
    problems.push({ path: 'lines', code: 'amount_too_large' })
  }
}
