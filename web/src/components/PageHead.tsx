import { Link, type LinkProps } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { BackIcon } from './icons.ts'
import styles from './PageHead.module.css'
import { Prose } from './Prose.tsx'

type PageHeadProps = {
  title: string
  /** What the browser's tab says; the title itself when left out. */
  tabTitle?: string
  lead?: string
  back?: { link: LinkProps; label: string }
  /** Beside the title, as the state of an invoice. */
  beside?: ReactNode
  /** At the right end: the one thing to do here. */
  actions?: ReactNode
}

/** The head of a page: the way back, the one h1, and what can be done. */
export function PageHead({ title, tabTitle, lead, back, beside, actions }: PageHeadProps) {
  usePageTitle(tabTitle ?? title)
  return (
    <>
      {back && <BackLink {...back} />}
      <div className={styles.head}>
        <div className={styles.names}>
          <div className={styles.titleLine}>
            <h1>{title}</h1>
            {beside}
          </div>
          {lead && (
            <p className={styles.lead}>
              <Prose>{lead}</Prose>
            </p>
          )}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </>
  )
}

/** The small link to where one came from. */
export function BackLink({ link, label }: { link: LinkProps; label: string }) {
  return (
    <Link className={styles.back} {...link}>
      <BackIcon aria-hidden />
      {label}
    </Link>
  )
}

/** Names the browser's tab, which a screen reader reads first on a new page. */
export function usePageTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Stella`
  }, [title])
}
