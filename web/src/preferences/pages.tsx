import type { ReactNode } from 'react'
import {
  AccountsIcon,
  CompanyIcon,
  ConnectedIcon,
  CustomersIcon,
  DownloadIcon,
  KeyIcon,
  MailIcon,
  NumberingIcon,
  PersonIcon,
  WaitingIcon,
} from '../components/icons.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'

type PageLink = ReturnType<
  (typeof paths)[
    | 'company'
    | 'numbering'
    | 'mail'
    | 'integrations'
    | 'mapping'
    | 'members'
    | 'exports'
    | 'audit'
    | 'api'
    | 'account']
>
export type PreferencePage = { label: string; link: PageLink; icon: ReactNode }

/** The pages of «Voorkeuren», in their order. */
export function usePreferencePages(): PreferencePage[] {
  const { preferences: texts, account, audit, mapping, members } = useTexts()
  return [
    { label: texts.company, link: paths.company(), icon: <CompanyIcon aria-hidden /> },
    { label: texts.numbering, link: paths.numbering(), icon: <NumberingIcon aria-hidden /> },
    { label: texts.mail, link: paths.mail(), icon: <MailIcon aria-hidden /> },
    { label: texts.integrations, link: paths.integrations(), icon: <ConnectedIcon aria-hidden /> },
    { label: mapping.title, link: paths.mapping(), icon: <AccountsIcon aria-hidden /> },
    { label: members.title, link: paths.members(), icon: <CustomersIcon aria-hidden /> },
    { label: texts.exports, link: paths.exports(), icon: <DownloadIcon aria-hidden /> },
    { label: texts.api, link: paths.api(), icon: <KeyIcon aria-hidden /> },
    { label: audit.title, link: paths.audit(), icon: <WaitingIcon aria-hidden /> },
    { label: account.own, link: paths.account(), icon: <PersonIcon aria-hidden /> },
  ]
}
