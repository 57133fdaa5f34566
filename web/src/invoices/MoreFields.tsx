import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { OptionalFields } from '../forms/OptionalFields.tsx'
import { useTexts } from '../language/language.tsx'
import { DayField } from './DayField.tsx'
import type { DraftFields } from './fields.ts'
import styles from './MoreFields.module.css'
import type { ErrorOf } from './use-field-errors.ts'

type Field = 'supply' | 'buyerReference' | 'orderNumber' | 'projectNumber' | 'closing'

/** What is rarely needed, in the order in which it is offered, with the fields that it empties when left out. */
const emptied: Readonly<Record<Field, Partial<DraftFields>>> = {
  supply: { supplyFrom: '', supplyUntil: '' },
  buyerReference: { buyerReference: '' },
  orderNumber: { orderNumber: '' },
  projectNumber: { projectNumber: '' },
  closing: { closing: '' },
}
const offered = Object.keys(emptied) as Field[]

type MoreFieldsProps = {
  fields: DraftFields
  errorOf: ErrorOf
  onTouch: (path: string) => void
  onChange: (part: Partial<DraftFields>) => void
}

/** When was supplied, and what the customer wants to find on the invoice: there when asked for, or filled in. */
export function MoreFields({ fields, errorOf, onTouch, onChange }: MoreFieldsProps) {
  const { invoiceForm: words } = useTexts()
  const [asked, setAsked] = useState<ReadonlySet<Field>>(new Set())
  const isShown = (field: Field) => asked.has(field) || isFilled(fields, field)
  const leaveOut = (field: Field) => {
    setAsked((before) => new Set([...before].filter((it) => it !== field)))
    onChange(emptied[field])
  }
  const control = (field: Field) =>
    field === 'supply' ? (
      <SupplyFields fields={fields} errorOf={errorOf} onTouch={onTouch} onChange={onChange} />
    ) : (
      <TextField
        isLong={field === 'closing'}
        label={words[field]}
        value={fields[field]}
        error={errorOf(field)}
        onBlur={() => onTouch(field)}
        onChange={(value) => onChange({ [field]: value })}
      />
    )
  return (
    <div className={styles.more}>
      <OptionalFields
        label={words.more}
        fields={offered.map((name) => ({
          name,
          label: words[name],
          isWide: isWide(name),
          isShown: isShown(name),
        }))}
        without={words.without}
        onAsk={(field) => setAsked((before) => new Set([...before, field]))}
        onLeaveOut={leaveOut}
      >
        {control}
      </OptionalFields>
    </div>
  )
}

function isFilled(fields: DraftFields, field: Field): boolean {
  return field === 'supply' ? fields.supplyFrom !== '' || fields.supplyUntil !== '' : fields[field] !== ''
}

function isWide(field: Field): boolean {
  return field === 'supply' || field === 'closing'
}

type TextFieldProps = {
  isLong: boolean
  label: string
  value: string
  error: string | undefined
  onBlur: () => void
  onChange: (value: string) => void
}

function TextField({ isLong, onChange, ...common }: TextFieldProps) {
  return isLong ? (
    <Textarea autosize minRows={2} {...common} onChange={(event) => onChange(event.currentTarget.value)} />
  ) : (
    <TextInput autoComplete="off" {...common} onChange={(event) => onChange(event.currentTarget.value)} />
  )
}

function SupplyFields({ fields, errorOf, onTouch, onChange }: MoreFieldsProps) {
  const { invoiceForm: words } = useTexts()
  return (
    <div className={styles.pair}>
      <DayField
        label={words.supplyFrom}
        value={fields.supplyFrom}
        error={errorOf('supply.from')}
        onBlur={() => onTouch('supply.from')}
        onChange={(supplyFrom) => onChange({ supplyFrom })}
      />
      <DayField
        label={words.supplyUntil}
        value={fields.supplyUntil}
        error={errorOf('supply.until')}
        onBlur={() => onTouch('supply.until')}
        onChange={(supplyUntil) => onChange({ supplyUntil })}
      />
    </div>
  )
}
