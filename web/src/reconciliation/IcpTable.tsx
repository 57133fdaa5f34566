import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { added } from './added.ts'
import styles from './IcpTable.module.css'
import type { Compared } from './queries.ts'

/** What goes on the statement of intra-community supplies, per VAT number. */
export function IcpTable({ compared: { icp, rows } }: { compared: Compared }) {
  const { reconciliation: texts } = useTexts()
  const format = useFormat()
  if (icp.length === 0) return null
  const box = rows.filter((row) => row.box === '3b')
  const all = added(icp.flatMap(({ goods, services }) => [goods, services]))
  const [stella, books] = [added(box.map((row) => row.stella.net)), added(box.map((row) => row.books.net))]
  return (
    <section aria-labelledby="icp">
      <h2 id="icp" className={styles.heading}>
        {texts.icp}
      </h2>
      <p className={styles.lead}>
        <Prose>{`${texts.icpLead} ${texts.icpBox(format.euro(all), format.euro(stella), format.euro(books))}`}</Prose>
      </p>
      <Sheet as="div">
        <table className={table.table}>
          <thead>
            <tr>
              <th>{texts.vatNumber}</th>
              <th>{texts.customer}</th>
              <th className={table.number}>{texts.goods}</th>
              <th className={table.number}>{texts.services}</th>
            </tr>
          </thead>
          <tbody>
            {icp.map(({ customer, goods, services, vatNumber }) => (
              <tr key={`${vatNumber} ${customer}`}>
                <td className={table.whole}>{vatNumber ?? texts.noVatNumber}</td>
                <td>{customer}</td>
                <td className={`${table.number} ${styles.amount}`} data-name={texts.goods}>
                  {format.euro(goods)}
                </td>
                <td className={`${table.number} ${styles.amount}`} data-name={texts.services}>
                  {format.euro(services)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
    </section>
  )
}
