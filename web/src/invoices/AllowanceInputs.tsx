import { type ReactNode, useId } from 'react'
import { useLanguage, useTexts } from '../language/language.tsx'
import styles from './AllowanceInputs.module.css'
import { type AllowanceFields, euroFigure, figurePath, figureTyped, readFigure } from './allowances.ts'
import type { ErrorOf } from './use-field-errors.ts'

type AllowanceInputsProps = {
  allowance: AllowanceFields
  /** As the API names it, `lines.0.allowances.1`. */
  path: string
  /** What it is on, for who does not see where it stands: «regel 3». */
  on: string
  errorOf: ErrorOf
  onTouch: (path: string) => void
  onChange: (part: Partial<AllowanceFields>) => void
  /** Of one on the whole: under which VAT it falls. */
  vat?: ReactNode
}

/** How much is taken off or put on, and why. */
export function AllowanceInputs(props: AllowanceInputsProps) {
  const { allowance, path, on, errorOf, onTouch, onChange, vat } = props
  const { allowances: words } = useTexts()
  const { language } = useLanguage()
  const errorId = useId()
  const errors = ['percentage', 'amount', 'reason', 'vatTreatment', 'vatRate'].flatMap((field) => {
    const message = errorOf(`${path}.${field}`)
    return message ? [message] : []
  })
  const described = {
    'aria-invalid': errors.length > 0 || undefined,
    'aria-describedby': errors.length > 0 ? errorId : undefined,
  }
  const leave = () => {
    onTouch(figurePath(path, allowance))
    const read = readFigure(allowance, language)
    if (read !== undefined && allowance.unit === 'euro') onChange({ figure: euroFigure(read, language) })
  }
  return (
    <div className={styles.inputs} data-allowance={allowance.key}>
      <select
        aria-label={words.kindOf(on)}
        value={allowance.kind}
        onChange={({ currentTarget: { value } }) => onChange({ kind: value as AllowanceFields['kind'] })}
      >
        <option value="allowance">{words.discount}</option>
        <option value="charge">{words.charge}</option>
      </select>
      <input
        className={styles.figure}
        aria-label={words.figureOf(on)}
        {...described}
        inputMode="decimal"
        autoComplete="off"
        value={allowance.figure}
        onChange={({ currentTarget: { value } }) => onChange(figureTyped(value))}
        onBlur={leave}
      />
      <select
        className={styles.unit}
        aria-label={words.unitOf(on)}
        value={allowance.unit}
        onChange={({ currentTarget: { value } }) => onChange({ unit: value as AllowanceFields['unit'] })}
      >
        <option value="percent">%</option>
        <option value="euro">€</option>
      </select>
      <input
        className={styles.reason}
        aria-label={words.reasonOf(on)}
        placeholder={words.reason}
        autoComplete="off"
        value={allowance.reason}
        onChange={({ currentTarget: { value } }) => onChange({ reason: value })}
        onBlur={() => onTouch(`${path}.reason`)}
      />
      {vat}
      {errors.length > 0 && (
        <p className={styles.error} id={errorId}>
          {errors.join(' ')}
        </p>
      )}
    </div>
  )
}
