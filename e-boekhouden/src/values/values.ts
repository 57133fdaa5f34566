/**
 * A decimal number as text, such as `1234.56` or `-0.05`: a dot, no thousands separators, no exponent.
 * Amounts (euros) are read with at least two decimals; percentages and quantities without trailing zeros.
 */
export type DecimalString = string

/** A day without a time or a zone: `2026-01-01`. */
export type PlainDate = string
