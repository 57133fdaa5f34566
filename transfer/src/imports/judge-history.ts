import { findNumberedInvoices, type NumberedInvoice, type Transaction } from '@stella/database'
import { type Problem, type Validated, validateCustomer, validateHistory } from '@stella/invoicing'
import { customerInput } from '../tables/customer-table.ts'
import { historyInput } from '../tables/history-table.ts'
import type { ImportField } from './import-fields.ts'
import type { Conventions, HistoryContent, Judged, JudgeOne, RowProblem } from './judge-row.ts'
import type { Cells, Known } from './known.ts'
import { knownOnes } from './known-ones.ts'
import { readCustomerCells } from './read-cells.ts'
import { keyOf } from './row-key.ts'

/**
 * What judges invoices of another program: each is new, the same as one that Stella has, or wrong. None changes: what is
 * final stays as it is. A customer that Stella does not know comes along with its first invoice.
 */
export async function judgeHistory(
  tx: Transaction,
  all: readonly Cells[],
  given: Conventions,
): Promise<JudgeOne> {
  const numbers = all.map(({ number = '' }) => number).filter((number) => number !== '')
  const numbered = new Map((await findNumberedInvoices(tx, numbers)).map((it) => [it.number, it]))
  const candidatesOf = await knownOnes(tx, 'customers', all.map(customerOf))
  return (cells, _, twiceOf) => {
    if (twiceOf !== null) return wrong([{ field: 'number', code: 'row_twice', limit: twiceOf }])
    const customer = customerOf(cells)
    return judged(cells, given, numbered.get(cells.number ?? '') ?? null, () =>
      whose(customer, candidatesOf(customer)),
    )
  }
}

function judged(
  cells: Cells,
  given: Conventions,
  known: NumberedInvoice | null,
  whose: () => Validated<HistoryContent['customer']> | 'ambiguous',
): Judged {
  const invoice = validateHistory(historyInput(cells), given.vatTreatment)
  if (!invoice.ok) return wrong(invoice.problems.map((it) => problemAt(it.path as ImportField, it)))
  if (known !== null) {
    const isSame = known.invoiceDate === invoice.value.invoiceDate && known.gross === invoice.value.gross
    if (!isSame) return wrong([{ field: 'number', code: 'number_taken' }])
    const same = { id: known.id, revision: 0, cells: {} }
    return { fate: 'same', problems: [], changes: [], content: null, known: same }
  }
  const customer = whose()
  if (customer === 'ambiguous') return wrong([{ field: 'customer', code: 'row_ambiguous' }])
  if (!customer.ok)
    return wrong(customer.problems.map((it) => problemAt(fieldsOfCustomer[it.path] ?? 'customer', it)))
  const content = { invoice: invoice.value, customer: customer.value }
  return { fate: 'new', problems: [], changes: [], content, known: null }
}

/** The customer of Stella that is meant, or one that comes along. */
function whose(
  cells: Cells,
  candidates: readonly Known[],
): Validated<HistoryContent['customer']> | 'ambiguous' {
  const key = keyOf('customers', cells)
  const [known, ...others] = key.matching(candidates)
  if (others.length > 0) return 'ambiguous'
  if (known !== undefined) return { ok: true, value: { id: known.id } }
  const outcome = validateCustomer(customerInput(cells))
  return outcome.ok ? { ok: true, value: { key: key.text, content: outcome.value } } : outcome
}

function customerOf({ customer, customerEmail, customerKvk, customerVat }: Cells): Cells {
  return readCustomerCells({
    name: customer ?? '',
    kvkNumber: customerKvk ?? '',
    vatNumber: customerVat ?? '',
    email: customerEmail ?? '',
  })
}

const fieldsOfCustomer: Readonly<Record<string, ImportField>> = {
  name: 'customer',
  kvkNumber: 'customerKvk',
  vatNumber: 'customerVat',
  email: 'customerEmail',
}

function problemAt(field: ImportField, { code, limit }: Problem): RowProblem {
  return { field, code, ...(limit === undefined ? {} : { limit }) }
}

function wrong(problems: readonly RowProblem[]): Judged {
  return { fate: 'wrong', problems, changes: [], content: null, known: null }
}
