import { TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { ApiFailure } from '../api/failure.ts'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { ChoiceField } from '../forms/ChoiceField.tsx'
import { CountrySelect } from '../forms/CountrySelect.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'
import { focusFirstError, showFieldProblems } from '../forms/problem.ts'
import { RestoredNotice } from '../forms/RestoredNotice.tsx'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { useStartAt } from '../forms/use-start-at.ts'
import { useTexts } from '../language/language.tsx'
import { CustomerMore } from './CustomerMore.tsx'
import { type CustomerValues, contentOf, valuesOf, withCountry, withKind } from './customer-values.ts'
import { type Customer, type CustomerContent, changeCustomer, createCustomer } from './queries.ts'

type CustomerFormProps = {
  /** The customer to change; a new one when left out. */
  customer?: Customer
  /** What is known of a new one already, as the name typed in an invoice. */
  start?: Partial<CustomerContent>
  /** The field to begin at. */
  startAt?: keyof CustomerValues
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
  const { form, restored, outdated, startOver, settle } = useKeptForm<CustomerValues>({
    name: `klant.${customer?.id ?? 'nieuw'}`,
    saved: valuesOf(customer ?? (start as Partial<Customer> | undefined)),
    ...(!customer && { only: 'name' as const }),
    judgedWith: {
      country: ['country', 'postalCode', 'kvkNumber', 'vatNumber', 'oin', 'vatTreatment'],
      kind: ['name', 'oin', 'vatTreatment'],
      vatNumber: ['vatTreatment'],
    },
  })
  const saving = useSingleMutation({
    mutationFn: (values: CustomerValues) => {
      const content = contentOf(values)
      return customer
        ? changeCustomer(customer.id, { ...content, revision: customer.revision })
        : createCustomer(content)
    },
    onSuccess: (saved) => {
      settle(valuesOf(saved))
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
      void queryClient.invalidateQueries({ queryKey: ['overview'] })
      void queryClient.invalidateQueries({ queryKey: ['invoices', 'preview'] })
      onSaved(saved)
    },
    onError: (failure) => showFieldProblems(form, failure),
  })
  useStartAt(form.getInputNode, fieldOf[startAt ?? ''] ?? startAt)
  useHotkeys([['mod+S', () => element.current?.requestSubmit()]], [])
  const { kind, country } = form.values
  const company = kind !== 'person'
  const isDutch = country === 'NL'
  const save = (values: CustomerValues) => {
    if (values.country !== '') return saving.mutate(values)
    form.setFieldError('country', words.chooseCountry)
    focusFirstError()
  }
  return (
    <form
      ref={element}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        // A dialog stands in the page of another form in React's tree; its submit must not reach that one.
        event.stopPropagation()
        form.onSubmit(save)(event)
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
        path="kind"
        options={[
          { value: 'company', label: customers.company },
          { value: 'person', label: customers.person },
          { value: 'foreign', label: customers.foreignCompany },
        ]}
        value={kind}
        onChange={(chosen) => form.setValues(withKind(form.values, chosen))}
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
        <CountrySelect
          label={words.country}
          {...(country === '' && { nothing: words.chooseCountry })}
          {...form.getInputProps('country')}
          onChange={(event) => form.setValues(withCountry(form.values, event.currentTarget.value))}
        />
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
      <CustomerMore form={form} {...(startAt && { startAt })} />
      <div className={styles.buttons}>
        <BusyButton type="submit" variant="star" busy={saving.isPending}>
          {customer ? words.update : words.create}
        </BusyButton>
        {others?.(startOver)}
      </div>
    </form>
  )
}

/** Where the form goes into a group of fields, it begins at the first of them. */
const fieldOf: Readonly<Record<string, string>> = {
  postalAddress: 'postalAddress.address',
  contacts: 'contacts.0.name',
}

function isConflict(failure: unknown): boolean {
  return failure instanceof ApiFailure && failure.status === 409
}
