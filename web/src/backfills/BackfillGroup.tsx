import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import tables from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Backfill.module.css'
import type { Plan } from './queries.ts'

export type Choosing = {
  /** Whether the group as a whole is done; null where only single ones are. */
  isOn: boolean | null
  onAll?: (isOn: boolean) => void
  isChosen: (invoiceId: string) => boolean
  onOne: (invoiceId: string) => void
}

type Row = Plan['book']['invoices'][number] & Partial<Plan['adopt']['invoices'][number]>

type BackfillGroupProps = {
  kind: Exclude<keyof Plan, 'relations' | 'revision'>
  group: { count: number; total: string; invoices: readonly Row[] }
  choosing?: Choosing
}

/** One group of a plan, with what is done of it. */
export function BackfillGroup({ choosing, group, kind }: BackfillGroupProps) {
  const { backfills: words } = useTexts()
  const format = useFormat()
  if (group.count === 0) return null
  const { isOn = null, onAll } = choosing ?? {}
  const isFound = group.invoices.some(({ mutationNumber }) => mutationNumber !== undefined)
  return (
    <Sheet aria-labelledby={`group-${kind}`}>
      <header className={styles.groupHead}>
        <h2 id={`group-${kind}`}>{words.groups[kind](group.count)}</h2>
        <p className={styles.quiet}>
          <Prose>{words.groupTexts[kind]}</Prose>
        </p>
        {isOn !== null && onAll && (kind === 'book' || kind === 'adopt') && (
          <Checkbox
            label={words.choose[kind]}
            checked={isOn}
            onChange={(event) => onAll(event.currentTarget.checked)}
          />
        )}
      </header>
      <table {...roles.table} className={`${tables.table} ${styles.table}`} aria-labelledby={`group-${kind}`}>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            {choosing && <td {...roles.cell} />}
            <th {...roles.columnheader}>{words.invoice}</th>
            <th {...roles.columnheader}>{words.date}</th>
            <th {...roles.columnheader} className={tables.number}>
              {words.total}
            </th>
            {isFound && <th {...roles.columnheader}>{words.inBooks}</th>}
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {group.invoices.map((row) => (
            <GroupRow key={row.invoiceId} row={row} isFound={isFound} choosing={choosing} kind={kind} />
          ))}
        </tbody>
      </table>
      <p className={styles.groupFoot}>
        {group.count > group.invoices.length && (
          <span>{words.more(group.count - group.invoices.length)}</span>
        )}
        <b>{format.euro(group.total)}</b>
      </p>
    </Sheet>
  )
}

type GroupRowProps = {
  row: Row
  isFound: boolean
  choosing: Choosing | undefined
  kind: BackfillGroupProps['kind']
}

function GroupRow({ choosing, isFound, kind, row }: GroupRowProps) {
  const { backfills: words } = useTexts()
  const format = useFormat()
  return (
    <tr {...roles.row}>
      {choosing && (
        <td {...roles.cell} className={styles.tick}>
          <Checkbox
            aria-label={kind === 'differing' ? `${words.right}: ${row.number}` : words.take(row.number)}
            checked={choosing.isChosen(row.invoiceId)}
            disabled={choosing.isOn === false}
            onChange={() => choosing.onOne(row.invoiceId)}
          />
        </td>
      )}
      <td {...roles.cell}>
        <Link {...paths.invoice(row.invoiceId)}>{row.number}</Link>{' '}
        <span className={`${tables.quiet} ${styles.customer}`}>{row.customer}</span>
      </td>
      <td {...roles.cell} className={tables.whole}>
        {format.day(row.date)}
      </td>
      <td {...roles.cell} className={tables.number}>
        {format.euro(row.total)}
      </td>
      {isFound && (
        <td {...roles.cell}>
          <InBooks row={row} />
        </td>
      )}
    </tr>
  )
}

/** The mutation, with what of it is another there. */
function InBooks({ row: { inBooks, mutationNumber, unlike } }: { row: Row }) {
  const { backfills: words } = useTexts()
  const format = useFormat()
  if (mutationNumber === undefined || inBooks === undefined) return null
  const other = {
    number: inBooks.number,
    date: format.day(inBooks.date),
    amount: inBooks.total === null ? words.unreadable : format.euro(inBooks.total),
  }
  return (
    <>
      {words.mutation(mutationNumber)}
      {unlike?.map((what) => (
        <span key={what} className={styles.unlike}>
          {other[what]}
        </span>
      ))}
    </>
  )
}
