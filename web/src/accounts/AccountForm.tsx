import { Link, type LinkProps } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import { BusyButton } from '../components/BusyButton.tsx'
import { usePageTitle } from '../components/PageHead.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'

type AccountFormProps = {
  title: string
  /** The words of its button; the title where they are the same. */
  action?: string
  lead: string
  failedTitle: string
  entry: { error: Error | null; isPending: boolean }
  /** What the form says at its fields. */
  errors: Readonly<Record<string, unknown>>
  onSubmit: NonNullable<ComponentProps<'form'>['onSubmit']>
  /** For whoever is in the wrong place. */
  other: { question: string; link: LinkProps; words: string }
  children: ReactNode
}

/** The form of somebody who is not signed in yet. */
export function AccountForm({
  title,
  action = title,
  lead,
  failedTitle,
  entry,
  errors,
  onSubmit,
  other,
  children,
}: AccountFormProps) {
  usePageTitle(title)
  return (
    <Sheet as="div" className={styles.narrow}>
      <form className={styles.form} noValidate onSubmit={onSubmit}>
        <div className={styles.head}>
          <h1>{title}</h1>
          <p className={styles.lead}>
            <Prose>{lead}</Prose>
          </p>
        </div>
        <FailureNotice title={failedTitle} failure={entry.error} errors={errors} />
        {children}
        <div className={styles.buttons}>
          <BusyButton type="submit" variant="star" busy={entry.isPending}>
            {action}
          </BusyButton>
        </div>
        <p className={styles.foot}>
          {other.question} <Link {...other.link}>{other.words}</Link>
        </p>
      </form>
    </Sheet>
  )
}
