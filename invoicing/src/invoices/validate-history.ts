import { isBookableDate, type PlainDate, readPlainDate } from '../dates/plain-date.ts'
import { type Cents, cents, isWithinBounds, readAmount, ZERO } from '../money/cents.ts'
import { parseDecimal } from '../money/decimal.ts'
import { divideHalfUp } from '../money/divide-half-up.ts'
import { type Problem, type Validated, validated } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'
import { rateOn, statutoryRates } from '../vat/rates.ts'

/** An invoice that another program made: its totals, and no lines. */
export type HistoricalInvoice = {
  /** As it was given there. */
  readonly number: string
  readonly invoiceDate: PlainDate
  readonly paymentTermDays: number
  readonly description: string
  readonly buyerReference: string | null
  readonly orderNumber: string | null
  readonly isCreditNote: boolean
  /** Of a credit note the number of what it credits, as far as the file says it. */
  readonly credits: string | null
  readonly net: Cents
  readonly vat: Cents
  readonly gross: Cents
  /** What was not paid of it yet. */
  readonly outstanding: Cents
}

/** By field what a file says, in machine notation: days as «2026-11-22», amounts as «-1234.56». */
export type HistoryInput = Readonly<
  Partial<
    Record<
      | 'number'
      | 'date'
      | 'due'
      | 'term'
      | 'description'
      | 'reference'
      | 'order'
      | 'credits'
      | 'net'
      | 'vat'
      | 'gross'
      | 'outstanding'
      | 'paid'
      /** The day on which all of it was paid. */
      | 'paidOn',
      string
    >
  >
> & {
  /** How it stands there: `draft`, `open` or `paid`; any other word is asked about. */
  readonly status?: string
  /** Whether it is a credit note; where nothing is said, what is below zero is one. */
  readonly isCreditNote?: boolean | null
}

/** e-Boekhouden.nl holds 50 characters of an invoice's number, and so does a series. */
const NUMBER_LENGTH = 50
const DESCRIPTION_LENGTH = 1_000
const REFERENCE_LENGTH = 100

/** Longer ago than this nobody waits for money; a day beyond it is a slip of the keyboard. */
const LONGEST_TERM_DAYS = 3_650

const DAY_MS = 86_400_000

/**
 * Checks an invoice of another program. Two of its amounts give the third; where there is only the whole, its VAT
 * follows from `vatTreatment` at the rate of that day, if a person said so, and is asked about otherwise. What is open
 * is what the file says: an amount, what was paid, a day or a word. Nothing is guessed.
 */
export function validateHistory(
  input: HistoryInput,
  vatTreatment: string | null,
): Validated<HistoricalInvoice> {
  const problems: Problem[] = []
  const text = (path: string, value: string | undefined, maximumLength: number, required = false) =>
    readText(problems, path, value, { maximumLength, required })
  if (input.status === 'draft') problems.push({ path: 'payment', code: 'history_draft' })
  const number = text('number', input.number, NUMBER_LENGTH, true) ?? ''
  const invoiceDate = readDay(problems, 'date', input.date, true)
  const due = readDay(problems, 'due', input.due, false)
  const amounts = readAmounts(problems, input, vatTreatment, invoiceDate)
  const content = {
    number,
    invoiceDate: invoiceDate ?? ('' as PlainDate),
    paymentTermDays: readTerm(problems, input, invoiceDate, due),
    description:
      readText(problems, 'description', input.description, {
        maximumLength: DESCRIPTION_LENGTH,
        multiline: true,
      }) ?? '',
    buyerReference: text('reference', input.reference, REFERENCE_LENGTH),
    orderNumber: text('order', input.order, REFERENCE_LENGTH),
    credits: text('credits', input.credits, NUMBER_LENGTH),
    isCreditNote: input.isCreditNote ?? (amounts !== null && amounts.gross < 0n),
    ...amounts,
    outstanding: amounts === null ? ZERO : readOutstanding(problems, input, amounts.gross),
  }
  return validated(problems, { net: ZERO, vat: ZERO, gross: ZERO, ...content })
}

function readDay(
  problems: Problem[],
  path: string,
  text: string | undefined,
  isRequired: boolean,
): PlainDate | null {
  if (text === undefined || text === '') {
    if (isRequired) problems.push({ path, code: 'required' })
    return null
  }
  const day = readPlainDate(text)
  if (day !== null && isBookableDate(day)) return day
  problems.push({ path, code: day === null ? 'date_invalid' : 'date_out_of_range' })
  return null
}

