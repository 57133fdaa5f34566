import { addDays, cents, formatAmount, type PlainDate, parseAmount } from '@stella/invoicing'
import type { FinalPaper } from './paperwork.ts'
import type { Payment } from './practice-books.ts'
import type { Random } from './random.ts'

/** How a customer pays an invoice: with which payments, on which days, if at all. */
export type PayingHabit = (invoice: FinalPaper, random: Random) => Payment[]

const payment = ({ number, total }: FinalPaper, date: PlainDate, amount = total): Payment => ({
  invoiceNumber: number,
  amount,
  date,
})

const part = (total: string, percentage: bigint) =>
  formatAmount(cents((parseAmount(total) * percentage) / 100n))

/** About when it is due, and never on the day itself. */
const inTime: PayingHabit = (invoice, random) => [
  payment(invoice, addDays(invoice.dueDate, random.between(-12, 3))),
]

/** In weeks, so that the newest of them are overdue. */
const late: PayingHabit = (invoice, random) => [
  payment(invoice, addDays(invoice.dueDate, random.between(20, 60))),
]

/** The half in time, and the rest when asked for it. */
const inParts: PayingHabit = (invoice) => {
  const { dueDate, total } = invoice
  const half = part(total, 50n)
  const rest = formatAmount(cents(parseAmount(total) - parseAmount(half)))
  return [payment(invoice, addDays(dueDate, -3), half), payment(invoice, addDays(dueDate, 24), rest)]
}

const partly: PayingHabit = (invoice) => [
  payment(invoice, addDays(invoice.dueDate, 2), part(invoice.total, 60n)),
]

const never: PayingHabit = () => []

const tooMuch: PayingHabit = (invoice) => [
  payment(invoice, addDays(invoice.dueDate, -2), part(invoice.total, 110n)),
]

const twice: PayingHabit = (invoice) => [
  payment(invoice, addDays(invoice.dueDate, -4)),
  payment(invoice, addDays(invoice.dueDate, -1)),
]

/** Under a number that nobody invoiced, as with two digits the other way around. */
const underAnotherNumber: PayingHabit = (invoice) => [
  { ...payment(invoice, addDays(invoice.dueDate, -1)), writtenAs: `${invoice.number}9` },
]

/** Customers as most businesses have them: most pay about when it is due, some in parts, some late. */
export function payAsMostDo(invoice: FinalPaper, random: Random): Payment[] {
  const habit = random.oneIn(8) ? late : random.oneIn(15) ? inParts : inTime
  return habit(invoice, random)
}

/** Every way in which money comes in otherwise than was asked for, and some that comes as it was. */
export const troublesomeHabits: readonly PayingHabit[] = [
  inTime,
  late,
  inParts,
  never,
  partly,
  tooMuch,
  twice,
  underAnotherNumber,
]
