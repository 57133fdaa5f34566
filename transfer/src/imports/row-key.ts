import type { ImportField, ImportKind } from './import-fields.ts'
import type { Cells, Known } from './known.ts'

/** By what a row is known to be of the same customer or product as another. */
export type RowKey = {
  /** The same for two rows of one file that are the same. */
  readonly text: string
  /** At which field it is said that they are. */
  readonly field: ImportField
  /** Those of Stella that it is. */
  readonly matching: (candidates: readonly Known[]) => readonly Known[]
}

/**
 * Customers are the same by the number of the trade register or for VAT, and of several with that number by name; else
 * by name with postal code, town or e-mail address. Products are the same by code, else by description; invoices by
 * number.
 */
export function keyOf(kind: ImportKind, cells: Cells): RowKey {
  if (kind === 'customers') return keyOfCustomer(cells)
  return kind === 'products' ? keyOfProduct(cells) : keyOfInvoice(cells)
}

/** As it is compared: whatever the case, the accents and the spaces. */
function comparable(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function keyOfCustomer(cells: Cells): RowKey {
  const name = comparable(cells.name)
  const [kvk, vat] = [bareNumber(cells.kvkNumber), bareNumber(cells.vatNumber)]
  const places = [cells.postalCode, cells.city, cells.email, cells.address].map((text) => bareNumber(text))
  const field = kvk !== '' ? 'kvkNumber' : vat !== '' ? 'vatNumber' : 'name'
  return {
    text: JSON.stringify(kvk || vat ? [kvk || vat, name] : [name, ...places]),
    field,
    matching: (candidates) => {
      const byNumber = candidates.filter(
        ({ cells: known }) =>
          (kvk !== '' && bareNumber(known.kvkNumber) === kvk) ||
          (vat !== '' && bareNumber(known.vatNumber) === vat),
      )
      const named = (known: Known) => comparable(known.cells.name) === name
      if (byNumber.length > 0) return byNumber.some(named) ? byNumber.filter(named) : byNumber
      return candidates.filter((known) => named(known) && isNoOther(known.cells, { kvk, vat, cells }))
    },
  }
}

/** Whether a customer of the same name may be the same: no number speaks against it, nor does where it is. */
function isNoOther(known: Cells, row: { kvk: string; vat: string; cells: Cells }): boolean {
  const differs = (one: string, other: string) => one !== '' && other !== '' && one !== other
  if (differs(bareNumber(known.kvkNumber), row.kvk) || differs(bareNumber(known.vatNumber), row.vat))
    return false
  const fields = ['postalCode', 'city', 'email'] as const
  const pairs = fields.map((field) => [bareNumber(known[field]), bareNumber(row.cells[field])] as const)
  const both = pairs.filter(([one, other]) => one !== '' && other !== '')
  return both.length === 0 || both.some(([one, other]) => one === other)
}

function keyOfProduct(cells: Cells): RowKey {
  const [code, description] = [comparable(cells.code), comparable(cells.description)]
  if (code !== '')
    return {
      text: JSON.stringify(['code', code]),
      field: 'code',
      matching: (candidates) => candidates.filter((known) => comparable(known.cells.code) === code),
    }
  return {
    text: JSON.stringify(['description', description]),
    field: 'description',
    matching: (candidates) =>
      candidates.filter(
        (known) => (known.cells.code ?? '') === '' && comparable(known.cells.description) === description,
      ),
  }
}

/** Whichever other has its number is told by number and day in the database. */
function keyOfInvoice({ number }: Cells): RowKey {
  return { text: comparable(number), field: 'number', matching: () => [] }
}

function bareNumber(text: string | undefined): string {
  return comparable(text).replaceAll(/[\s.-]/g, '')
}