/** A day before the invoice itself means at once. */
function readTerm(
  problems: Problem[],
  { term = '' }: HistoryInput,
  date: PlainDate | null,
  due: PlainDate | null,
): number {
  const days = due !== null && date !== null ? daysBetween(date, due) : term === '' ? 0 : Number(term)
  const path = due === null ? 'term' : 'due'
  if (Number.isInteger(days) && days <= LONGEST_TERM_DAYS && (due !== null || days >= 0))
    return Math.max(0, days)
  problems.push({ path, code: 'payment_term_invalid', limit: LONGEST_TERM_DAYS })
  return 0
}

function daysBetween(one: PlainDate, other: PlainDate): number {
  return (Date.parse(other) - Date.parse(one)) / DAY_MS
}

type Amounts = { readonly net: Cents; readonly vat: Cents; readonly gross: Cents }

function readAmounts(
  problems: Problem[],
  input: HistoryInput,
  vatTreatment: string | null,
  date: PlainDate | null,
): Amounts | null {
  const [net, vat, gross] = (['net', 'vat', 'gross'] as const).map((path) =>
    readMoney(problems, path, input[path]),
  )
  if (net === undefined || vat === undefined || gross === undefined) return null
  const said = [net, vat, gross].filter((amount) => amount !== null)
  if (said.length === 3 && net !== null && vat !== null && net + vat !== gross) {
    problems.push({ path: 'gross', code: 'amounts_differ' })
    return null
  }
  if (gross !== null && net !== null) return { net, vat: cents(gross - net), gross }
  if (gross !== null && vat !== null) return { net: cents(gross - vat), vat, gross }
  if (net !== null && vat !== null) return { net, vat, gross: cents(net + vat) }
  if (gross === 0n) return { net: ZERO, vat: ZERO, gross }
  if (gross !== null && vatTreatment !== null && date !== null) {
    const ofNet = netOf(gross, vatTreatment, date)
    return { net: ofNet, vat: cents(gross - ofNet), gross }
  }
  problems.push({ path: gross === null ? 'gross' : 'vat', code: 'amount_missing' })
  return null
}

/** Undefined for what is no amount, null for what is not there. */
function readMoney(problems: Problem[], path: string, text = ''): Cents | null | undefined {
  if (text === '') return null
  const amount = readAmount(text)
  if (amount !== null && isWithinBounds(amount)) return amount
  problems.push({ path, code: amount === null ? 'amount_invalid' : 'amount_too_large' })
  return undefined
}

/** Of other treatments than those with a rate nothing is VAT. */
function netOf(gross: Cents, vatTreatment: string, date: PlainDate): Cents {
  if (vatTreatment !== 'high' && vatTreatment !== 'low') return gross
  const rate = parseDecimal(rateOn(statutoryRates, vatTreatment, date) ?? '0', 2)
  const [units, scale] = [rate?.units ?? 0n, 10n ** BigInt(rate?.scale ?? 0)]
  return cents(divideHalfUp(gross * 100n * scale, 100n * scale + units))
}

/** What is paid already says more than a word, and an amount more than both. */
function readOutstanding(problems: Problem[], input: HistoryInput, gross: Cents): Cents {
  const before = problems.length
  const open = readMoney(problems, 'outstanding', input.outstanding)
  const paid = readMoney(problems, 'paid', input.paid)
  if (problems.length > before) return ZERO
  // Of what is no invoice yet there is nothing to ask.
  if (input.status === 'draft') return ZERO
  const isPaid = (input.paidOn ?? '') !== '' || input.status === 'paid' || gross === 0n
  const outstanding =
    open ??
    (paid === null || paid === undefined
      ? isPaid
        ? ZERO
        : input.status === 'open'
          ? gross
          : null
      : cents(gross - paid))
  if (outstanding === null) {
    problems.push({ path: 'outstanding', code: 'outstanding_unknown' })
    return ZERO
  }
  if (gross < 0n ? outstanding < gross : outstanding > gross)
    problems.push({ path: 'outstanding', code: 'outstanding_too_much' })
  return outstanding
}
