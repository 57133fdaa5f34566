import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { CountrySelect } from '../forms/CountrySelect.tsx'
import { OptionalFields } from '../forms/OptionalFields.tsx'
import { SelectField } from '../forms/SelectField.tsx'
import { useTexts } from '../language/language.tsx'
import { ContactsField } from './ContactsField.tsx'
import styles from './CustomerMore.module.css'
import { type CustomerValues, hasPostalAddress, languages, noContact } from './customer-values.ts'

type Form = UseFormReturnType<CustomerValues>
type Field =
  | 'postalAddress'
  | 'contacts'
  | 'paymentTermDays'
  | 'language'
  | 'vatTreatment'
  | 'attachUbl'
  | 'peppolId'
  | 'oin'

/** What is rarely needed, in the order in which it is offered. */
const offered: readonly Field[] = [
  'contacts',
  'postalAddress',
  'paymentTermDays',
  'language',
  'vatTreatment',
  'attachUbl',
  'peppolId',
  'oin',
]
const wide: ReadonlySet<Field> = new Set(['contacts', 'postalAddress'])

/** What is agreed with a customer beyond who it is: there when asked for, or filled in. */
export function CustomerMore({ form, startAt }: { form: Form; startAt?: keyof CustomerValues }) {
  const { customerForm: words } = useTexts()
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set(startAt ? [startAt] : []))
  const { values } = form
  const isOffered = (field: Field) => field !== 'oin' || values.kind === 'company'
  const isShown = (field: Field) => asked.has(field) || isFilled(values, field) || hasError(form, field)
  const ask = (field: Field) => {
    setAsked((before) => new Set([...before, field]))
    if (field === 'contacts') form.insertListItem('contacts', noContact)
  }
  const leaveOut = (field: Field) => {
    setAsked((before) => new Set([...before].filter((it) => it !== field)))
    form.setValues(emptied(values, field))
    for (const path of Object.keys(form.errors)) if (isOf(path, field)) form.clearFieldError(path)
  }
  return (
    <OptionalFields
      label={words.more}
      fields={offered.filter(isOffered).map((name) => ({
        name,
        label: words[name],
        isWide: wide.has(name),
        isShown: isShown(name),
      }))}
      without={words.without}
      onAsk={ask}
      onLeaveOut={leaveOut}
    >
      {(field) => <Control form={form} field={field} />}
    </OptionalFields>
  )
}

function Control({ form, field }: { form: Form; field: Field }) {
  const { customerForm: words, vat } = useTexts()
  switch (field) {
    case 'contacts':
      return <ContactsField form={form} />
    case 'postalAddress':
      return <PostalAddressFields form={form} />
    case 'paymentTermDays':
      return (
        <TextInput
          label={words.paymentTermDays}
          description={words.paymentTermHelp}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('paymentTermDays')}
        />
      )
    case 'language':
      return (
        <SelectField
          label={words.language}
          description={words.languageHelp}
          data={[
            { value: '', label: words.languages.nl },
            ...languages.slice(1).map((value) => ({ value, label: words.languages[value] })),
          ]}
          {...form.getInputProps('language')}
          value={form.values.language === 'nl' ? '' : form.values.language}
        />
      )
    case 'vatTreatment':
      return (
        <SelectField
          label={words.vatTreatment}
          description={words.vatTreatmentHelp}
          data={[
            { value: '', label: words.vatTreatmentByItself },
            ...Object.entries(vat.choices).map(([value, label]) => ({ value, label })),
          ]}
          {...form.getInputProps('vatTreatment')}
        />
      )
    case 'attachUbl':
      return (
        <SelectField
          label={words.attachUbl}
          description={words.attachUblHelp}
          data={[
            { value: '', label: words.attachUblUsual },
            { value: 'true', label: words.attachUblAlways },
            { value: 'false', label: words.attachUblNever },
          ]}
          {...form.getInputProps('attachUbl')}
        />
      )
    case 'peppolId':
      return (
        <TextInput
          label={words.peppolId}
          description={words.peppolHelp}
          autoComplete="off"
          {...form.getInputProps('peppolId')}
        />
      )
    case 'oin':
      return (
        <TextInput
          label={words.oin}
          description={words.oinHelp}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('oin')}
        />
      )
  }
}

function PostalAddressFields({ form }: { form: Form }) {
  const { customerForm: words } = useTexts()
  return (
    <fieldset className={styles.group}>
      <legend>{words.postalAddress}</legend>
      <p className={styles.help}>{words.postalAddressHelp}</p>
      <TextInput
        label={words.postalStreet}
        autoComplete="off"
        {...form.getInputProps('postalAddress.address')}
      />
      <div className={styles.postal}>
        <TextInput
          label={words.postalCode}
          autoComplete="off"
          {...form.getInputProps('postalAddress.postalCode')}
        />
        <TextInput label={words.city} autoComplete="off" {...form.getInputProps('postalAddress.city')} />
      </div>
      <CountrySelect label={words.country} {...form.getInputProps('postalAddress.country')} />
    </fieldset>
  )
}

function isFilled(values: CustomerValues, field: Field): boolean {
  if (field === 'postalAddress') return hasPostalAddress(values)
  return field === 'contacts' ? values.contacts.length > 0 : values[field] !== ''
}

function emptied(values: CustomerValues, field: Field): Partial<CustomerValues> {
  if (field === 'contacts') return { contacts: [] }
  if (field !== 'postalAddress') return { [field]: '' }
  return { postalAddress: { address: '', postalCode: '', city: '', country: values.country || 'NL' } }
}

function hasError({ errors }: Form, field: Field): boolean {
  return Object.keys(errors).some((path) => isOf(path, field))
}

function isOf(path: string, field: Field): boolean {
  return path === field || path.startsWith(`${field}.`)
}
