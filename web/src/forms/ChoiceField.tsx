import { useId } from 'react'
import styles from './ChoiceField.module.css'

type ChoiceFieldProps<Value extends string> = {
  legend: string
  options: readonly { value: Value; label: string; lang?: string }[]
  value: Value
  /** The field of a form that it is, so that the form finds its way to it. */
  path?: string
  onChange: (value: Value) => void
}

/** One of a few, all in sight: native radio buttons side by side. */
export function ChoiceField<Value extends string>({
  legend,
  options,
  value,
  path,
  onChange,
}: ChoiceFieldProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option} lang={option.lang}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              data-path={option.value === value ? path : undefined}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
