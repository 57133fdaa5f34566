import { useMediaQuery } from '@mantine/hooks'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { SortField } from '../components/SortField.tsx'
import { SortHeading, type Sorting } from '../components/SortHeading.tsx'
import { PaymentStatus, Status, statusOf } from '../components/Status.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { type InvoiceColumn, type InvoiceListSearch, paths } from '../routing/paths.ts'
import styles from './InvoiceTable.module.css'
import type { InvoiceSummary } from './queries.ts'
import { usualOrder } from './search.ts'
import type { Selection } from './selection.ts'

export type Choosing = {
  readonly selection: Selection
  readonly onChoose: (id: string, withShift: boolean) => void
  readonly onChooseAll: (all: boolean) => void
}

type InvoiceTableProps = { choosing: Choosing; invoices: InvoiceSummary[]; search: InvoiceListSearch }

/**
 * The list of invoices, sorted by the column whose head is pressed; on a phone each row becomes three lines, customer and
 * amount first. Each can be chosen, a range of them with Shift.
 */
export function InvoiceTable({ choosing, invoices, search }: InvoiceTableProps) {
  const { invoices: texts, messages, payments } = useTexts()
  const isPhone = useMediaQuery('(max-width: 48em)')
  const all = <ChooseAll choosing={choosing} invoices={invoices} />
  return (
    <>
      {isPhone && <PhoneHead search={search}>{all}</PhoneHead>}
      <table className={`${table.table} ${styles.invoices}`} {...roles.table}>
        <caption className="visually-hidden">{texts.list}</caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            <th {...roles.columnheader} className={styles.tick}>
              {isPhone ? <span className="visually-hidden">{texts.chosen}</span> : all}
            </th>
            <Heading search={search} column="nummer" label={texts.number} first="largest" />
            <Heading search={search} column="klant" label={texts.customer} />
            <Heading search={search} column="datum" label={texts.date} first="largest" />
            <Heading search={search} column="vervalt" label={texts.due} />
            <Heading search={search} column="status" label={texts.inBooks} />
            <Heading
              search={search}
              column="open"
              label={payments.column}
              first="largest"
              className={styles.payment ?? ''}
            />
            <th {...roles.columnheader} className={styles.sent}>
              {messages.column}
            </th>
            <th {...roles.columnheader} className={`${styles.vat} ${table.number}`}>
              {texts.vat}
            </th>
            <Heading
              search={search}
              column="bedrag"
              label={texts.total}
              first="largest"
              className={table.number ?? ''}
            />
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {invoices.map((invoice) => (
            <InvoiceRow key={invoice.id} invoice={invoice} choosing={choosing} />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** There is one: in the head of a wide table, above the lines of a narrow one. */
const CHOOSE_ALL = 'choose-all'

function ChooseAll({ choosing, invoices }: { choosing: Choosing; invoices: InvoiceSummary[] }) {
  const { selection } = useTexts()
  const chosen = invoices.filter(({ id }) => choosing.selection.has(id)).length
  return (
    <input
      type="checkbox"
      id={CHOOSE_ALL}
      aria-label={selection.chooseAll}
      checked={chosen > 0 && chosen === invoices.length}
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && chosen < invoices.length
      }}
      onChange={(event) => choosing.onChooseAll(event.currentTarget.checked)}
    />
  )
}

type HeadingProps = {
  search: InvoiceListSearch
  column: InvoiceColumn
  label: string
  first?: 'smallest' | 'largest'
  className?: string
}

function Heading({ first = 'smallest', search, ...heading }: HeadingProps) {
  const { volgorde = usualOrder } = search
  return (
    <SortHeading {...heading} first={first} current={volgorde} link={(order) => inOrder(search, order)} />
  )
}

function inOrder({ volgorde: _, ...kept }: InvoiceListSearch, order: Sorting<InvoiceColumn>) {
  return paths.invoices({ ...kept, ...(order !== usualOrder && { volgorde: order }) })
}

/** What stands in the heads of a wide screen, above the lines of a narrow one. */
function PhoneHead({ children, search }: { children: ReactNode; search: InvoiceListSearch }) {
  const { invoices: texts, selection } = useTexts()
  const navigate = useNavigate()
  return (
    <div className={styles.phoneHead}>
      {/* The box has its own, longer name. */}
      <span className={styles.chooseAll}>
        {children}
        <label htmlFor={CHOOSE_ALL}>{selection.all}</label>
      </span>
      <SortField
        label={texts.order}
        columns={texts.orders}
        current={search.volgorde ?? usualOrder}
        onSort={(order) => void navigate({ ...inOrder(search, order), replace: true, resetScroll: false })}
      />
    </div>
  )
}

function InvoiceRow({ choosing, invoice }: { choosing: Choosing; invoice: InvoiceSummary }) {
  const { invoices: texts, common, selection } = useTexts()
  const format = useFormat()
  const failed = invoice.booksState === 'failed'
  const isChosen = choosing.selection.has(invoice.id)
  // Nobody has to pay a credit note by a day.
  const isDue = invoice.number !== null && !invoice.isCreditNote
  return (
    <tr
      {...roles.row}
      className={`${table.row} ${failed ? table.failed : ''} ${isChosen ? styles.chosen : ''}`}
    >
      <td {...roles.cell} className={styles.tick}>
        <input
          type="checkbox"
          aria-labelledby={`choose-${invoice.id} number-${invoice.id}`}
          checked={isChosen}
          onChange={(event) => choosing.onChoose(invoice.id, (event.nativeEvent as MouseEvent).shiftKey)}
        />
        <span id={`choose-${invoice.id}`} hidden>
          {selection.choose}
        </span>
      </td>
      <td {...roles.cell} className={`${styles.number} ${table.whole}`}>
        <Link
          id={`number-${invoice.id}`}
          className={`${table.rowLink} ${invoice.number ? '' : styles.unnumbered}`}
          {...paths.invoice(invoice.id)}
          aria-label={`${invoice.number ?? texts.withoutNumber}, ${invoice.customerName}`}
        >
          {invoice.number ?? texts.withoutNumber}
        </Link>
      </td>
      <td {...roles.cell} className={styles.customer}>
        {invoice.customerName}
        {invoice.isCreditNote && <span className={table.quiet}> · {texts.credit}</span>}
      </td>
      <td {...roles.cell} className={`${styles.date} ${table.whole}`}>
        {format.day(invoice.invoiceDate)}
      </td>
      <td {...roles.cell} className={`${styles.due} ${table.whole}`} data-empty={!isDue || undefined}>
        {isDue ? (
          <>
            <span className={styles.dueWord}>{texts.dueOn('')}</span>
            {format.day(invoice.dueDate)}
          </>
        ) : (
          <>
            <span aria-hidden="true">–</span>
            <span className="visually-hidden">{common.none}</span>
          </>
        )}
      </td>
      <td {...roles.cell} className={styles.books}>
        <Status of={statusOf(invoice.booksState)} />
      </td>
      <td {...roles.cell} className={styles.payment} data-payment={invoice.paymentState ?? 'none'}>
        <PaymentOf invoice={invoice} />
      </td>
      <td
        {...roles.cell}
        className={`${styles.sent} ${table.whole}`}
        data-mail={invoice.mailState ?? undefined}
      >
        <SentWhen invoice={invoice} />
      </td>
      <td {...roles.cell} className={`${styles.vat} ${table.number} ${table.quiet}`}>
        {format.euro(invoice.totalVat)}
      </td>
      <td {...roles.cell} className={`${styles.total} ${table.number}`}>
        {format.euro(invoice.totalGross)}
        <Left invoice={invoice} />
      </td>
    </tr>
  )
}

/** What credit notes leave of an invoice, where they took anything. */
function Left({ invoice }: { invoice: InvoiceSummary }) {
  const { invoices: texts } = useTexts()
  const format = useFormat()
  const { isCreditNote, state, stillToPay, totalGross } = invoice
  if (state === 'draft' || isCreditNote || Number(totalGross) <= 0 || stillToPay === totalGross) return null
  return (
    <small className={`${styles.left} ${table.quiet}`}>
      {Number(stillToPay) === 0 ? texts.creditedWhole : texts.left(format.euro(stillToPay))}
    </small>
  )
}

/** What of it is paid; what is open of a part stands with it. */
function PaymentOf({ invoice: { outstanding, paymentState } }: { invoice: InvoiceSummary }) {
  const { common, payments } = useTexts()
  const format = useFormat()
  if (paymentState !== null)
    return (
      <>
        <PaymentStatus of={paymentState} />
        {paymentState === 'part_paid' && (
          <span className={styles.left}>
            {payments.outstanding} {format.euro(outstanding)}
          </span>
        )}
      </>
    )
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{common.none}</span>
    </>
  )
}

/** When the customer's mail server took it, or how far it is. */
function SentWhen({ invoice: { mailedAt, mailState } }: { invoice: InvoiceSummary }) {
  const { common, messages } = useTexts()
  const format = useFormat()
  if (mailState === 'sent' && mailedAt) return format.moment(mailedAt).split(',')[0]
  if (mailState === 'failed') return <Status of="failed">{messages.inList.failed}</Status>
  if (mailState !== null) return <span className={table.quiet}>{messages.inList[mailState]}</span>
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{common.none}</span>
    </>
  )
}
