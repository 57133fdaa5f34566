import { UnstyledButton } from '@mantine/core'
import { CloseIcon } from '../components/icons.ts'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { AllowanceInputs } from './AllowanceInputs.tsx'
import { type AllowanceFields, allowanceAmount } from './allowances.ts'
import styles from './LinesField.module.css'
import type { ErrorOf } from './use-field-errors.ts'

type LineAllowancesProps = {
  allowances: AllowanceFields[]
  /** Which line they are of, counted from zero. */
  place: number
  /** Quantity times price; undefined while that cannot be read. */
  amount: string | undefined
  isFolded: boolean
  errorOf: ErrorOf
  onTouch: (path: string) => void
  onChange: (allowances: AllowanceFields[]) => void
}

/** The discounts and charges of a line, a row each under it; there when asked for. */
export function LineAllowances(props: LineAllowancesProps) {
  const { allowances, place, amount, isFolded, errorOf, onTouch, onChange } = props
  const { allowances: words } = useTexts()
  const { language } = useLanguage()
  const format = useFormat()
  const on = words.line(place + 1)
  return allowances.map((allowance, index) => {
    const comesTo = amount && allowanceAmount(amount, allowance, language)
    return (
      <tr {...roles.row} key={allowance.key} className={styles.sub} data-folded={isFolded || undefined}>
        <td {...roles.cell} colSpan={5} className={styles.description}>
          <AllowanceInputs
            allowance={allowance}
            path={`lines.${place}.allowances.${index}`}
            on={on}
            errorOf={errorOf}
            onTouch={onTouch}
            onChange={(part) =>
              onChange(allowances.map((other, at) => (at === index ? { ...other, ...part } : other)))
            }
          />
        </td>
        <td {...roles.cell} className={styles.sum}>
          {comesTo ? format.euro(comesTo) : ''}
        </td>
        <td {...roles.cell} className={styles.away}>
          <UnstyledButton
            className={styles.bin}
            aria-label={words.removeFrom(on)}
            onClick={() => onChange(allowances.filter((_, at) => at !== index))}
          >
            <CloseIcon aria-hidden />
          </UnstyledButton>
        </td>
      </tr>
    )
  })
}
