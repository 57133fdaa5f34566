import { SelectField } from '../forms/SelectField.tsx'
import type { Sorting } from './SortHeading.tsx'
import styles from './Sorting.module.css'

type SortFieldProps<Column extends string> = {
  label: string
  /** Each column with its name and what its two ends are called, the smallest first. */
  columns: readonly { column: Column; name: string; ends: readonly [string, string] }[]
  current: Sorting<Column>
  onSort: (order: Sorting<Column>) => void
}

/** The order of a list on a phone, where no heads can be pressed. */
export function SortField<Column extends string>({
  columns,
  current,
  label,
  onSort,
}: SortFieldProps<Column>) {
  return (
    <SelectField
      className={styles.field ?? ''}
      aria-label={label}
      value={current}
      onChange={(event) => onSort(event.currentTarget.value as Sorting<Column>)}
    >
      {columns.flatMap(({ column, ends: [smallest, largest], name }) => [
        <option key={column} value={column}>{`${name}: ${smallest}`}</option>,
        <option key={`-${column}`} value={`-${column}`}>{`${name}: ${largest}`}</option>,
      ])}
    </SelectField>
  )
}
