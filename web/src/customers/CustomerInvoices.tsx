import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Empty } from '../components/Empty.tsx'
import { ButtonLink } from '../components/links.tsx'
import { PagedList } from '../components/PagedList.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { Status, statusOf } from '../components/Status.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './CustomerPage.module.css'
import { type CustomerDetail, customerInvoicesQuery, type InvoiceOfCustomer } from './queries.ts'

/** The invoices of a customer, and of those that went up in it, the newest first. */
export function CustomerInvoices({ customer }: { customer: CustomerDetail }) {
  const { customerForm: form, customerPage: words, invoices: texts } = useTexts()
  const query = useInfiniteQuery(customerInvoicesQuery(customer.id))
  const add = <ButtonLink {...paths.newInvoice({ klant: customer.id })}>{form.newInvoice}</ButtonLink>
  return (
    <Sheet aria-labelledby="invoices-title">
      <h2 id="invoices-title" className={styles.sheetTitle}>
        {texts.title}
      </h2>
      <PagedList
        query={query}
        unavailable={texts.unavailable}
        none={<Empty title={words.noInvoices} action={customer.archivedAt === null ? add : undefined} />}
      >
        {(invoices) => (
          <table className={`${table.table} ${styles.invoices}`} {...roles.table}>
            <caption className="visually-hidden">{words.invoicesOf(customer.name)}</caption>
            <thead {...roles.rowgroup}>
              <tr {...roles.row}>
                <th {...roles.columnheader}>{texts.number}</th>
                <th {...roles.columnheader}>{texts.date}</th>
                <th {...roles.columnheader}>{texts.due}</th>
                <th {...roles.columnheader}>{texts.inBooks}</th>
                <th {...roles.columnheader} className={table.number}>
                  {texts.total}
                </th>
              </tr>
            </thead>
            <tbody {...roles.rowgroup}>
              {invoices.map((invoice) => (
                <Row key={invoice.id} invoice={invoice} />
              ))}
            </tbody>
          </table>
        )}
      </PagedList>
    </Sheet>
  )
}

function Row({ invoice }: { invoice: InvoiceOfCustomer }) {
  const { invoices: texts } = useTexts()
  const format = useFormat()
  return (
    <tr {...roles.row} className={table.row}>
      <td {...roles.cell} className={`${styles.number} ${table.whole}`}>
        <Link className={table.rowLink} {...paths.invoice(invoice.id)}>
          {invoice.number ?? texts.withoutNumber}
        </Link>
        {invoice.isCreditNote && <span className={table.quiet}> · {texts.credit}</span>}
      </td>
      <td {...roles.cell} className={`${styles.date} ${table.whole}`}>
        {format.day(invoice.invoiceDate)}
      </td>
      <td {...roles.cell} className={`${styles.due} ${table.whole} ${table.quiet}`}>
        {invoice.number && !invoice.isCreditNote ? format.day(invoice.dueDate) : ''}
      </td>
      <td {...roles.cell} className={styles.books}>
        <Status of={statusOf(invoice.booksState)} />
      </td>
      <td {...roles.cell} className={`${styles.total} ${table.number}`}>
        {format.euro(invoice.totalGross)}
      </td>
    </tr>
  )
}
