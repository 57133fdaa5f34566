import { type Cents, formatAmount } from '@stella/invoicing'
import type { Language } from '@stella/texts'

/** As in «€ 1.234,56»: Intl takes the exact decimal string. */
export function euros(amount: Cents, language: Language): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' })
  return format.format(formatAmount(amount) as `${number}`)
}
