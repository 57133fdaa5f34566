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

/** The place in which an address lies: `/voorkeuren/api` lies in Voorkeuren. */
export function isInPlace(place: Place, pathname: string): boolean {
  const root = `/${String(place.link.to).split('/')[1]}`
  return pathname === root || pathname.startsWith(`${root}/`)
}
