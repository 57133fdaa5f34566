import { isBookableDate, type PlainDate, readPlainDate } from '../dates/plain-date.ts'
import type { Problem } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'
import type { InvoiceReferences, SupplyPeriod } from './invoice.ts'

/** A letter's worth, as the description has. */
const CLOSING_LENGTH = 1_000

/** Longer is no number any more, and no column of a purchase ledger takes it. */
const REFERENCE_LENGTH = 100

export type ReferencesInput = { readonly [Field in keyof InvoiceReferences]?: string | null | undefined } & {
  readonly closing?: string | null | undefined
}

export type SupplyInput = {
  readonly from?: string | null | undefined
  readonly until?: string | null | undefined
}

/** What the customer wants to find on the invoice, each on one line, and a word at the end. */
export function readReferences(
  problems: Problem[],
  input: ReferencesInput,
): InvoiceReferences & { readonly closing: string | null } {
  const reference = (path: keyof InvoiceReferences) =>
    readText(problems, path, input[path], { maximumLength: REFERENCE_LENGTH })
  return {
    buyerReference: reference('buyerReference'),
    orderNumber: reference('orderNumber'),
    projectNumber: reference('projectNumber'),
    closing: readText(problems, 'closing', input.closing, { maximumLength: CLOSING_LENGTH, multiline: true }),
  }
}

/** A day, or a first and a last one; null where none is given. Of one day the other end may be left out. */
export function readSupply(problems: Problem[], input: SupplyInput | null | undefined): SupplyPeriod | null {
  const given = { from: (input?.from ?? '').trim(), until: (input?.until ?? '').trim() }
  if (given.from === '' && given.until === '') return null
  const from = readDay(problems, 'supply.from', given.from)
  const until = given.until === '' ? from : readDay(problems, 'supply.until', given.until)
  if (from === null || until === null) return null
  if (until < from) problems.push({ path: 'supply.until', code: 'period_reversed' })
  return { from, until }
}

function readDay(problems: Problem[], path: string, text: string): PlainDate | null {
  const day = readPlainDate(text)
  if (text === '') problems.push({ path, code: 'required' })
  else if (day === null) problems.push({ path, code: 'date_invalid' })
  else if (!isBookableDate(day)) problems.push({ path, code: 'date_out_of_range' })
  return day
}
