import type { screens } from './nl/screens.ts'

/** Which word of `screens.status` says how an invoice stands in the books, by the states of the API. */
export const statusOfBooks = {
  none: 'draft',
  not_connected: 'notConnected',
  nothing_to_book: 'nothingToBook',
  history: 'history',
  waiting: 'waiting',
  booked: 'booked',
  verified: 'verified',
  adopted: 'adopted',
  excluded: 'excluded',
  failed: 'failed',
} as const satisfies Record<string, keyof typeof screens.status>

/** And how its payment stands. */
export const statusOfPayment = {
  open: 'open',
  part_paid: 'partPaid',
  overdue: 'overdue',
  paid: 'paid',
  overpaid: 'overpaid',
  written_off: 'writtenOff',
  credited: 'credited',
} as const satisfies Record<string, keyof typeof screens.status>
