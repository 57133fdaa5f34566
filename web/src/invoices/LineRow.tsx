import { UnstyledButton } from '@mantine/core'
import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useId } from 'react'
import { isVatTreatment, vatTreatments } from '../api/vat.ts'
import { RemoveIcon } from '../components/icons.ts'
import { roles } from '../components/table-roles.ts'
import { readDecimal } from '../format/decimal.ts'
import { useFormat } from '../format/format.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import type { Product } from '../products/queries.ts'
import { allowanceAmount, sumOfEuros } from './allowances.ts'
import { FoldedLine } from './FoldedLine.tsx'
import { hasOwnRate, isEmptyLine, type LineField, type LineFields } from './fields.ts'
import { LineAllowances } from './LineAllowances.tsx'
import styles from './LinesField.module.css'
import { lineAmount } from './line-amount.ts'
import { type Direction, MoveLine, moveByKey } from './MoveLine.tsx'
import { ProductInput } from './ProductInput.tsx'
import { units } from './units.ts'
import type { ErrorOf } from './use-field-errors.ts'

type LineRowProps = {
  line: LineFields
  /** Which line it is, counted from zero. */
  place: number
  /** What the price is called: with VAT or without. */
  priceWord: string
  /** What a treatment is called on the day of the invoice. */
  vatName: (treatment: string) => string
  /** Whether it is being edited; on a phone the other lines are folded, so that a long invoice stays short. */
  isOpen: boolean
  onOpen: () => void
  /** Opens it, and goes into its first field. */
  onUnfold: () => void
  errorOf: ErrorOf
  onTouch: (path: string) => void
  onChange: (part: Partial<LineFields>) => void
  onEnter: () => void
  /** Whether there are products to be picked. */
  hasProducts: boolean
  onPick: (product: Product) => void
  /** @returns whether the text was taken as cells of a spreadsheet */
  onPaste: (field: LineField, text: string) => boolean
  isLast: boolean
  onMove: (by: Direction) => void
  onRemove: () => void
}

