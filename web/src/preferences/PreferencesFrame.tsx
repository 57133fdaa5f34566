import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sessionQuery } from '../api/session.ts'
import { BackLink, PageHead } from '../components/PageHead.tsx'
import { type Permission, Permitted } from '../components/Permitted.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './PreferencesFrame.module.css'
import { usePreferencePages } from './pages.tsx'

type PreferencesFrameProps = {
  title: string
  lead: string
  /** What one must be allowed to change anything here. */
  to?: Permission
  children: ReactNode
}

/** A page of «Voorkeuren» with the list of all of them beside it; on a phone the list is a page, one step back. */
export function PreferencesFrame({ title, lead, to, children }: PreferencesFrameProps) {
  const { preferences: texts } = useTexts()
  const { data: session } = useQuery(sessionQuery)
  const pages = usePreferencePages()
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  return (
    <>
      {session?.organization && (
        <div className={styles.back}>
          <BackLink link={paths.preferences()} label={texts.title} />
        </div>
      )}
      <PageHead title={title} lead={lead} />
      <div className={styles.frame}>
        {session?.organization && (
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
        )}
        <div className={styles.content}>
          {to === undefined ? (
            children
          ) : (
            <Permitted to={to} sentence="above">
              {children}
            </Permitted>
          )}
        </div>
      </div>
    </>
  )
}
