import type { LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AddIcon, ChevronRightIcon, CustomerIcon } from '../components/icons.ts'
import { useTexts } from '../language/language.tsx'
import { organizationPlaces } from '../layouts/places.ts'
import { usePreferencePages } from '../preferences/pages.tsx'
import { paths } from '../routing/paths.ts'
import { isAbout } from './matching.ts'

/** One row of what is found: where it leads, and what is read there. */
export type Found = { key: string; label: string; note: string; icon: ReactNode; link: LinkProps }

/** The places of Stella that are about these words; all of them without words. */
export function usePlaces(words: string): Found[] {
  const { askSupport, connect, shell } = useTexts()
  const places = [
    ...organizationPlaces(shell).slice(0, -1),
    { label: connect.place, link: paths.integrations(), within: shell.preferences },
    ...usePreferencePages().map(({ label, link }) => ({ label, link, within: shell.preferences })),
    { label: askSupport.title, link: paths.askSupport() },
  ]
  return places
    .map(({ label, link, ...rest }) => ({
      key: label,
      label,
      note: 'within' in rest ? rest.within : '',
      icon: <ChevronRightIcon aria-hidden />,
      link,
    }))
    .filter(({ label, note }) => isAbout(words, [label, note]))
}

/** What can be done from anywhere, and with the customer that was found first. */
export function useActions(words: string, customer: { id: string; name: string } | undefined): Found[] {
  const { customers, invoices, search } = useTexts()
  const general = [
    {
      key: 'invoice',
      label: invoices.new,
      note: '',
      icon: <AddIcon aria-hidden />,
      link: paths.newInvoice(),
    },
    {
      key: 'customer',
      label: customers.new,
      note: '',
      icon: <CustomerIcon aria-hidden />,
      link: paths.newCustomer(),
    },
  ].filter(({ label }) => isAbout(words, [label]))
  if (customer === undefined) return general
  return [
    {
      key: 'invoice-for',
      label: search.invoiceFor(customer.name),
      note: '',
      icon: <AddIcon aria-hidden />,
      link: paths.newInvoice({ klant: customer.id }),
    },
    ...general,
  ]
}
