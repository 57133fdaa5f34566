import { UnstyledButton } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import { AddIcon } from '../components/icons.ts'
import styles from './OfferButton.module.css'

type OfferButtonProps = Omit<ComponentProps<'button'>, 'className' | 'type'> & { icon?: ReactNode }

/** A quiet button for what is rarely asked for. */
export function OfferButton({ icon = <AddIcon aria-hidden />, children, ...button }: OfferButtonProps) {
  return (
    <UnstyledButton className={styles.offer} {...button}>
      {icon}
      {children}
    </UnstyledButton>
  )
}
