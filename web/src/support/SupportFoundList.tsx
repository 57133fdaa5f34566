import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Empty, LoadFailure } from '../components/Empty.tsx'
import { ListSkeleton } from '../components/ListSkeleton.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { type SupportFound, supportSearchQuery } from './queries.ts'
import styles from './SupportTable.module.css'
import { Whose } from './Whose.tsx'

/** What was found of what somebody read out, also what was mended. */
export function SupportFoundList({ sought }: { sought: string }) {
  const { support: words } = useTexts()
  const { data, isError, refetch } = useQuery(supportSearchQuery(sought))
  return (
    <Sheet aria-label={words.found} aria-live="polite">
      {isError ? (
        <LoadFailure title={words.unavailable} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <ListSkeleton />
      ) : data.items.length === 0 ? (
        <Empty title={words.nothingFound} text={words.nothingFoundText} />
      ) : (
        <FoundTable items={data.items} />
      )}
    </Sheet>
  )
}

function FoundTable({ items }: { items: SupportFound[] }) {
  const { support: words } = useTexts()
  const format = useFormat()
  return (
    <table className={table.table} {...roles.table}>
      <caption className="visually-hidden">{words.found}</caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          <th {...roles.columnheader}>{words.organization}</th>
          <th {...roles.columnheader}>{words.found}</th>
          <th {...roles.columnheader}>{words.cause}</th>
          <th {...roles.columnheader}>{words.since}</th>
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {items.map((one) => (
          <tr key={`${one.kind}${one.id}`} {...roles.row} className={table.row}>
            <td {...roles.cell} className={styles.organization}>
              <Whose organization={one.organization} />
            </td>
            <td {...roles.cell} className={styles.subject}>
              <Subject found={one} />
            </td>
            <td {...roles.cell} className={styles.cause}>
              <Prose>{one.cause?.detail ?? words.nothingWrong}</Prose>
            </td>
            <td {...roles.cell} className={`${styles.since} ${table.whole}`}>
              {one.since && format.moment(one.since)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Subject({ found: { id, kind } }: { found: SupportFound }) {
  const { support: words } = useTexts()
  if (kind === 'organization') return words.organization
  const [link, word] =
    kind === 'booking'
      ? [paths.supportBooking(id), words.anInvoice]
      : [paths.supportRelation(id), words.aRelation]
  return (
    <Link className={`${table.rowLink} ${table.whole}`} {...link}>
      {word}
    </Link>
  )
}
