import type { LinkProps } from '@tanstack/react-router'
import { Link, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import {
  AddIcon,
  CustomersIcon,
  HomeIcon,
  InvoiceIcon,
  PreferencesIcon,
  ProductIcon,
} from '../components/icons.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './PhonePlaces.module.css'

type Tab = { label: string; icon: ReactNode; link: LinkProps; covers: readonly string[]; add?: boolean }

/** The places under the thumb, and the way to a new invoice. An open draft has its own bar there instead. */
export function PhonePlaces() {
  const { shell } = useTexts()
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const tabs: Tab[] = [
    { label: shell.overview, icon: <HomeIcon aria-hidden />, link: paths.overview(), covers: ['/overzicht'] },
    {
      label: shell.invoices,
      icon: <InvoiceIcon aria-hidden />,
      link: paths.invoices(),
      covers: ['/facturen', '/postvak'],
    },
    { label: shell.add, icon: <AddIcon aria-hidden />, link: paths.newInvoice(), covers: [], add: true },
    {
      label: shell.customers,
      icon: <CustomersIcon aria-hidden />,
      link: paths.customers(),
      covers: ['/klanten', '/importen'],
    },
    {
      label: shell.products,
      icon: <ProductIcon aria-hidden />,
      link: paths.products(),
      covers: ['/producten'],
    },
    {
      label: shell.preferences,
      icon: <PreferencesIcon aria-hidden />,
      link: paths.preferences(),
      covers: ['/voorkeuren', '/aansluiting', '/support'],
    },
  ]
  return (
    <nav className={styles.tabs} aria-label={shell.placesBelow}>
      {tabs.map((tab) => (
        <Link
          key={tab.label}
          {...tab.link}
          className={tab.add ? styles.add : undefined}
          activeProps={{}}
          aria-current={tab.covers.some((root) => pathname.startsWith(root)) ? 'page' : undefined}
        >
          {tab.icon}
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
