import { TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { sessionQuery } from '../api/session.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { useToast } from '../components/Toasts.tsx'
import { ChoiceField } from '../forms/ChoiceField.tsx'
import { CountrySelect } from '../forms/CountrySelect.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { RestoredNotice } from '../forms/RestoredNotice.tsx'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { useStartAt } from '../forms/use-start-at.ts'
import { useTexts } from '../language/language.tsx'
import { AccentField } from './AccentField.tsx'
import own from './CompanyForm.module.css'
import { changeOrganization, type OrganizationContent, organizationQuery } from './queries.ts'

type CompanyFormProps = {
  organization: OrganizationContent
  /** The field to begin at. */
  startAt?: keyof OrganizationContent
  onSaved?: () => void
}

const schemes = ['ordinary', 'small_business_scheme'] as const

/** The profile of the organization, for a page and for a dialog. */
export function CompanyForm({ organization, startAt, onSaved }: CompanyFormProps) {
  const texts = useTexts()
  const { company: words } = texts
  const queryClient = useQueryClient()
  const toast = useToast()
  const element = useRef<HTMLFormElement>(null)
  const { form, restored, outdated, startOver, settle } = useKeptForm({
    name: 'bedrijf',
    saved: contentOf(organization),
    judgedWith: { country: ['postalCode', 'kvkNumber', 'vatNumber'] },
  })
  const saving = useMutation({
    mutationFn: changeOrganization,
    onSuccess: (saved) => {
      queryClient.setQueryData(organizationQuery.queryKey, saved)
      settle(contentOf(saved))
      form.setValues(contentOf(saved))
      // The name stands in the band too.
      void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
      // What holds an invoice back may be gone.
      void queryClient.invalidateQueries({ queryKey: ['invoices', 'preview'] })
      void queryClient.invalidateQueries({ queryKey: ['customers', 'one'] })
      toast({ text: words.savedNotice })
      onSaved?.()
    },
    onError: (failure) => showFieldProblems(form, failure),
  })
  useStartAt(form.getInputNode, startAt)
  useHotkeys([['mod+S', () => element.current?.requestSubmit()]], [])
  return (
    <form
      ref={element}
      className={`${styles.form} ${own.form}`}
      noValidate
      onSubmit={(event) => {
        // A dialog stands in the page of another form in React's tree; its submit must not reach that one.
        event.stopPropagation()
        form.onSubmit((values) => saving.mutate(values))(event)
      }}
    >
      <RestoredNotice restored={restored} outdated={outdated} isNew={false} onStartOver={startOver} />
      <FailureNotice title={words.notSaved} failure={saving.error} errors={form.errors} />
      <TextInput
        label={words.name}
        description={words.nameHelp}
        autoComplete="organization"
        {...form.getInputProps('name')}
      />
      <fieldset className={styles.group}>
        <legend>{words.addressGroup}</legend>
        <TextInput label={words.address} autoComplete="street-address" {...form.getInputProps('address')} />
        <div className={styles.postal}>
          <TextInput
            label={words.postalCode}
            autoComplete="postal-code"
            {...form.getInputProps('postalCode')}
          />
          <TextInput label={words.city} autoComplete="address-level2" {...form.getInputProps('city')} />
        </div>
        <CountrySelect label={words.country} {...form.getInputProps('country')} />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{words.contactGroup}</legend>
        <div className={styles.pair}>
          <TextInput label={words.email} type="email" autoComplete="email" {...form.getInputProps('email')} />
          <TextInput label={words.phone} type="tel" autoComplete="tel" {...form.getInputProps('phone')} />
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{words.numbersGroup}</legend>
        <div className={styles.pair}>
          <TextInput
            label={words.kvkNumber}
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps('kvkNumber')}
          />
          <TextInput label={words.vatNumber} autoComplete="off" {...form.getInputProps('vatNumber')} />
        </div>
        <ChoiceField
          legend={words.vatScheme}
          options={schemes.map((value) => ({ value, label: words.vatSchemes[value] }))}
          value={form.values.vatScheme ?? 'ordinary'}
          onChange={(vatScheme) => form.setFieldValue('vatScheme', vatScheme)}
        />
        <p className={styles.groupHelp}>{words.vatSchemeHelp}</p>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{words.paymentGroup}</legend>
        <div className={styles.pair}>
          <TextInput
            label={words.iban}
            description={words.ibanHelp}
            autoComplete="off"
            {...form.getInputProps('iban')}
          />
          <TextInput
            label={words.accountName}
            description={words.accountNameHelp}
            autoComplete="off"
            {...form.getInputProps('accountName')}
          />
        </div>
      </fieldset>
      <AccentField
        value={form.values.accentColor ?? ''}
        error={form.errors.accentColor}
        onChange={(accentColor) => form.setFieldValue('accentColor', accentColor)}
      />
      <div className={styles.buttons}>
        <BusyButton type="submit" variant="star" busy={saving.isPending}>
          {words.save}
        </BusyButton>
      </div>
    </form>
  )
}

function contentOf(organization: OrganizationContent): OrganizationContent {
  const { name, address, postalCode, city, country, email, phone, kvkNumber, vatNumber, iban } = organization
  const { accountName, vatScheme, accentColor } = organization
  return {
    name,
    address,
    postalCode,
    city,
    country: country || 'NL',
    email,
    phone,
    kvkNumber,
    vatNumber,
    iban,
    accountName,
    vatScheme,
    accentColor,
  }
}
