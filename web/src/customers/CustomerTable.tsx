import { useMediaQuery } from '@mantine/hooks'
import { Link, useNavigate } from '@tanstack/react-router'
import { SortField } from '../components/SortField.tsx'
import { SortHeading, type Sorting } from '../components/SortHeading.tsx'
import { Status } from '../components/Status.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { type CustomerColumn, type CustomerListSearch, paths } from '../routing/paths.ts'
import styles from './CustomerTable.module.css'
import type { CustomerInList } from './queries.ts'
import { usualOrder } from './search.ts'

type CustomerTableProps = { customers: CustomerInList[]; search: CustomerListSearch }

/**
 * The list of customers with what they come to, sorted by the column whose head is pressed. On a phone the rows become
 * lines of a grid; the roles keep them a table for a screen reader.
 */
export function CustomerTable({ customers, search }: CustomerTableProps) {
  const { customers: texts } = useTexts()
  const navigate = useNavigate()
  const isPhone = useMediaQuery('(max-width: 48em)')
  const current = search.volgorde ?? usualOrder
  const link = (order: Sorting<CustomerColumn>) => inOrder(search, order)
  return (
    <>
      {isPhone && (
        <div className={styles.order}>
          <SortField
            label={texts.order}
            columns={texts.orders}
            current={current}
            onSort={(order) => void navigate({ ...link(order), replace: true, resetScroll: false })}
          />
        </div>
      )}
      <table className={table.table} {...roles.table}>
        <caption className="visually-hidden">{texts.list}</caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            <SortHeading column="naam" label={texts.name} current={current} first="smallest" link={link} />
            <th {...roles.columnheader}>{texts.city}</th>
            <th {...roles.columnheader} className={styles.email}>
              {texts.email}
            </th>
            <th {...roles.columnheader}>{texts.relation}</th>
            {(['gefactureerd', 'open'] as const).map((column) => (
              <SortHeading
                key={column}
                column={column}
                label={column === 'open' ? texts.outstanding : texts.invoiced}
                current={current}
                first="largest"
                link={link}
                className={table.number ?? ''}
              />
            ))}
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {customers.map((customer) => (
            <CustomerRow key={customer.id} customer={customer} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function inOrder({ volgorde: _, ...kept }: CustomerListSearch, order: Sorting<CustomerColumn>) {
  return paths.customers({ ...kept, ...(order !== usualOrder && { volgorde: order }) })
}

function CustomerRow({ customer }: { customer: CustomerInList }) {
  const { customers: texts } = useTexts()
  const format = useFormat()
  const { invoiced, outstanding, relation } = customer
  const isSettled = Number(outstanding) === 0
  return (
    <tr {...roles.row} className={table.row}>
      <td {...roles.cell} className={styles.name}>
        <Link className={table.rowLink} {...paths.customer(customer.id)}>
          {customer.name}
        </Link>
      </td>
      <td {...roles.cell} className={styles.city}>
        {customer.city}
      </td>
      <td {...roles.cell} className={styles.email}>
        {customer.email}
      </td>
      <td {...roles.cell} className={`${styles.relation} ${table.whole}`}>
        {relation.state === 'none' ? (
          <span className={table.quiet}>{texts.relationStates.none}</span>
        ) : relation.state === 'processed' ? (
          (relation.code ?? texts.relationStates.processed)
        ) : (
          <Status of={relation.state}>{texts.relationStates[relation.state]}</Status>
        )}
      </td>
      <td {...roles.cell} className={`${styles.invoiced} ${table.number}`}>
        {format.euro(invoiced)}
      </td>
      <td {...roles.cell} className={`${styles.open} ${table.number}`} data-settled={isSettled || undefined}>
        <span className={styles.openAmount}>{format.euro(outstanding)}</span>
        <span className={styles.openWords}>{texts.openOf(format.euro(outstanding))}</span>
      </td>
    </tr>
  )
}
