import { Link, type LinkProps } from '@tanstack/react-router'
import { ChevronDownIcon, ChevronUpIcon } from './icons.ts'
import styles from './Sorting.module.css'
import { roles } from './table-roles.ts'

/** An order as it stands in the URL: a column, with a `-` before it where the largest stands first. */
export type Sorting<Column extends string> = Column | `-${Column}`

type SortHeadingProps<Column extends string> = {
  column: Column
  label: string
  current: Sorting<Column>
  /** Which end stands first when it is pressed. */
  first: 'smallest' | 'largest'
  link: (order: Sorting<Column>) => LinkProps
  className?: string
}

/** The head of a column that the list can be sorted by. On a phone, where heads are read aloud alone, it is its name. */
export function SortHeading<Column extends string>(props: SortHeadingProps<Column>) {
  const { className, column, current, first, label, link } = props
  const descending = `-${column}` as const
  const isThis = current === column || current === descending
  const usual = first === 'largest' ? descending : column
  const other = current === column ? descending : column
  const sorted = current === column ? 'ascending' : 'descending'
  return (
    <th {...roles.columnheader} className={className} aria-sort={isThis ? sorted : undefined}>
      <span className={styles.name}>{label}</span>
      <Link
        {...link(isThis ? other : usual)}
        className={styles.head}
        data-current={isThis || undefined}
        resetScroll={false}
      >
        {label}
        {isThis && (current === column ? <ChevronUpIcon aria-hidden /> : <ChevronDownIcon aria-hidden />)}
      </Link>
    </th>
  )
}