/** One line of an invoice. Its numbers are written out in full when the field is left. */
export function LineRow({
  line,
  place,
  priceWord,
  vatName,
  isOpen,
  onOpen,
  onUnfold,
  errorOf,
  onTouch,
  onChange,
  onEnter,
  hasProducts,
  onPick,
  onPaste,
  isLast,
  onMove,
  onRemove,
}: LineRowProps) {
  const { invoiceForm: words, units: unitNames } = useTexts()
  const { language } = useLanguage()
  const format = useFormat()
  const id = useId()
  const errorId = `${id}-error`
  const number = place + 1
  const quantity = readDecimal(line.quantity, language)
  const price = readDecimal(line.unitPrice, language)
  const amount = quantity && price ? lineAmount(quantity, price) : undefined
  const total =
    amount &&
    sumOfEuros([amount, ...line.allowances.map((it) => allowanceAmount(amount, it, language) ?? '0')])
  const errors = (
    ['description', 'quantity', 'unit', 'unitPrice', 'vatTreatment', 'vatRate'] as const
  ).flatMap((field) => {
    const message = errorOf(`lines.${place}.${field}`)
    return message ? [{ field, message }] : []
  })

  const idOf = (field: LineField) => `${id}-${field}`
  const common = (field: LineField) => ({
    id: idOf(field),
    value: line[field],
    autoComplete: 'off',
    'aria-invalid': errors.some((error) => error.field === field) || undefined,
    'aria-describedby': errors.length > 0 ? errorId : undefined,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
      event.preventDefault()
      onEnter()
    },
    onPaste: (event: ClipboardEvent) => {
      if (onPaste(field, event.clipboardData.getData('text/plain'))) event.preventDefault()
    },
  })
  const leave = (field: LineField, written?: string) => {
    onTouch(`lines.${place}.${field}`)
    if (written !== undefined && written !== line[field]) onChange({ [field]: written })
  }

  // The folded line itself takes the focus too, on its way to be pressed.
  const openFromField = ({ target }: FocusEvent) => {
    if (target.matches('input, select')) onOpen()
  }

  // What is wrong is in sight, and what is empty is there to be filled in.
  const isFolded = !isOpen && errors.length === 0 && !isEmptyLine(line)

  return (
    <>
      <tr
        {...roles.row}
        data-line
        data-folded={isFolded || undefined}
        data-open={isOpen || undefined}
        onFocus={openFromField}
        onKeyDown={(event) => moveByKey(event, onMove)}
      >
        <td {...roles.cell} className={styles.description}>
          <MoveLine number={number} isFirst={place === 0} isLast={isLast} onMove={onMove} />
          <FoldedLine line={line} number={number} amount={total} vatName={vatName} onUnfold={onUnfold} />
          <label className={styles.label} htmlFor={idOf('description')}>
            {words.description}
          </label>
          <ProductInput
            {...common('description')}
            aria-label={words.descriptionOf(number)}
            isOffering={hasProducts && line.unitPrice.trim() === ''}
            onType={(description) => onChange({ description })}
            onPick={(product) => {
              onPick(product)
              document.getElementById(idOf('quantity'))?.focus()
            }}
            onEnter={onEnter}
            onBlur={() => leave('description')}
          />
        </td>
        <td {...roles.cell} className={styles.figure}>
          <label className={styles.label} htmlFor={idOf('quantity')}>
            {words.quantity}
          </label>
          <input
            {...common('quantity')}
            aria-label={words.quantityOf(number)}
            inputMode="decimal"
            onChange={(event) => onChange({ quantity: event.currentTarget.value })}
            onBlur={() => leave('quantity', quantity && format.quantity(quantity))}
          />
        </td>
        <td {...roles.cell} className={styles.unitCell}>
          <label className={styles.label} htmlFor={idOf('unit')}>
            {words.unit}
          </label>
          <select
            id={idOf('unit')}
            value={line.unit}
            aria-label={words.unitOf(number)}
            onChange={(event) => onChange({ unit: event.currentTarget.value })}
          >
            <option value="">{words.noUnit}</option>
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {unitNames[unit]}
              </option>
            ))}
          </select>
        </td>
        <td {...roles.cell} className={styles.figure}>
          <label className={styles.label} htmlFor={idOf('unitPrice')}>
            {priceWord}
          </label>
          <input
            {...common('unitPrice')}
            aria-label={words.priceOf(number)}
            inputMode="decimal"
            onChange={(event) => onChange({ unitPrice: event.currentTarget.value })}
            onBlur={() => leave('unitPrice', price && format.euro(price))}
          />
        </td>
        <td {...roles.cell}>
          <label className={styles.label} htmlFor={idOf('vatTreatment')}>
            {words.vat}
          </label>
          <select
            id={idOf('vatTreatment')}
            value={line.vatTreatment}
            aria-label={words.vatOf(number)}
            aria-invalid={errors.some((error) => error.field === 'vatTreatment') || undefined}
            aria-describedby={errors.length > 0 ? errorId : undefined}
            onBlur={() => leave('vatTreatment')}
            onChange={(event) => onChange({ vatTreatment: event.currentTarget.value, vatIsChosen: true })}
          >
            {!isVatTreatment(line.vatTreatment) && (
              <option value={line.vatTreatment}>{line.vatTreatment}</option>
            )}
            {vatTreatments.map((treatment) => (
              <option key={treatment} value={treatment}>
                {vatName(treatment)}
              </option>
            ))}
          </select>
        </td>
        <td {...roles.cell} className={styles.sum}>
          {amount ? format.euro(amount) : ''}
        </td>
        <td {...roles.cell} className={styles.away}>
          <UnstyledButton className={styles.bin} aria-label={words.removeLine(number)} onClick={onRemove}>
            <RemoveIcon aria-hidden />
          </UnstyledButton>
        </td>
      </tr>
      {hasOwnRate(line.vatTreatment) && (
        <tr {...roles.row} className={styles.extra} data-folded={isFolded || undefined}>
          <td {...roles.cell} colSpan={7}>
            <label htmlFor={idOf('vatRate')}>{words.ownRate}</label>
            <input
              {...common('vatRate')}
              aria-label={words.ownRateOf(number)}
              inputMode="decimal"
              onChange={(event) => onChange({ vatRate: event.currentTarget.value })}
              onBlur={() => leave('vatRate')}
            />
            %
          </td>
        </tr>
      )}
      <LineAllowances
        allowances={line.allowances}
        place={place}
        amount={amount}
        isFolded={isFolded}
        errorOf={errorOf}
        onTouch={onTouch}
        onChange={(allowances) => onChange({ allowances })}
      />
      {errors.length > 0 && (
        <tr {...roles.row} className={styles.errorRow}>
          <td {...roles.cell} colSpan={7} id={errorId}>
            {errors.map(({ field, message }) => (
              <p key={field} className={styles.error}>
                {message}
              </p>
            ))}
          </td>
        </tr>
      )}
    </>
  )
}
