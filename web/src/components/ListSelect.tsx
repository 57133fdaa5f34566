import { ChevronDownIcon } from './icons.ts'
import styles from './ListSelect.module.css'

type ListSelectProps<Value extends string> = {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onChoose: (value: Value) => void
}

/**
 * What a list is narrowed to or ordered by: the device's own control, without the fields that forms bring along.
 * Its name is in sight on a phone; elsewhere the row that it stands in says what it is.
 */
export function ListSelect<Value extends string>({
  label,
  onChoose,
  options,
  value,
}: ListSelectProps<Value>) {
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value as Value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDownIcon aria-hidden />
    </label>
  )
}
