import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './CodeTable.module.css'
import type { Compared } from './queries.ts'

type Row = NonNullable<Compared['accounts']>[number]

/** Both sides per ledger account, and what lies between them. */
export function AccountTable({ compared: { accounts, rows } }: { compared: Compared }) {
  const { reconciliation: texts } = useTexts()
  if (rows.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="accounts">
      <h2 id="accounts">{texts.byAccount}</h2>
      {accounts === null ? (
        <p className={table.quiet}>{texts.accountsUnread}</p>
      ) : (
        <Accounts rows={accounts} />
      )}
    </section>
  )
}

function Accounts({ rows }: { rows: readonly Row[] }) {
  const { reconciliation: texts } = useTexts()
  return (
    <Sheet as="div">
      <table className={`${table.table} ${styles.codes}`} {...roles.table}>
        <caption className="visually-hidden">{texts.accountTable}</caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            <th {...roles.columnheader}>{texts.account}</th>
            {[texts.stella, texts.books, texts.difference].map((side) => (
              <th key={side} {...roles.columnheader} className={`${table.number} ${styles.side}`}>
                {side}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {rows.map((row) => (
            <AccountRow key={`${row.side} ${row.account}`} row={row} />
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

function AccountRow({ row: { account, books, difference, side, stella } }: { row: Row }) {
  const { reconciliation: texts } = useTexts()
  const amounts = [
    { name: texts.stella, amount: stella },
    { name: texts.books, amount: books },
    { name: texts.difference, amount: difference, isOff: Number(difference) !== 0 },
  ]
  return (
    <tr {...roles.row}>
      <th {...roles.rowheader} scope="row" className={styles.name}>
        {account ?? texts.noAccount}
        <small>{account === null ? `${texts[side]}. ${texts.noAccountText}` : texts[side]}</small>
      </th>
      {amounts.map((cell) => (
        <Amount key={cell.name} {...cell} />
      ))}
    </tr>
  )
}

function Amount({ amount, isOff = false, name }: { amount: string; isOff?: boolean; name: string }) {
  const format = useFormat()
  return (
    <td
      {...roles.cell}
      className={`${table.number} ${styles.side} ${styles.alone} ${isOff ? styles.off : ''}`}
      data-name={name}
    >
      {format.euro(amount)}
    </td>
  )
}
