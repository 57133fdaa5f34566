import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../language/language.tsx'
import styles from './Empty.module.css'
import { RetryIcon } from './icons.ts'
import { Prose } from './Prose.tsx'

/** What will stand here, and the one thing that brings it about. */
export function Empty({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {text && (
        <p className={styles.text}>
          <Prose>{text}</Prose>
        </p>
      )}
      {action}
    </div>
  )
}

/** A part of a page that could not be fetched, with the way to try again. */
export function LoadFailure({ title, onRetry }: { title: string; onRetry: () => void }) {
  const { common } = useTexts()
  return (
    <div className={styles.empty} role="alert">
      <p className={styles.title}>{title}</p>
      <Button leftSection={<RetryIcon aria-hidden />} onClick={onRetry}>
        {common.retry}
      </Button>
    </div>
  )
}
