import { Facts } from '../components/Facts.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './CustomerPage.module.css'
import type { CustomerDetail } from './queries.ts'

/** Beside the page of a customer: who to reach there, and what is agreed. */
export function CustomerDetails({ customer }: { customer: CustomerDetail }) {
  const { customerForm: form, customerPage: words, vat } = useTexts()
  const { attachUbl, email, language, paymentTermDays, postalAddress: postal, vatTreatment } = customer
  const own = { name: customer.contactName, email, phone: customer.phone }
  const people = [...(own.name || email || own.phone ? [own] : []), ...customer.contacts]
  return (
    <Sheet as="aside" padded className={styles.details} aria-label={words.details}>
      <section aria-labelledby="contacts-title">
        <h2 id="contacts-title">{words.contacts}</h2>
        {people.length === 0 && <p className={styles.text}>{words.noContacts}</p>}
        <ul className={styles.people}>
          {people.map((contact) => (
            <li key={`${contact.name}-${contact.email}-${contact.phone}`}>
              {contact.name && <b>{contact.name}</b>}
              {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
              {contact.phone && (
                <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{contact.phone}</a>
              )}
              {contact.email && (
                <span className={styles.receives}>
                  {customer.invoiceRecipients.includes(contact.email)
                    ? words.receivesInvoices
                    : words.receivesNone}
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="agreements-title">
        <h2 id="agreements-title">{words.agreements}</h2>
        <Facts
          items={[
            [words.pays, paymentTermDays === null ? words.usualTerm : words.within(paymentTermDays)],
            [form.language, form.languages[language ?? 'nl']],
            [form.vatTreatment, vatTreatment && vat.choices[vatTreatment]],
            [
              form.attachUbl,
              attachUbl === null ? null : attachUbl ? form.attachUblAlways : form.attachUblNever,
            ],
            [form.vatNumber, customer.vatNumber],
            [customer.country === 'NL' ? form.kvkNumber : form.registrationNumber, customer.kvkNumber],
            [form.oin, customer.oin],
            [form.peppolId, customer.peppolId],
            [
              form.postalAddress,
              postal && `${postal.address}, ${[postal.postalCode, postal.city].filter(Boolean).join(' ')}`,
            ],
          ]}
        />
      </section>
    </Sheet>
  )
}
