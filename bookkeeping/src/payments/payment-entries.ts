import type { ActivityKindOf, PayableInBooks, PaymentRecord } from '@stella/database'
import { cents, formatAmount } from '@stella/invoicing'
import type { ActivityEntry } from '../activities/activity-entries.ts'
import type { Instant } from '../ports/clock.ts'

/** What a reading changed of one document. */
export type PaymentChange = { readonly payable: PayableInBooks; readonly record: PaymentRecord }

/** One entry for each invoice of which something else is open than before, its credit notes reckoned with it. */
export function paymentEntries(changes: readonly PaymentChange[], at: Instant): ActivityEntry[] {
  const byWhole = Map.groupBy(changes, ({ payable }) => payable.whole.invoiceId)
  return [...byWhole.values()].flatMap((parts) => entryOf(parts, at))
}

function entryOf(parts: readonly PaymentChange[], at: Instant): ActivityEntry[] {
  const [
    {
      payable: { whole },
    } = never(),
  ] = parts
  const less = parts.reduce((sum, { payable, record }) => sum + payable.outstanding - record.outstanding, 0n)
  if (less === 0n) return []
  const outstanding = whole.outstanding - less
  const numbers = parts.flatMap(({ record }) => record.mutationNumbers ?? [])
  return [
    {
      kind: kindOf(parts, outstanding, less),
      subjectId: whole.invoiceId,
      at: new Date(at),
      parameters: {
        number: whole.number,
        customer: whole.customer,
        amount: formatAmount(cents(less < 0n ? -less : less)),
        outstanding: formatAmount(cents(outstanding < 0n ? -outstanding : outstanding)),
        ...(numbers.length === 0 ? {} : { mutationNumbers: numbers.join(', ') }),
      },
    },
  ]
}

function kindOf(
  parts: readonly PaymentChange[],
  outstanding: bigint,
  less: bigint,
): ActivityKindOf<'payment'> {
  const [
    {
      payable: { whole },
    } = never(),
  ] = parts
  const sign = whole.toPay < 0n ? -1n : 1n
  if (sign * less < 0n) return 'invoice_open_again'
  if (sign * outstanding < 0n) return 'invoice_overpaid'
  if (outstanding !== 0n) return 'payment_received'
  const isWrittenOff = parts.some(({ record }) => record.settledAs === 'written_off')
  return isWrittenOff ? 'invoice_written_off' : 'invoice_paid'
}

function never(): never {
  throw new Error('A group has a member.')
}
