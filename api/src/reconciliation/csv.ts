import type { Texts } from '@stella/texts'
import type { Column } from '@stella/transfer'
import type { z } from 'zod'
import type { Reconciliation } from './contract.ts'

type Words = Texts['csv']['reconciliation']
type Compared = NonNullable<z.infer<typeof Reconciliation>['compared']>

type Row = {
  part: string
  what: string
  box: string
  amounts: readonly (string | null)[]
  note: string
}

/** Four parts in one table: the codes, the accounts, the differences, and the figures per VAT number. */
export async function* csvRows(compared: Compared, words: Words): AsyncIterable<Row> {
  for (const { books, box, difference, stella, vatCode } of compared.rows) {
    const amounts = [stella.net, stella.vat, books.net, books.vat, difference.net, difference.vat]
    yield { part: words.partCode, what: vatCode, box: box ?? '', amounts, note: '' }
  }
  for (const { account, books, difference, side, stella } of compared.accounts ?? []) {
    const what = words[side](account ?? words.noAccount)
    const amounts = [stella, null, books, null, difference, null]
    yield { part: words.partAccount, what, box: '', amounts, note: '' }
  }
  for (const { acceptance, detail, title, total } of compared.differences) {
    const note = acceptance === null ? detail : words.accepted(acceptance.by, acceptance.reason)
    const amounts = [null, null, null, null, total.net, total.vat]
    yield { part: words.partDifference, what: title, box: '', amounts, note }
  }
  for (const { customer, goods, services, vatNumber } of compared.icp) {
    const what = vatNumber ?? words.noVatNumber
    yield {
      part: words.partIcp,
      what: `${what} ${customer}`,
      box: '3b',
      amounts: [goods, services],
      note: words.icpNote,
    }
  }
}

export function csvColumns(words: Words): Column<Row>[] {
  const amountAt = (title: string, at: number): Column<Row> => ({
    title,
    cell: ({ amounts }) => {
      const amount = amounts[at]
      return amount == null ? '' : { amount }
    },
  })
  return [
    { title: words.part, cell: ({ part }) => part },
    { title: words.what, cell: ({ what }) => what },
    { title: words.box, cell: ({ box }) => box },
    ...words.amounts.map(amountAt),
    { title: words.note, cell: ({ note }) => note },
  ]
}
