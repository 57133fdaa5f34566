import { UnstyledButton } from '@mantine/core'
import { readDecimal } from '../format/decimal.ts'
import { useFormat } from '../format/format.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { type AllowanceFields, readFigure } from './allowances.ts'
import styles from './FoldedLine.module.css'
import { hasOwnRate, type LineFields } from './fields.ts'

type FoldedLineProps = {
  line: LineFields
  /** Which line it is, counted from one. */
  number: number
  amount: string | undefined
  vatName: (treatment: string) => string
  onUnfold: () => void
}

/** A line of a draft on a phone, in two rows of text; pressing it opens its fields. */
export function FoldedLine({ line, number, amount, vatName, onUnfold }: FoldedLineProps) {
  const { invoiceForm: words, allowances } = useTexts()
  const { language } = useLanguage()
  const format = useFormat()
  const price = readDecimal(line.unitPrice, language)
  const rate = hasOwnRate(line.vatTreatment) ? `${line.vatRate || '–'}%` : vatName(line.vatTreatment)
  const figureOf = (allowance: AllowanceFields) => {
    if (allowance.figure.trim() === '') return ''
    const read = readFigure(allowance, language)
    const figure = allowance.unit === 'percent' ? `${allowance.figure}%` : read && format.euro(read)
    return `${allowance.kind === 'charge' ? allowances.charge : allowances.discount} ${figure ?? allowance.figure}`
  }
  return (
    <UnstyledButton className={styles.line} onClick={onUnfold}>
      <span className="visually-hidden">{words.openLine(number)}</span>
      <span className={styles.description}>{line.description || words.noDescription}</span>
      <span className={styles.amount}>{amount && format.euro(amount)}</span>
      <span className={styles.figures}>
        {line.quantity || '–'} × {price ? format.euro(price) : line.unitPrice || '–'} · {rate}
        {line.allowances.map((allowance) => figureOf(allowance) && ` · ${figureOf(allowance)}`)}
      </span>
    </UnstyledButton>
  )
}
