import {
  type CustomerContent,
  type HistoricalInvoice,
  type Problem,
  type ProductContent,
  validateCustomer,
  validateProduct,
} from '@stella/invoicing'
import { customerCells, customerInput } from '../tables/customer-table.ts'
import { productCells, productInput } from '../tables/product-table.ts'
import type { DateOrder } from './dates.ts'
import type { DecimalMark } from './decimals.ts'
import type { ImportField, ImportKind, RowCells } from './import-fields.ts'
import type { Cells, Known } from './known.ts'
import { readCustomerCells, readProductCells } from './read-cells.ts'
import { readHistoryCells } from './read-history-cells.ts'
import { keyOf } from './row-key.ts'

/** What a row would become. */
export type Fate = 'new' | 'same' | 'changed' | 'wrong'

/** What is wrong with a row, and at which of its fields. */
export type RowProblem = {
  readonly field: ImportField
  readonly code: Problem['code'] | 'row_twice' | 'row_ambiguous' | 'number_taken'
  readonly limit?: number
}

/** A field that the file has another value for than Stella has. */
export type RowChange = { readonly field: ImportField; readonly from: string; readonly to: string }

/** How the cells of a file are read. */
export type Conventions = {
  readonly decimals: DecimalMark
  readonly dates: DateOrder
  /** What a product or an invoice has whose row says nothing of VAT; null where that is asked. */
  readonly vatTreatment: string | null
  /** How an invoice stands whose row does not say what is open of it; null where that is asked. */
  readonly payment: 'open' | 'paid' | null
}

/** An invoice of another program, with its customer: one of Stella, or one that comes along. */
export type HistoryContent = {
  readonly invoice: HistoricalInvoice
  readonly customer: { readonly id: string } | { readonly key: string; readonly content: CustomerContent }
}

export type Judged = {
  readonly fate: Fate
  readonly problems: readonly RowProblem[]
  readonly changes: readonly RowChange[]
  /** Whole and judged by the domain: of a new one the row's, of a changed one what it would become. */
  readonly content: CustomerContent | ProductContent | HistoryContent | null
  /** Which one it is already. */
  readonly known: Known | null
}

/** A row, with what a person put in the place of its cells. */
export type Row = { readonly cells: RowCells; readonly mended: RowCells }

/** What judges a row by its cells, beside what is in Stella, and by the earlier row of the file that is the same. */
export type JudgeOne = (cells: Cells, row: Row, twiceOf: number | null) => Judged

/** What may change when a file comes again; what is final does not. */
type RegisterKind = Exclude<ImportKind, 'invoices'>

/** The cells of a row in codes and machine notation, as far as they are understood. */
export function cellsOfRow(kind: ImportKind, { cells, mended }: Row, given: Conventions): Cells {
  // A street that was mended is whole: no number comes behind it any more.
  const { houseNumber, houseNumberAddition, ...others } = cells
  const numbers = 'address' in mended ? {} : { houseNumber, houseNumberAddition }
  const row = Object.fromEntries(
    Object.entries({ ...others, ...numbers, ...mended }).filter(([, text]) => text !== undefined),
  ) as RowCells
  if (kind === 'customers') return readCustomerCells(row)
  if (kind === 'invoices') {
    const read = readHistoryCells(row, given)
    const isSaid = (['outstanding', 'paid', 'paidOn', 'payment'] as const).some((field) => read[field])
    return isSaid || given.payment === null ? read : { ...read, payment: given.payment }
  }
  const read = readProductCells(row, given.decimals)
  return { ...read, vatTreatment: read.vatTreatment || (given.vatTreatment ?? '') }
}

/**
 * What becomes of a row, beside those that may be the same in Stella. An empty cell says nothing: it takes nothing away
 * from what is known.
 *
 * @param twiceOf the earlier row of the file that is of the same customer or product
 */
export function judgeRow(
  kind: RegisterKind,
  row: Row,
  given: Conventions,
  { candidates, twiceOf }: { candidates: readonly Known[]; twiceOf: number | null },
): Judged {
  const cells = cellsOfRow(kind, row, given)
  const none = { changes: [], content: null, known: null }
  const key = keyOf(kind, cells)
  if (twiceOf !== null)
    return { ...none, fate: 'wrong', problems: [{ field: key.field, code: 'row_twice', limit: twiceOf }] }
  const said = saidFields(kind, row, cells)
  const matching = key.matching(candidates)
  const equal = matching.find((known) => changesOf(known, cells, said).length === 0)
  if (equal !== undefined) return { ...none, fate: 'same', problems: [], known: equal }
  if (matching.length > 1)
    return { ...none, fate: 'wrong', problems: [{ field: key.field, code: 'row_ambiguous' }] }
  const [known] = matching
  const overlay = known === undefined ? cells : { ...known.cells, ...pick(cells, said) }
  const outcome = validateCells(kind, overlay)
  if (!outcome.ok) {
    const problems = outcome.problems.map(({ path, code, limit }) => ({
      field: fieldOfPath(path),
      code,
      ...(limit === undefined ? {} : { limit }),
    }))
    return { ...none, fate: 'wrong', problems, known: known ?? null }
  }
  if (known === undefined) return { ...none, fate: 'new', problems: [], content: outcome.value }
  // The domain tidies: «8011ab» is no change of «8011 AB».
  const changes = changesOf(known, contentCells(kind, outcome.value), said)
  const fate = changes.length === 0 ? 'same' : 'changed'
  return { fate, problems: [], changes, content: outcome.value, known }
}

/** The content of a customer or product as cells. */
function contentCells(kind: RegisterKind, content: CustomerContent | ProductContent): Cells {
  return kind === 'customers'
    ? customerCells(content as CustomerContent)
    : productCells(content as ProductContent)
}

function validateCells(kind: RegisterKind, cells: Cells) {
  return kind === 'customers' ? validateCustomer(customerInput(cells)) : validateProduct(productInput(cells))
}

/** The fields of which the row says something by itself. */
function saidFields(kind: RegisterKind, { cells, mended }: Row, read: Cells): ImportField[] {
  const raw = { ...cells, ...mended }
  const isSaid = (field: string) => (raw[field as ImportField] ?? '').trim() !== ''
  return (Object.keys(read) as ImportField[]).filter((field) => {
    if ((read[field as keyof Cells] ?? '') === '') return false
    if (isSaid(field)) return true
    // Made of other columns.
    return kind === 'customers' && field === 'contactName' && isSaid('lastName')
  })
}

function changesOf({ cells: known }: Known, cells: Cells, said: readonly ImportField[]): RowChange[] {
  return said.flatMap((field) => {
    const [from = '', to = ''] = [known[field as keyof Cells], cells[field as keyof Cells]]
    return from === to ? [] : [{ field, from, to }]
  })
}

function pick(cells: Cells, fields: readonly ImportField[]): Cells {
  return Object.fromEntries(fields.map((field) => [field, cells[field as keyof Cells]]))
}

const postalFields: Readonly<Record<string, ImportField>> = {
  'postalAddress.address': 'postalAddress',
  'postalAddress.postalCode': 'postalPostalCode',
  'postalAddress.city': 'postalCity',
  'postalAddress.country': 'postalCountry',
}

function fieldOfPath(path: string): ImportField {
  if (path.startsWith('contacts')) return 'contacts'
  return postalFields[path] ?? (path as ImportField)
}
