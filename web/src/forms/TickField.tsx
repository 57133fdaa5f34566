import { useId } from 'react'
import styles from './TickField.module.css'

type TickFieldProps = { label: string; help?: string; checked: boolean; onChange: (checked: boolean) => void }

/** Something that is wanted or not: a native tick box with its words beside it. */
export function TickField({ label, help, checked, onChange }: TickFieldProps) {
  const helpId = useId()
  return (
    <div className={styles.field}>
      <label className={styles.label}>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={help ? helpId : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      {help && (
        <p id={helpId} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  )
}
