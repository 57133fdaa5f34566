import { Button } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import { Notice } from '../components/Notice.tsx'
import { usePageTitle } from '../components/PageHead.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import styles from '../forms/Form.module.css'
import { sentenceOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'

type AccountFormProps = {
  /** What it does; also the words of its button. */
  title: string
  lead: string
  failedTitle: string
  entry: { error: Error | null; isPending: boolean }
  onSubmit: NonNullable<ComponentProps<'form'>['onSubmit']>
  /** For whoever is in the wrong place. */
  other: { question: string; link: LinkProps; words: string }
  children: ReactNode
}

/** The form of somebody who is not signed in yet. */
export function AccountForm({
  title,
  lead,
  failedTitle,
  entry,
  onSubmit,
  other,
  children,
}: AccountFormProps) {
  const texts = useTexts()
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
        {entry.error && (
          <Notice kind="failed" title={failedTitle}>
            {sentenceOf(entry.error, texts)}
          </Notice>
        )}
        {children}
        <div className={styles.buttons}>
          <Button type="submit" variant="star" loading={entry.isPending}>
            {title}
          </Button>
        </div>
        <p className={styles.foot}>
          {other.question} <Link {...other.link}>{other.words}</Link>
        </p>
      </form>
    </Sheet>
  )
}
