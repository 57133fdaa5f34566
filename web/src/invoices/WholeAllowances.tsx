import { UnstyledButton } from '@mantine/core'
import { vatTreatments } from '../api/vat.ts'
import { CloseIcon } from '../components/icons.ts'
import { useTexts } from '../language/language.tsx'
import { AllowanceInputs } from './AllowanceInputs.tsx'
import type { AllowanceFields } from './allowances.ts'
import styles from './LinesField.module.css'
import type { ErrorOf } from './use-field-errors.ts'

type WholeAllowancesProps = {
  allowances: AllowanceFields[]
  /** What a treatment is called on the day of the invoice. */
  vatName: (treatment: string) => string
  errorOf: ErrorOf
  onTouch: (path: string) => void
  onChange: (allowances: AllowanceFields[]) => void
}

/** The discounts and charges on the whole invoice; what each comes to stands among the totals. */
export function WholeAllowances(props: WholeAllowancesProps) {
  const { allowances, vatName, errorOf, onTouch, onChange } = props
  const { allowances: words } = useTexts()
  if (allowances.length === 0) return null
  const change = (index: number, part: Partial<AllowanceFields>) =>
    onChange(allowances.map((other, at) => (at === index ? { ...other, ...part } : other)))
  return (
    <ul className={styles.whole} aria-label={words.onWhole}>
      {allowances.map((allowance, index) => (
        <li key={allowance.key}>
          <AllowanceInputs
            allowance={allowance}
            path={`allowances.${index}`}
            on={words.whole}
            errorOf={errorOf}
            onTouch={onTouch}
            onChange={(part) => change(index, part)}
            vat={
              <AllowanceVat
                allowance={allowance}
                vatName={vatName}
                onBlur={() => onTouch(`allowances.${index}.vatTreatment`)}
                onChange={(part) => change(index, part)}
              />
            }
          />
          <UnstyledButton
            className={styles.bin}
            aria-label={words.removeFrom(words.whole)}
            onClick={() => onChange(allowances.filter((_, at) => at !== index))}
          >
            <CloseIcon aria-hidden />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}

type AllowanceVatProps = {
  allowance: AllowanceFields
  vatName: (treatment: string) => string
  onBlur: () => void
  onChange: (part: Partial<AllowanceFields>) => void
}

/** Spread over the rates of the lines, or under one: shipping at 21% with books at 9%. */
function AllowanceVat({ allowance, vatName, onBlur, onChange }: AllowanceVatProps) {
  const { allowances: words } = useTexts()
  const { vatTreatment } = allowance
  // A rate of its own is the line's to say; one that was saved with it stays as it is.
  const offered = vatTreatments.filter((it) => it !== 'other_rate' || it === vatTreatment)
  return (
    <select
      aria-label={words.vatOf(words.whole)}
      value={vatTreatment ?? ''}
      onBlur={onBlur}
      onChange={({ currentTarget: { value } }) =>
        onChange({ vatTreatment: value === '' ? null : value, vatRate: null })
      }
    >
      <option value="">{words.spread}</option>
      {offered.map((treatment) => (
        <option key={treatment} value={treatment}>
          {words.under(vatName(treatment))}
        </option>
      ))}
    </select>
  )
}
