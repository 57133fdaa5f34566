import { UnstyledButton } from '@mantine/core'
import type { ComponentProps } from 'react'
import type { Session } from '../api/session.ts'
import { ChevronDownIcon } from '../components/icons.ts'
import { useTexts } from '../language/language.tsx'
import styles from './OrganizationMenu.module.css'

type MenuButtonProps = { session: Session } & ComponentProps<'button'>

/** The name of the organization, or of whoever has none, in the band. */
export function MenuButton({ session, ...more }: MenuButtonProps) {
  const { shell } = useTexts()
  const name = session.organization?.name ?? session.user.name
  return (
    <UnstyledButton
      className={styles.who}
      // Without places below the menu is the only way out on a phone.
      data-alone={!session.organization || undefined}
      aria-label={shell.menuOf(name)}
      {...more}
    >
      <span className={styles.name}>{name}</span>
      <ChevronDownIcon aria-hidden />
    </UnstyledButton>
  )
}
