import { onOneLine } from '@stella/invoicing'

/** The service takes 200 characters of Omschrijving, counted as .NET does: in UTF-16 units. */
export const DESCRIPTION_LENGTH = 200
const ELLIPSIS = '…'

export type BookingDescription = {
  readonly text: string
  /** Whether the invoice's own words had to be shortened; they then end in «…». */
  readonly shortened: boolean
}

/**
 * What the mutation says in the books: number, customer, and what the invoice is about, on one line. Number and
 * name always fit (50 and 100), of a credit note nearly; only the end is shortened, between whole characters, and visibly.
 */
export function describeBooking(invoice: {
  number: string
  /** Of a credit note: the invoice it credits. */
  creditedNumber?: string | null
  customerName: string
  description: string
}): BookingDescription {
  const about = onOneLine(invoice.description)
  const what =
    invoice.creditedNumber == null
      ? `Factuur ${invoice.number}`
      : `Creditfactuur ${invoice.number} bij ${invoice.creditedNumber}`
  const head = `${what}, ${onOneLine(invoice.customerName)}`
  const whole = about === '' ? head : `${head}: ${about}`
  if (whole.length <= DESCRIPTION_LENGTH) return { text: whole, shortened: false }
  return { text: shorten(whole), shortened: true }
}

function shorten(text: string): string {
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length + ELLIPSIS.length > DESCRIPTION_LENGTH) break
    kept += segment
  }
  return kept.trimEnd() + ELLIPSIS
}

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' })
