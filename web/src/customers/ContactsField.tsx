import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { RemoveIcon } from '../components/icons.ts'
import { OfferButton } from '../forms/OfferButton.tsx'
import { TickField } from '../forms/TickField.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './CustomerMore.module.css'
import { type CustomerValues, noContact } from './customer-values.ts'

/** The people at a customer, and who of them receives invoices. */
export function ContactsField({ form }: { form: UseFormReturnType<CustomerValues> }) {
  const { customerForm: words } = useTexts()
  // Rows are only added at the end, so the place names one.
  const rows = form.values.contacts.map((contact, index) => ({ contact, index, key: `contact-${index}` }))
  return (
    <fieldset className={styles.group}>
      <legend>{words.contacts}</legend>
      <p className={styles.help}>{words.contactsHelp}</p>
      {rows.map(({ contact, index, key }) => (
        <fieldset key={key} className={styles.contact}>
          <legend className="visually-hidden">{words.contactNumber(index + 1)}</legend>
          <TextInput
            label={words.personName}
            autoComplete="off"
            {...form.getInputProps(`contacts.${index}.name`)}
          />
          <TextInput
            label={words.email}
            type="email"
            autoComplete="off"
            {...form.getInputProps(`contacts.${index}.email`)}
          />
          <TextInput
            label={words.phone}
            type="tel"
            autoComplete="off"
            {...form.getInputProps(`contacts.${index}.phone`)}
          />
          <TickField
            label={words.receivesInvoices}
            checked={contact.receivesInvoices}
            onChange={(receives) => form.setFieldValue(`contacts.${index}.receivesInvoices`, receives)}
          />
          <OfferButton
            icon={<RemoveIcon aria-hidden />}
            aria-label={words.removeContact(contact.name || contact.email || String(index + 1))}
            onClick={() => form.removeListItem('contacts', index)}
          >
            {words.remove}
          </OfferButton>
        </fieldset>
      ))}
      <OfferButton onClick={() => form.insertListItem('contacts', noContact)}>{words.addContact}</OfferButton>
    </fieldset>
  )
}
