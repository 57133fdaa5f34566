import type {
  ExportedBooking,
  ListedActivity,
  StoredCustomer,
  StoredInvoice,
  StoredProduct,
} from '@stella/database'
import { type Cents, type FinalInvoice, formatAmount } from '@stella/invoicing'
import { type Language, type Texts, textsIn } from '@stella/texts'
import { type Column, customerColumns, productColumns } from '../tables/columns.ts'
import { wordsIn } from '../tables/words.ts'

/** A file of the archive, by its name in the texts. */
export type TableName = keyof Texts['exports']['tables']

/** An invoice with what is open of it, with its credit notes; of such a note nothing is open by itself. */
export type ExportedInvoice = StoredInvoice & { readonly outstanding: Cents }

/** An invoice with one of its lines, and where that stands. */
export type ExportedLine = { readonly invoice: StoredInvoice; readonly at: number }

/** The columns of each file, as titles with their cells; what each holds stands in the texts under the same name. */
export function exportTables(language: Language) {
  const { csv, exports: words, screens } = textsIn(language)
  const coded = wordsIn(language)
  const yesNo = (is: boolean) => (is ? csv.yes : csv.no)
  const titled = <Row>(
    table: TableName,
    cells: Readonly<Record<string, Column<Row>['cell']>>,
  ): Column<Row>[] => {
    const titles: Readonly<Record<string, { title: string }>> = words.tables[table].columns
    return Object.entries(cells).map(([name, cell]) => ({ title: titles[name]?.title ?? name, cell }))
  }
  return {
    customers: [
      ...customerColumns(language),
      ...titled<StoredCustomer>('customers', { archived: ({ archivedAt }) => yesNo(archivedAt !== null) }),
    ] as Column<StoredCustomer>[],
    products: productColumns(language) as Column<StoredProduct>[],
    invoices: titled<ExportedInvoice>('invoices', {
      number: ({ number }) => number,
      kind: (invoice) => csv.invoices[kindOf(invoice)],
      customer: ({ customer }) => customer.name,
      customerKvk: ({ customer }) => customer.kvkNumber,
      customerVat: ({ customer }) => customer.vatNumber,
      date: ({ invoiceDate }) => invoiceDate,
      term: ({ paymentTermDays }) => String(paymentTermDays),
      description: ({ description }) => description,
      reference: ({ buyerReference }) => buyerReference ?? null,
      order: ({ orderNumber }) => orderNumber ?? null,
      withVat: ({ pricesIncludeVat }) => yesNo(pricesIncludeVat),
      net: ({ totals }) => ({ amount: formatAmount(totals.net) }),
      vat: ({ totals }) => ({ amount: formatAmount(totals.vat) }),
      gross: ({ totals }) => ({ amount: formatAmount(totals.gross) }),
      outstanding: ({ outstanding }) => ({ amount: formatAmount(outstanding) }),
      credits: (invoice) =>
        invoice.state === 'final'
          ? ((invoice as FinalInvoice).credits?.number ?? invoice.originCredits)
          : null,
      origin: ({ origin }) => origin,
    }),
    lines: titled<ExportedLine>('lines', {
      number: ({ invoice }) => invoice.number,
      date: ({ invoice }) => invoice.invoiceDate,
      position: ({ at }) => String(at + 1),
      description: (row) => lineOf(row)?.description ?? null,
      quantity: (row) => ({ amount: lineOf(row)?.quantity ?? '' }),
      unit: (row) => coded.unit[lineOf(row)?.unit ?? ''] ?? null,
      unitPrice: (row) => ({ amount: lineOf(row)?.unitPrice ?? '' }),
      vatTreatment: (row) =>
        screens.vat.choices[(lineOf(row)?.vatTreatment ?? '') as 'high'] ?? lineOf(row)?.vatTreatment ?? null,
      vatRate: (row) => ({ amount: lineOf(row)?.vatRate ?? '' }),
    }),
    bookings: titled<ExportedBooking>('bookings', {
      number: ({ invoiceNumber }) => invoiceNumber,
      reference: ({ reference }) => reference,
      state: ({ state }) => state,
      mutation: ({ mutationNumber }) => mutationNumber?.toString() ?? null,
      booked: ({ bookedAt }) => bookedAt?.toISOString() ?? null,
      verified: ({ verifiedAt }) => verifiedAt?.toISOString() ?? null,
    }),
    log: titled<ListedActivity>('log', {
      at: ({ at }) => at.toISOString(),
      what: ({ kind, parameters }) => sentenceOf(kind, parameters, language),
      outcome: ({ outcome }) => outcome,
      kind: ({ kind }) => kind,
    }),
  }
}

function kindOf(invoice: StoredInvoice): 'draft' | 'creditNote' | 'invoice' {
  if (invoice.state === 'draft') return 'draft'
  return invoice.credits || invoice.originIsCredit ? 'creditNote' : 'invoice'
}

function lineOf({ at, invoice }: ExportedLine) {
  return invoice.lines[at]
}

/** A kind of a later version has no sentence here. */
function sentenceOf(kind: string, parameters: ListedActivity['parameters'], language: Language): string {
  const { activities } = textsIn(language)
  const sentences: Partial<
    Record<string, (facts: ListedActivity['parameters']) => { title: readonly string[] }>
  > = activities
  return sentences[kind]?.(parameters).title.join('') ?? kind
}
