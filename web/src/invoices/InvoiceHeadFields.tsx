import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CustomerDetail } from '../customers/queries.ts'
import { addDays } from '../format/days.ts'
import { useFormat } from '../format/format.ts'
import { SelectField } from '../forms/SelectField.tsx'
import { useTexts } from '../language/language.tsx'
import { seriesQuery } from '../series/queries.ts'
import { CustomerPicker } from './CustomerPicker.tsx'
import { DayField } from './DayField.tsx'
import type { DraftFields } from './fields.ts'
import styles from './InvoiceHeadFields.module.css'
import type { BookingPreview } from './queries.ts'
import { isDay } from './read-day.ts'
import type { ErrorOf } from './use-field-errors.ts'

const usualTerms = [0, 7, 14, 21, 30, 45, 60]

type InvoiceHeadFieldsProps = {
  fields: DraftFields
  customer: CustomerDetail | undefined
  /** What holds the invoice back; of the customer it is said where he stands. */
  blockers: BookingPreview['blockers']
  onMend: (path: string) => void
  errorOf: ErrorOf
  onTouch: (path: string) => void
  onChange: (part: Partial<DraftFields>) => void
  /** Whether prices are with VAT; the prices follow. */
  onPricesChange: (includeVat: boolean) => void
}

/** For whom, when, to be paid by when, and how the prices are meant. */
export function InvoiceHeadFields(props: InvoiceHeadFieldsProps) {
  const { fields, customer, blockers, onMend, errorOf, onTouch, onChange, onPricesChange } = props
  const { invoiceForm: words } = useTexts()
  const format = useFormat()
  // One series is no choice.
  const { data: { items: series } = { items: [] } } = useQuery(seriesQuery)
  const { invoiceDate, paymentTermDays } = fields
  const terms = [...new Set([...usualTerms, paymentTermDays])].sort((a, b) => a - b)
  return (
    <div className={styles.fields}>
      <div className={styles.customer}>
        <CustomerPicker
          customer={customer}
          blockers={blockers}
          onMend={onMend}
          error={errorOf('customerId')}
          onBlur={() => onTouch('customerId')}
          onPick={(customerId) => onChange({ customerId })}
        />
      </div>
      <DayField
        label={words.date}
        value={invoiceDate}
        error={errorOf('invoiceDate')}
        onBlur={() => onTouch('invoiceDate')}
        onChange={(day) => onChange({ invoiceDate: day })}
      />
      <SelectField
        label={words.term}
        description={
          isDay(invoiceDate) ? words.dueOn(format.day(addDays(invoiceDate, paymentTermDays))) : undefined
        }
        value={String(paymentTermDays)}
        error={errorOf('paymentTermDays')}
        data={terms.map((days) => ({ value: String(days), label: words.termDays(days) }))}
        onChange={(event) => onChange({ paymentTermDays: Number(event.currentTarget.value) })}
      />
      <TextInput
        className={styles.reference}
        label={words.reference}
        description={words.referenceHelp}
        value={fields.description}
        error={errorOf('description')}
        onBlur={() => onTouch('description')}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <SelectField
        label={words.priceMode}
        value={fields.pricesIncludeVat ? 'include' : 'exclude'}
        data={[
          { value: 'exclude', label: words.pricesExclude },
          { value: 'include', label: words.pricesInclude },
        ]}
        onChange={(event) => onPricesChange(event.currentTarget.value === 'include')}
      />
      {series.length > 1 && (
        <SelectField
          label={words.series}
          value={fields.seriesId ?? series.find((it) => it.isDefault)?.id ?? ''}
          error={errorOf('seriesId')}
          data={series.map(({ id, name, next }) => ({ value: id, label: `${name} (${next.number})` }))}
          onChange={(event) => {
            const chosen = series.find(({ id }) => id === event.currentTarget.value)
            onChange({ seriesId: chosen === undefined || chosen.isDefault ? null : chosen.id })
          }}
        />
      )}
    </div>
  )
}
