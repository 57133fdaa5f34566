import { Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { ApiFailure } from '../api/failure.ts'
import { Advice } from '../components/Advice.tsx'
import { Notice } from '../components/Notice.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './NotFoundPage.module.css'

/** A screen that could not be shown, with what to do. */
export function FailurePage({ error }: ErrorComponentProps) {
  const { failures } = useTexts()
  const unreachable = (error instanceof ApiFailure && error.status === 0) || !navigator.onLine
  return (
    <div className={styles.page}>
      <PageHead title={unreachable ? failures.unreachableTitle : failures.brokenTitle} />
      <Notice
        kind="failed"
        title={unreachable ? failures.unreachableText : failures.brokenText}
        actions={<Button onClick={() => location.reload()}>{failures.reload}</Button>}
      >
        {!unreachable && <Advice about={failures.brokenTitle}>{failures.brokenAdvice}</Advice>}
      </Notice>
    </div>
  )
}
