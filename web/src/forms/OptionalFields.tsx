import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { CloseIcon } from '../components/icons.ts'
import { OfferButton } from './OfferButton.tsx'
import styles from './OptionalFields.module.css'

type OptionalField<Name extends string> = { name: Name; label: string; isWide: boolean; isShown: boolean }

type OptionalFieldsProps<Name extends string> = {
  label: string
  /** In the order in which they are offered. */
  fields: readonly OptionalField<Name>[]
  /** What the button that leaves a field out is called. */
  without: (label: string) => string
  onAsk: (name: Name) => void
  onLeaveOut: (name: Name) => void
  /** The control of a field that is shown. */
  children: (name: Name) => ReactNode
}

/** Fields that are rarely needed: those that were asked for or filled in, and the rest by name. */
export function OptionalFields<Name extends string>(props: OptionalFieldsProps<Name>) {
  const { children, fields, label, onAsk, onLeaveOut, without } = props
  return (
    <section className={styles.fields} aria-label={label}>
      {fields
        .filter(({ isShown }) => isShown)
        .map((field) => (
          <div key={field.name} className={styles.field} data-wide={field.isWide || undefined}>
            {children(field.name)}
            <UnstyledButton
              className={styles.away}
              aria-label={without(field.label)}
              onClick={() => onLeaveOut(field.name)}
            >
              <CloseIcon aria-hidden />
            </UnstyledButton>
          </div>
        ))}
      <div className={styles.offered}>
        {fields
          .filter(({ isShown }) => !isShown)
          .map((field) => (
            <OfferButton key={field.name} onClick={() => onAsk(field.name)}>
              {field.label}
            </OfferButton>
          ))}
      </div>
    </section>
  )
}
