import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { added } from './added.ts'
import styles from './CodeTable.module.css'
import type { Compared } from './queries.ts'

type Row = Compared['rows'][number]
type Sums = Row['stella']

/** Both sides per VAT code and box, and what lies between them. */
export function CodeTable({ compared: { rows } }: { compared: Compared }) {
  const { reconciliation: texts } = useTexts()
  if (rows.length === 0) {
    return (
      <Sheet padded aria-label={texts.table}>
        <p className={table.quiet}>{texts.nothing}</p>
      </Sheet>
    )
  }
  return (
    <Sheet aria-label={texts.table}>
      <table className={`${table.table} ${styles.codes}`} {...roles.table}>
        <caption className="visually-hidden">{texts.table}</caption>
        <Head />
        <tbody {...roles.rowgroup}>
          {rows.map((row) => (
            <CodeRow key={row.vatCode} name={<NameOf row={row} />} row={row} />
          ))}
        </tbody>
        <tfoot {...roles.rowgroup}>
          <CodeRow name={texts.together} row={sumOf(rows)} />
        </tfoot>
      </table>
    </Sheet>
  )
}

function Head() {
  const { reconciliation: texts } = useTexts()
  const sides = [texts.stella, texts.books, texts.difference]
  return (
    <thead {...roles.rowgroup}>
      <tr {...roles.row}>
        <td {...roles.cell} />
        {sides.map((side) => (
          <th key={side} {...roles.columnheader} colSpan={2} scope="colgroup" className={styles.side}>
            {side}
          </th>
        ))}
      </tr>
      <tr {...roles.row}>
        <th {...roles.columnheader}>{texts.codeAndBox}</th>
        {sides.map((side) => [
          <th key={`${side} net`} {...roles.columnheader} className={`${table.number} ${styles.side}`}>
            {texts.net}
          </th>,
          <th key={`${side} vat`} {...roles.columnheader} className={table.number}>
            {texts.vat}
          </th>,
        ])}
      </tr>
    </thead>
  )
}

function NameOf({ row: { box, vatCode } }: { row: Row }) {
  const { reconciliation: texts } = useTexts()
  const known: Readonly<Record<string, string>> = texts.codes
  return (
    <>
      {known[vatCode] ?? vatCode}
      <small>{box === null ? texts.noBox : texts.box(box)}</small>
    </>
  )
}

function CodeRow({ name, row }: { name: React.ReactNode; row: Omit<Row, 'box' | 'vatCode'> }) {
  const { reconciliation: texts } = useTexts()
  return (
    <tr {...roles.row}>
      <th {...roles.rowheader} scope="row" className={styles.name}>
        {name}
      </th>
      <Side name={texts.stella} sums={row.stella} />
      <Side name={texts.books} sums={row.books} />
      <Side name={texts.difference} sums={row.difference} isDifference />
    </tr>
  )
}

function Side({ name, sums, isDifference = false }: { name: string; sums: Sums; isDifference?: boolean }) {
  const format = useFormat()
  const isOff = isDifference && (Number(sums.net) !== 0 || Number(sums.vat) !== 0)
  const tint = isOff ? styles.off : ''
  return (
    <>
      <td
        {...roles.cell}
        className={`${table.number} ${styles.side} ${styles.first} ${tint}`}
        data-name={name}
      >
        {format.euro(sums.net)}
      </td>
      <td {...roles.cell} className={`${table.number} ${tint}`}>
        {format.euro(sums.vat)}
      </td>
    </>
  )
}

function sumOf(rows: readonly Row[]) {
  const side = (of: (row: Row) => Sums): Sums => ({
    net: added(rows.map((row) => of(row).net)),
    vat: added(rows.map((row) => of(row).vat)),
  })
  return {
    stella: side(({ stella }) => stella),
    books: side(({ books }) => books),
    difference: side(({ difference }) => difference),
  }
}
