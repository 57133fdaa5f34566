import { ListSelect } from './ListSelect.tsx'
import type { Sorting } from './SortHeading.tsx'

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
  const options = columns.flatMap(({ column, ends: [smallest, largest], name }) => [
    { value: column, label: `${name}: ${smallest}` },
    { value: `-${column}` as const, label: `${name}: ${largest}` },
  ])
  return <ListSelect<Sorting<Column>> label={label} options={options} value={current} onChoose={onSort} />
}
