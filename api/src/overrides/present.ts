import type { AdoptionDifference, MutationRead, OverrideView } from '@stella/bookkeeping'
import { cents, formatAmount } from '@stella/invoicing'
import type { Language } from '@stella/texts'
import type { z } from 'zod'
import { causeSentences } from '../causes/present.ts'
import type { InvoiceOverride, MutationRead as ReadAnswer } from './contract.ts'

type Answer = z.infer<typeof ReadAnswer>
type Found = Extract<MutationRead, { outcome: 'read' }>['found']

/** What was decided of an invoice as the API answers it. */
export function presentOverride({ decided, ...may }: OverrideView): z.infer<typeof InvoiceOverride> {
  if (decided === null) return { ...may, decided }
  const differences = decided.differences.map(presentDifference)
  return { ...may, decided: { ...decided, at: decided.at.toISOString(), differences } }
}

/** What was read, or why nothing was. */
export function presentRead(
  read: Extract<MutationRead, { outcome: 'read' | 'refused' | 'failed' | 'pending' }>,
  language: Language,
): Answer {
  const nothing = { readingId: null, found: null, differences: [], refusal: null, cause: null }
  const { outcome } = read
  switch (outcome) {
    case 'read':
      return {
        ...nothing,
        outcome,
        readingId: read.readingId,
        found: presentFound(read.found),
        differences: read.differences.map(presentDifference),
      }
    case 'refused':
      return { ...nothing, outcome, refusal: read.refusal, found: read.found && presentFound(read.found) }
    case 'failed':
      return { ...nothing, outcome, cause: causeSentences(read.cause, language)?.why ?? null }
    case 'pending':
      return { ...nothing, outcome }
  }
}

function presentDifference(difference: AdoptionDifference): Answer['differences'][number] {
  const { books, stella, what } = difference
  return typeof stella === 'string'
    ? { what, stella, books: `${books}` }
    : { what, stella: formatAmount(cents(stella)), books: typeof books === 'bigint' ? amount(books) : null }
}

function presentFound({ date, description, invoiceNumber, lines, number, relationCode }: Found) {
  return {
    mutationNumber: number,
    invoiceNumber,
    date,
    relationCode,
    description,
    net: amount(sumOf(lines.map(({ net }) => net))),
    vat: amount(sumOf(lines.map(({ vat }) => vat))),
  }
}

function amount(value: bigint | null): string | null {
  return value === null ? null : formatAmount(cents(value))
}

/** Null when one of them is no number of cents. */
function sumOf(amounts: readonly (string | null)[]): bigint | null {
  return amounts.some((it) => it === null) ? null : amounts.reduce((sum, it) => sum + BigInt(it ?? 0), 0n)
}
