import { paymentStates, readAmount as readCents } from '@stella/invoicing'
import { languages, statusOfPayment, textsIn } from '@stella/texts'
import type { HistoryCells, HistoryField } from '../tables/history-table.ts'
import { plainName } from './column-names.ts'
import { type DateOrder, readDay } from './dates.ts'
import { type DecimalMark, readAmount } from './decimals.ts'
import type { RowCells } from './import-fields.ts'
import { daysOf, withoutApostrophes } from './read-cells.ts'

const amounts: readonly HistoryField[] = ['net', 'vat', 'gross', 'outstanding', 'paid']

/** What programs write of what was paid; in plain letters. */
const paidWords =
  'betaald paid voldaan volledigbetaald afgerond afgehandeld afgesloten gesloten closed verwerkt completed gecrediteerd'
const openWords =
  'open openstaand unpaid verzonden sent telaat late overdue verlopen pastdue herinnering herinnerd reminded aanmaning onbetaald nietbetaald wachtopbetaling wachtopbetalingdebiteur nietvervallen pending viewed bekeken'
/** And of what it is. */
const kindWords = {
  draft: 'concept draft conceptfactuur',
  credit_note: 'creditfactuur creditnota creditnote credit',
  invoice: 'factuur invoice verkoopfactuur',
}

const statuses = statusesOfWords()
const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries(kindWords).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind])),
)

/**
 * The cells of an invoice of another program as the domain reads them; what is not understood stays as it was, to be
 * refused there.
 */
export function readHistoryCells(
  row: RowCells,
  { dates, decimals }: { dates: DateOrder; decimals: DecimalMark },
): Partial<HistoryCells> {
  const cells = { ...withoutApostrophes(row) } as Partial<Record<HistoryField, string>>
  for (const field of amounts) {
    if (cells[field]) cells[field] = readAmount(cells[field], decimals)
  }
  for (const field of ['date', 'due', 'paidOn'] as const) {
    if (cells[field]) cells[field] = readDay(cells[field], dates)
  }
  const paid = statuses.get(plainName(cells.paid ?? ''))
  // «Betaald: ja» is a word in a column of amounts.
  if (paid !== undefined && readCents(cells.paid ?? '') === null) {
    return { ...cells, paid: '', payment: cells.payment || paid }
  }
  const payment = plainName(cells.payment ?? '')
  return {
    ...cells,
    payment: (kinds.get(payment) === 'draft' ? 'draft' : statuses.get(payment)) ?? cells.payment ?? '',
    kind: kinds.get(plainName(cells.kind ?? '')) ?? cells.kind ?? '',
    term: daysOf(cells.term ?? ''),
  }
}

/** The words of the screens mean the same here. */
function statusesOfWords(): ReadonlyMap<string, 'open' | 'paid'> {
  const found = new Map<string, 'open' | 'paid'>()
  for (const word of `${paidWords} ja yes true 1 waar j y`.split(' ')) found.set(word, 'paid')
  for (const word of `${openWords} nee no false 0 onwaar n`.split(' ')) found.set(word, 'open')
  const settled: readonly string[] = ['paid', 'written_off', 'credited']
  for (const language of languages) {
    const { status } = textsIn(language).screens
    for (const state of paymentStates) {
      // Of what is paid in part, or too much, the word does not say how much.
      if (state === 'part_paid' || state === 'overpaid') continue
      found.set(plainName(status[statusOfPayment[state]]), settled.includes(state) ? 'paid' : 'open')
    }
  }
  return found
}
