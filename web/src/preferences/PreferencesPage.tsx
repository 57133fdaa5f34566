import { UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSignOut } from '../accounts/sign-out.ts'
import { useWorkIn } from '../accounts/use-work-in.ts'
import { sessionQuery } from '../api/session.ts'
import {
  AddIcon,
  ChevronRightIcon,
  CompanyIcon,
  HelpIcon,
  ReconciliationIcon,
  SignOutIcon,
  SupportIcon,
} from '../components/icons.ts'
import { PageHead } from '../components/PageHead.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { ChoiceField } from '../forms/ChoiceField.tsx'
import { useLanguage, useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './PreferencesPage.module.css'
import { usePreferencePages } from './pages.tsx'

/** «Voorkeuren»: its pages, and the choices that stand in the menu of the band on a wide screen. */
export function PreferencesPage() {
  const { shell, preferences, askSupport, members, organizations } = useTexts()
  const { data: session } = useQuery(sessionQuery)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { language, choose } = useLanguage()
  const signOut = useSignOut()
  const workIn = useWorkIn()
  const links = [
    ...usePreferencePages(),
    // On a phone there is no room for it among the places below.
    { label: shell.reconciliation, link: paths.reconciliation(), icon: <ReconciliationIcon aria-hidden /> },
    ...(session && session.organizations.length > 1
      ? [{ label: organizations.all, link: paths.organizations(), icon: <CompanyIcon aria-hidden /> }]
      : []),
    { label: askSupport.title, link: paths.askSupport(), icon: <HelpIcon aria-hidden /> },
    { label: members.newOrganization, link: paths.newOrganization(), icon: <AddIcon aria-hidden /> },
    ...(session?.user.supportRole
      ? [{ label: shell.support, link: paths.support(), icon: <SupportIcon aria-hidden /> }]
      : []),
  ]
  return (
    <>
      <PageHead title={preferences.title} lead={session?.organization?.name ?? ''} />
      <div className={styles.page}>
        <Sheet as="div">
          <ul className={styles.links}>
            {links.map(({ label, link, icon }) => (
              <li key={label}>
                <Link {...link}>
                  {icon}
                  {label}
                  <ChevronRightIcon aria-hidden className={styles.end} />
                </Link>
              </li>
            ))}
          </ul>
        </Sheet>
        <Sheet as="div" padded className={styles.choices}>
          {session?.organization && session.organizations.length > 1 && (
            <ChoiceField
              legend={members.otherOrganizations}
              options={session.organizations.map(({ id, name }) => ({ value: id, label: name }))}
              value={session.organization.id}
              onChange={(id) => workIn.mutate(id)}
            />
          )}
          <ChoiceField
            legend={shell.appearance}
            options={[
              { value: 'auto', label: shell.auto },
              { value: 'light', label: shell.light },
              { value: 'dark', label: shell.dark },
            ]}
            value={colorScheme}
            onChange={setColorScheme}
          />
          <ChoiceField
            legend={shell.language}
            options={[
              { value: 'nl', label: shell.dutch, lang: 'nl' },
              { value: 'en', label: shell.english, lang: 'en' },
            ]}
            value={language}
            onChange={choose}
          />
        </Sheet>
        <Sheet as="div">
          <UnstyledButton className={styles.out} onClick={() => void signOut()}>
            <SignOutIcon aria-hidden />
            {shell.signOut}
          </UnstyledButton>
        </Sheet>
      </div>
    </>
  )
}
