import { TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { ApiFailure } from '../api/failure.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { ChoiceField } from '../forms/ChoiceField.tsx'
import { CountrySelect } from '../forms/CountrySelect.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { RestoredNotice } from '../forms/RestoredNotice.tsx'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { useStartAt } from '../forms/use-start-at.ts'
import { useTexts } from '../language/language.tsx'
import { type Customer, type CustomerContent, changeCustomer, createCustomer } from './queries.ts'

type CustomerFormProps = {
  /** The customer to change; a new one when left out. */
  customer?: Customer
  /** What is known of a new one already, as the name typed in an invoice. */
  start?: Partial<CustomerContent>
  /** The field to begin at. */
  startAt?: keyof Values
  onSaved: (customer: Customer) => void
  /** Beside the button that saves; given the way to forget what was typed. */
  others?: (forget: () => void) => ReactNode
}

/** The form of a customer, company or private person, for a page and for a dialog. */
export function CustomerForm({ customer, start, startAt, onSaved, others }: CustomerFormProps) {
  const texts = useTexts()
  const { customerForm: words, customers } = texts
  const queryClient = useQueryClient()
  const element = useRef<HTMLFormElement>(null)
  const { form, restored, outdated, startOver, settle } = useKeptForm({
    name: `klant.${customer?.id ?? 'nieuw'}`,
    saved: valuesOf(customer, start),
    ...(!customer && { only: 'name' as const }),
    judgedWith: { country: ['postalCode', 'kvkNumber', 'vatNumber'], kind: ['name'] },
  })
  const saving = useMutation({
    mutationFn: (values: Values) => {
      const content = contentOf(values)
      return customer
        ? changeCustomer(customer.id, { ...content, revision: customer.revision })
        : createCustomer(content)
    },
    onSuccess: (saved) => {
      settle(valuesOf(saved, undefined))
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
      void queryClient.invalidateQueries({ queryKey: ['overview'] })
      void queryClient.invalidateQueries({ queryKey: ['invoices', 'preview'] })
      onSaved(saved)
    },
    onError: (failure) => showFieldProblems(form, failure),
  })
  useStartAt(form.getInputNode, startAt)
  useHotkeys([['mod+S', () => element.current?.requestSubmit()]], [])
  const company = form.values.kind === 'company'
  const isDutch = form.values.country === 'NL'
  return (
    <form
      ref={element}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        // A dialog stands in the page of another form in React's tree; its submit must not reach that one.
        event.stopPropagation()
        form.onSubmit((values) => saving.mutate(values))(event)
      }}
    >
      <RestoredNotice restored={restored} outdated={outdated} isNew={!customer} onStartOver={startOver} />
      <FailureNotice
        title={words.notSaved}
        failure={saving.error}
        errors={form.errors}
        {...(isConflict(saving.error) && { sentence: words.changedElsewhere })}
      />
      <ChoiceField
        legend={words.kind}
        options={[
          { value: 'company', label: customers.company },
          { value: 'person', label: customers.person },
        ]}
        value={form.values.kind}
        onChange={(kind) => form.setFieldValue('kind', kind)}
      />
      <TextInput
        label={company ? words.companyName : words.personName}
        autoComplete="off"
        data-autofocus={startAt === undefined || undefined}
        {...form.getInputProps('name')}
      />
      {company && (
        <TextInput label={words.contactName} autoComplete="off" {...form.getInputProps('contactName')} />
      )}
      <fieldset className={styles.group}>
        <legend>{words.addressGroup}</legend>
        <p className={styles.groupHelp}>{words.addressHelp}</p>
        <TextInput label={words.address} autoComplete="off" {...form.getInputProps('address')} />
        <div className={styles.postal}>
          <TextInput label={words.postalCode} autoComplete="off" {...form.getInputProps('postalCode')} />
          <TextInput label={words.city} autoComplete="off" {...form.getInputProps('city')} />
        </div>
        <CountrySelect label={words.country} {...form.getInputProps('country')} />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{words.contactGroup}</legend>
        <div className={styles.pair}>
          <TextInput label={words.email} type="email" autoComplete="off" {...form.getInputProps('email')} />
          <TextInput label={words.phone} type="tel" autoComplete="off" {...form.getInputProps('phone')} />
        </div>
      </fieldset>
      {company && (
        <fieldset className={styles.group}>
          <legend>{words.companyGroup}</legend>
          <div className={styles.pair}>
            <TextInput
              label={isDutch ? words.kvkNumber : words.registrationNumber}
              description={isDutch ? words.kvkHelp : words.registrationHelp}
              inputMode={isDutch ? 'numeric' : 'text'}
              autoComplete="off"
              {...form.getInputProps('kvkNumber')}
            />
            <TextInput
              label={words.vatNumber}
              description={isDutch ? words.vatHelp : words.vatHelpAbroad}
              autoComplete="off"
              {...form.getInputProps('vatNumber')}
            />
          </div>
        </fieldset>
      )}
      <div className={styles.buttons}>
        <BusyButton type="submit" variant="star" busy={saving.isPending}>
          {customer ? words.update : words.create}
        </BusyButton>
        {others?.(startOver)}
      </div>
    </form>
  )
}

type Values = {
  kind: 'company' | 'person'
  name: string
  contactName: string
  address: string
  postalCode: string
  city: string
  country: string
  email: string
  phone: string
  kvkNumber: string
  vatNumber: string
}

function valuesOf(customer: Customer | undefined, start: Partial<CustomerContent> | undefined): Values {
  const known = customer ?? start
  return {
    kind: known?.kind ?? 'company',
    name: known?.name ?? '',
    contactName: known?.contactName ?? '',
    address: known?.address ?? '',
    postalCode: known?.postalCode ?? '',
    city: known?.city ?? '',
    country: known?.country ?? 'NL',
    email: known?.email ?? '',
    phone: known?.phone ?? '',
    kvkNumber: known?.kvkNumber ?? '',
    vatNumber: known?.vatNumber ?? '',
  }
}

function contentOf(values: Values): CustomerContent {
  const company = values.kind === 'company'
  return {
    ...values,
    contactName: company ? orNull(values.contactName) : null,
    email: orNull(values.email),
    phone: orNull(values.phone),
    kvkNumber: company ? orNull(values.kvkNumber) : null,
    vatNumber: company ? orNull(values.vatNumber) : null,
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text
}

function isConflict(failure: unknown): boolean {
  return failure instanceof ApiFailure && failure.status === 409
}
