import type { LinkProps } from '@tanstack/react-router'
import type { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'

type ShellTexts = ReturnType<typeof useTexts>['shell']

export type Place = { label: string; link: LinkProps }

/** The places of an organization, in the order of the band. */
export function organizationPlaces(texts: ShellTexts): Place[] {
  return [
    { label: texts.overview, link: paths.overview() },
    { label: texts.invoices, link: paths.invoices() },
    { label: texts.customers, link: paths.customers() },
    { label: texts.products, link: paths.products() },
    { label: texts.reconciliation, link: paths.reconciliation() },
    { label: texts.preferences, link: paths.company() },
  ]
}

/** What lies in a place under an address of its own: «Postvak» in Facturen, imports in Klanten. */
const within: Readonly<Record<string, string>> = { postvak: 'facturen', importen: 'klanten' }

/** The place in which an address lies: `/voorkeuren/api` lies in Voorkeuren. */
export function isInPlace(place: Place, pathname: string): boolean {
  const root = rootOf(pathname)
  return rootOf(String(place.link.to)) === (within[root] ?? root)
}

function rootOf(address: string): string {
  return address.split('/')[1] ?? ''
}
