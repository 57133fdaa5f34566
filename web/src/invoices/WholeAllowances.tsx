import { UnstyledButton } from '@mantine/core'
import { CloseIcon } from '../components/icons.ts'
import { useTexts } from '../language/language.tsx'
import { AllowanceInputs } from './AllowanceInputs.tsx'
import type { AllowanceFields } from './allowances.ts'
import styles from './LinesField.module.css'
import type { ErrorOf } from './use-field-errors.ts'

type WholeAllowancesProps = {
  allowances: AllowanceFields[]
  errorOf: ErrorOf
  onTouch: (path: string) => void
  onChange: (allowances: AllowanceFields[]) => void
}

/** The discounts and charges on the whole invoice; what each comes to stands among the totals. */
export function WholeAllowances({ allowances, errorOf, onTouch, onChange }: WholeAllowancesProps) {
  const { allowances: words } = useTexts()
  if (allowances.length === 0) return null
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
            onChange={(part) =>
              onChange(allowances.map((other, at) => (at === index ? { ...other, ...part } : other)))
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
