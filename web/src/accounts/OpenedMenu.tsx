import { Menu, useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Session } from '../api/session.ts'
import { AddIcon, CompanyIcon, HelpIcon, PersonIcon, SignOutIcon } from '../components/icons.ts'
import { useShortcuts } from '../components/shortcuts.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { MenuButton } from './MenuButton.tsx'
import styles from './OrganizationMenu.module.css'
import { useSignOut } from './sign-out.ts'
import { useWorkIn } from './use-work-in.ts'

const schemes = ['auto', 'light', 'dark'] as const

function schemeOf(value: string): (typeof schemes)[number] {
  return schemes.find((scheme) => scheme === value) ?? 'auto'
}

type OpenedMenuProps = {
  session: Session
  /** The administration that is linked, if one is. */
  books: string | null
}

/** The menu behind the name of the organization, opened: how Stella looks, in which language, and the way out. */
export function OpenedMenu({ session, books }: OpenedMenuProps) {
  const { account, askSupport, members, organizations, shell } = useTexts()
  // Opened once its button has the focus: closing gives that back to whatever had it at the opening.
  const [opened, setOpened] = useState(false)
  useEffect(() => setOpened(true), [])
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { language, choose } = useLanguage()
  const [shortcuts, setShortcuts] = useShortcuts()
  const signOut = useSignOut()
  const workIn = useWorkIn()
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      withInitialFocusPlaceholder={false}
      withinPortal={false}
      position="bottom-end"
      width={260}
      shadow="md"
      classNames={{ dropdown: styles.dropdown ?? '' }}
    >
      <Menu.Target>
        <MenuButton session={session} autoFocus />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{shell.signedInAs(session.user.name)}</Menu.Label>
        {books && <Menu.Label>{shell.linkedTo(books)}</Menu.Label>}
        <Menu.Divider />
        <Menu.Label>{members.otherOrganizations}</Menu.Label>
        {session.organizations.length > 0 && (
          <Menu.RadioGroup
            value={session.organization?.id ?? ''}
            onChange={(id) => id !== session.organization?.id && workIn.mutate(id)}
          >
            {session.organizations.map((organization) => (
              <Menu.RadioItem key={organization.id} value={organization.id}>
                {organization.name}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        )}
        {session.organizations.length > 1 && (
          <Menu.Item
            leftSection={<CompanyIcon aria-hidden />}
            renderRoot={(props) => <Link {...props} {...paths.organizations()} />}
          >
            {organizations.all}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<AddIcon aria-hidden />}
          renderRoot={(props) => <Link {...props} {...paths.newOrganization()} />}
        >
          {members.newOrganization}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{shell.appearance}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(schemeOf(scheme))}>
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {shell[scheme]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{shell.language}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(chosen) => choose(chosen === 'en' ? 'en' : 'nl')}>
          <Menu.RadioItem value="nl" lang="nl">
            {shell.dutch}
          </Menu.RadioItem>
          <Menu.RadioItem value="en" lang="en">
            {shell.english}
          </Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.CheckboxItem value="shortcuts" checked={shortcuts} onChange={() => setShortcuts(!shortcuts)}>
          {shell.shortcuts}
        </Menu.CheckboxItem>
        {session.organization && (
          <Menu.Item
            leftSection={<HelpIcon aria-hidden />}
            renderRoot={(props) => <Link {...props} {...paths.askSupport()} />}
          >
            {askSupport.title}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<PersonIcon aria-hidden />}
          renderRoot={(props) => <Link {...props} {...paths.account()} />}
        >
          {account.own}
        </Menu.Item>
        <Menu.Item leftSection={<SignOutIcon aria-hidden />} onClick={signOut}>
          {shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
