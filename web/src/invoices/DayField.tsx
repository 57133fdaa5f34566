import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/nl'
import { DateInput, DatesProvider } from '@mantine/dates'
import { useLanguage, useTexts } from '../language/language.tsx'
import styles from './DayField.module.css'
import { readDay } from './read-day.ts'

type DayFieldProps = {
  label: string
  value: string
  error: string | undefined
  onBlur: () => void
  onChange: (day: string) => void
}

/** A day, typed in any usual way or chosen from the calendar; shown as 22 nov 2026. */
export function DayField({ label, value, error, onBlur, onChange }: DayFieldProps) {
  const { language } = useLanguage()
  const { invoiceForm: words } = useTexts()
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
      <DateInput
        label={label}
        value={value || null}
        error={error}
        valueFormat="D MMM YYYY"
        dateParser={(typed) => readDay(typed) ?? null}
        onBlur={onBlur}
        onChange={(day) => onChange(day ?? '')}
        clearable={false}
        hideOutsideDates
        popoverProps={{ withinPortal: false }}
        classNames={{ day: styles.day ?? '' }}
        previousLabel={words.previousMonth}
        nextLabel={words.nextMonth}
        autoComplete="off"
      />
    </DatesProvider>
  )
}
