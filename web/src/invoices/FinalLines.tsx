import { useVatName } from '../api/vat.ts'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './FinalLines.module.css'
import type { Invoice } from './queries.ts'
import { isLessOpen, negated, useAllowanceName, useTotalsRows } from './totals-rows.ts'

/** The lines and totals of a final invoice; nothing here can be changed any more. */
export function FinalLines({ invoice }: { invoice: Invoice }) {
  const { invoicePage: words, invoiceForm, units } = useTexts()
  const format = useFormat()
  // A frozen invoice never changes its order, so the place names a line.
  const lines = invoice.lines.map((line, place) => ({
    line,
    key: `line-${place}`,
    allowances: line.allowances.map((allowance, at) => ({ allowance, key: `allowance-${at}` })),
  }))
  const withVat = invoice.pricesIncludeVat
  const isLess = isLessOpen(invoice)
  const vatName = useVatName()
  const totalsRows = useTotalsRows()
  const allowanceName = useAllowanceName()
  return (
    <table className={styles.lines} {...roles.table}>
      <caption className={withVat ? styles.prices : 'visually-hidden'}>
        {withVat ? words.linesWithVat : words.lines}
      </caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          <th {...roles.columnheader}>{invoiceForm.description}</th>
          <th {...roles.columnheader} className={styles.figure}>
            {invoiceForm.quantity}
          </th>
          <th {...roles.columnheader} className={styles.figure}>
            {withVat ? invoiceForm.priceWithVat : invoiceForm.price}
          </th>
          <th {...roles.columnheader} className={styles.figure}>
            {invoiceForm.vat}
          </th>
          <th {...roles.columnheader} className={styles.figure}>
            {withVat ? invoiceForm.amountWithVat : invoiceForm.amount}
          </th>
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {lines.map(({ line, key, allowances }) =>
          line.kind === 'text' ? (
            <tr {...roles.row} key={key}>
              <td {...roles.cell} colSpan={5} className={styles.description}>
                {line.description}
              </td>
            </tr>
          ) : (
            <tr {...roles.row} key={key}>
              <td {...roles.cell} className={styles.description}>
                {line.description}
                {allowances.map(({ allowance, key: allowanceKey }) => (
                  <small key={allowanceKey} className={styles.allowance}>
                    {allowanceName(allowance)}:{' '}
                    {format.euro(
                      allowance.kind === 'charge' ? allowance.comesTo : negated(allowance.comesTo),
                    )}
                  </small>
                ))}
              </td>
              <td {...roles.cell} className={`${styles.figure} ${styles.quantity}`}>
                {format.quantity(line.quantity)}
                {line.unit && ` ${units[line.unit]}`}
                <span className={styles.times}> × {format.euro(line.unitPrice)}</span>
              </td>
              <td {...roles.cell} className={`${styles.figure} ${styles.price}`}>
                {format.euro(line.unitPrice)}
              </td>
              <td {...roles.cell} className={`${styles.figure} ${styles.vat}`}>
                {vatName(line)}
              </td>
              <td {...roles.cell} className={`${styles.figure} ${styles.amount}`}>
                {format.euro(line.amount)}
              </td>
            </tr>
          ),
        )}
      </tbody>
      <tfoot {...roles.rowgroup}>
        {totalsRows(invoice.totals, withVat).map(({ key, name, amount }) => (
          <TotalRow key={key} name={name} amount={amount} />
        ))}
        <TotalRow
          end
          name={invoice.credits ? words.creditAmount : isLess ? words.total : invoiceForm.toPay}
          amount={format.euro(invoice.totals.gross)}
        />
        {invoice.creditNotes.map(({ id, number, gross }) => (
          <TotalRow key={id} name={words.creditNote(number)} amount={format.euro(gross)} />
        ))}
        {Number(invoice.paid) !== 0 && (
          <TotalRow name={words.received} amount={format.euro(negated(invoice.paid))} />
        )}
        {isLess && <TotalRow end name={words.stillToPay} amount={format.euro(invoice.stillToPay)} />}
      </tfoot>
    </table>
  )
}

function TotalRow({ name, amount, end = false }: { name: string; amount: string; end?: boolean }) {
  return (
    <tr {...roles.row} className={end ? styles.end : styles.total}>
      <th {...roles.rowheader} scope="row" colSpan={4}>
        {name}
      </th>
      <td {...roles.cell} className={styles.figure}>
        {amount}
      </td>
    </tr>
  )
}
