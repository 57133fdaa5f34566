import { UnstyledButton } from '@mantine/core'
import { useId } from 'react'
import { RemoveIcon } from '../components/icons.ts'
import { roles } from '../components/table-roles.ts'
import { useTexts } from '../language/language.tsx'
import type { LineFields } from './fields.ts'
import styles from './LinesField.module.css'
import { type Direction, MoveLine, moveByKey } from './MoveLine.tsx'
import type { ErrorOf } from './use-field-errors.ts'

type TextRowProps = {
  line: LineFields
  /** Which line it is, counted from zero. */
  place: number
  errorOf: ErrorOf
  onTouch: (path: string) => void
  onChange: (part: Partial<LineFields>) => void
  onEnter: () => void
  isLast: boolean
  onMove: (by: Direction) => void
  onRemove: () => void
}

/** A text between the lines: a heading, an explanation. */
export function TextRow(props: TextRowProps) {
  const { line, place, isLast, errorOf, onTouch, onChange, onEnter, onMove, onRemove } = props
  const { invoiceForm: words } = useTexts()
  const id = useId()
  const number = place + 1
  const error = errorOf(`lines.${place}.description`)
  return (
    <>
      <tr {...roles.row} data-line onKeyDown={(event) => moveByKey(event, onMove)}>
        <td {...roles.cell} colSpan={6} className={styles.description}>
          <MoveLine number={number} isFirst={place === 0} isLast={isLast} onMove={onMove} />
          <input
            value={line.description}
            autoComplete="off"
            aria-label={words.textOf(number)}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={error ? id : undefined}
            onChange={(event) => onChange({ description: event.currentTarget.value })}
            onBlur={() => onTouch(`lines.${place}.description`)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              onEnter()
            }}
          />
        </td>
        <td {...roles.cell} className={styles.away}>
          <UnstyledButton className={styles.bin} aria-label={words.removeLine(number)} onClick={onRemove}>
            <RemoveIcon aria-hidden />
          </UnstyledButton>
        </td>
      </tr>
      {error && (
        <tr {...roles.row} className={styles.errorRow}>
          <td {...roles.cell} colSpan={7} id={id}>
            <p className={styles.error}>{error}</p>
          </td>
        </tr>
      )}
    </>
  )
}
