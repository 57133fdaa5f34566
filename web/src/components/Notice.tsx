import type { ReactNode } from 'react'
import { AlertIcon, InfoIcon, WaitingIcon } from './icons.ts'
import styles from './Notice.module.css'
import { Prose } from './Prose.tsx'
import { Star } from './Star.tsx'

type NoticeKind = 'failed' | 'good' | 'waiting' | 'quiet'

const signs: Record<NoticeKind, ReactNode> = {
  failed: <AlertIcon aria-hidden />,
  good: <Star />,
  waiting: <WaitingIcon aria-hidden />,
  quiet: <InfoIcon aria-hidden />,
}

type NoticeProps = { kind: NoticeKind; title: string; children?: ReactNode; actions?: ReactNode }

/** A message above what it is about. A failure is read aloud at once, the rest in its turn. */
export function Notice({ kind, title, children, actions }: NoticeProps) {
  return (
    <div
      className={`${styles.notice} ${styles[kind]}`}
      role={kind === 'failed' ? 'alert' : 'status'}
      tabIndex={kind === 'failed' ? -1 : undefined}
    >
      {signs[kind]}
      <p className={styles.title}>
        <Prose>{title}</Prose>
      </p>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
