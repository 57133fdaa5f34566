import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/nl'
import { Popover, TextInput } from '@mantine/core'
import { Calendar, DatesProvider } from '@mantine/dates'
import { type KeyboardEvent, useState } from 'react'
import { today } from '../format/days.ts'
import { useFormat } from '../format/format.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import styles from './DayField.module.css'
import { isDay, readDay } from './read-day.ts'

type DayFieldProps = {
  label: string
  /** YYYY-MM-DD, or what was typed when that is no day. */
  value: string
  error: string | undefined
  onBlur: () => void
  onChange: (value: string) => void
}

/**
 * A day, typed in any usual way or chosen from the calendar; shown as 22 nov 2026. What cannot be read stays as it
 * was typed: another day in its place would be one that nobody chose.
 */
export function DayField({ label, value, error, onBlur, onChange }: DayFieldProps) {
  const { language } = useLanguage()
  const { invoiceForm: words } = useTexts()
  const format = useFormat()
  const [typed, setTyped] = useState<string>()
  const [opened, setOpened] = useState(false)
  const [month, setMonth] = useState(() => (isDay(value) ? value : today()))
  const choose = (day: string) => {
    onChange(day)
    if (isDay(day)) setMonth(day)
  }
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
      <Popover
        opened={opened}
        position="bottom-start"
        trapFocus={false}
        withRoles={false}
        withinPortal={false}
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <TextInput
            label={label}
            value={typed ?? (isDay(value) ? format.day(value) : value)}
            error={error}
            autoComplete="off"
            onChange={(event) => {
              const text = event.currentTarget.value
              setTyped(text)
              setOpened(true)
              choose(readDay(text) ?? text.trim())
            }}
            onFocus={() => setOpened(true)}
            onClick={() => setOpened(true)}
            onKeyDown={(event: KeyboardEvent) => {
              // Gone before the focus moves, which else would go into the calendar and be lost with it.
              if (event.key === 'Escape' || event.key === 'Tab') setOpened(false)
            }}
            onBlur={() => {
              setOpened(false)
              setTyped(undefined)
              onBlur()
            }}
          />
        </Popover.Target>
        {/* The field keeps the focus while a day is chosen. */}
        <Popover.Dropdown onMouseDown={(event) => event.preventDefault()}>
          <Calendar
            __preventFocus
            size="md"
            hideOutsideDates
            date={month}
            onDateChange={setMonth}
            getDayProps={(day) => ({
              selected: day === value,
              onClick: () => {
                setTyped(undefined)
                setOpened(false)
                choose(day)
              },
            })}
            classNames={{ day: styles.day ?? '' }}
            previousLabel={words.previousMonth}
            nextLabel={words.nextMonth}
          />
        </Popover.Dropdown>
      </Popover>
    </DatesProvider>
  )
}
