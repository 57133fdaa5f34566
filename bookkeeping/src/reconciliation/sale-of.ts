import type { SaleRow } from '@stella/database'
import { parseAmount } from '@stella/invoicing'
import type { PlannedMutation } from '../bookings/planned-mutation.ts'
import { NO_VAT_CODE, vatCodeOf } from '../bookings/vat-codes.ts'
import { type AccountAmount, type CodeAmount, sumPerAccount, sumPerCode } from './amounts.ts'
import type { Standing, StellaSale } from './stella-side.ts'

/** A document as these books should have it. */
export function saleOf(row: SaleRow, booksId: string): StellaSale {
  const { creditsId, customer, date, invoiceId, number } = row
  const standing = standingOf(row, booksId)
  // Written by planBooking() and by nobody else.
  const planned = (row.booking?.mutation ?? null) as PlannedMutation | null
  return {
    invoiceId,
    number,
    customer,
    date,
    creditsId,
    amounts: planned === null ? amountsUnplanned(row) : amountsPlanned(planned),
    accounts: planned === null || standing.state === 'elsewhere' ? null : accountsPlanned(planned),
    standing,
  }
}

function standingOf({ booking }: SaleRow, booksId: string): Standing {
  if (booking === null || booking.booksId !== booksId) return { state: 'elsewhere' }
  const { bookedAt, id, mutation, mutationNumber, reference, state } = booking
  if ((state === 'booked' || state === 'verified') && mutationNumber !== null) {
    return { state: 'booked', mutationNumber, reference, bookedAt: bookedAt?.getTime() ?? 0 }
  }
  // What somebody entered by hand stands there for as long as its mutation does.
  if (state === 'adopted' && mutationNumber !== null)
    return { state: 'booked', mutationNumber, reference, bookedAt: 0 }
  if (state === 'excluded') return { state }
  return state === 'rejected' || state === 'conflict'
    ? { state: 'failed', mutationNumber, reference, bookingId: mutation === null ? null : id }
    : { state: 'waiting' }
}

function amountsPlanned({ lines }: PlannedMutation): CodeAmount[] {
  return sumPerCode(
    lines.map(({ net, vat, vatCode }) => ({ vatCode, net: parseAmount(net), vat: parseAmount(vat) })),
  )
}

/** Of what has no booking as it would be booked. */
function amountsUnplanned({ date, vatGroups }: SaleRow): CodeAmount[] {
  const groups = vatGroups as readonly { treatment: string; rate: string; net: string; vat: string }[]
  return sumPerCode(
    groups.map((group) => ({
      vatCode: vatCodeOf(group, date)?.code ?? NO_VAT_CODE,
      net: parseAmount(group.net),
      vat: parseAmount(group.vat),
    })),
  )
}

/** On the accounts it was or will be booked on, which are kept with it: those of now may be others. */
function accountsPlanned({ debtorsAccount, lines }: PlannedMutation): AccountAmount[] {
  const gross = lines.reduce((sum, line) => sum + parseAmount(line.gross), 0n)
  return sumPerAccount([
    { account: debtorsAccount, side: 'debtors', amount: gross },
    ...lines.map(({ net, revenueAccount }) => ({
      account: revenueAccount,
      side: 'revenue' as const,
      amount: parseAmount(net),
    })),
  ])
}
