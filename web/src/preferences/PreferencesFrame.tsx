import { Link, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHead } from '../components/PageHead.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './PreferencesFrame.module.css'

type PreferencesFrameProps = { title: string; lead: string; children: ReactNode }

/** A page of «Voorkeuren» with the list of all of them beside it. */
export function PreferencesFrame({ title, lead, children }: PreferencesFrameProps) {
  const { preferences: texts } = useTexts()
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const pages = [
    { label: texts.company, link: paths.company() },
    { label: texts.integrations, link: paths.integrations() },
    { label: texts.api, link: paths.api() },
  ]
  return (
    <>
      <PageHead title={title} lead={lead} />
      <div className={styles.frame}>
        <nav className={styles.pages} aria-label={texts.title}>
          {pages.map((page) => (
            <Link
              key={page.label}
              {...page.link}
              activeProps={{}}
              aria-current={pathname.startsWith(page.link.to) ? 'page' : undefined}
            >
              {page.label}
            </Link>
          ))}
        </nav>
        <div className={styles.content}>{children}</div>
      </div>
    </>
  )
}
