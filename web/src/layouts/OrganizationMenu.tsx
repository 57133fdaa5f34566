import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import type { Session } from '../api/session.ts'
import { CheckIcon, ChevronDownIcon, SignOutIcon } from '../components/icons.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { useSignOut } from '../session/sign-out.ts'
import styles from './OrganizationMenu.module.css'
import { useShortcuts } from './shortcuts.ts'

/** The menu behind the name of the organization: how Stella looks, in which language, and the way out. */
export function OrganizationMenu({ session }: { session: Session }) {
  const { shell } = useTexts()
  const name = session.organization?.name ?? session.user.name
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { language, choose } = useLanguage()
  const [shortcuts, setShortcuts] = useShortcuts()
  const signOut = useSignOut()
  return (
    <Menu position="bottom-end" width={260} shadow="md" classNames={{ dropdown: styles.dropdown ?? '' }}>
      <Menu.Target>
        <UnstyledButton className={styles.who} aria-label={shell.menuOf(name)}>
          <span className={styles.name}>{name}</span>
          <ChevronDownIcon aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{shell.signedInAs(session.user.name)}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{shell.appearance}</Menu.Label>
        {(['auto', 'light', 'dark'] as const).map((scheme) => (
          <Choice key={scheme} chosen={colorScheme === scheme} onChoose={() => setColorScheme(scheme)}>
            {shell[scheme]}
          </Choice>
        ))}
        <Menu.Divider />
        <Menu.Label>{shell.language}</Menu.Label>
        <Choice chosen={language === 'nl'} onChoose={() => choose('nl')} lang="nl">
          {shell.dutch}
        </Choice>
        <Choice chosen={language === 'en'} onChoose={() => choose('en')} lang="en">
          {shell.english}
        </Choice>
        <Menu.Divider />
        <Choice chosen={shortcuts} onChoose={() => setShortcuts(!shortcuts)} kind="menuitemcheckbox">
          {shell.shortcuts}
        </Choice>
        <Menu.Item leftSection={<SignOutIcon aria-hidden />} onClick={signOut}>
          {shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

type ChoiceProps = {
  chosen: boolean
  onChoose: () => void
  children: string
  lang?: string
  kind?: 'menuitemradio' | 'menuitemcheckbox'
}

function Choice({ chosen, onChoose, children, lang, kind = 'menuitemradio' }: ChoiceProps) {
  return (
    <Menu.Item
      role={kind}
      aria-checked={chosen}
      lang={lang}
      onClick={onChoose}
      rightSection={chosen ? <CheckIcon aria-hidden /> : null}
    >
      {children}
    </Menu.Item>
  )
}
