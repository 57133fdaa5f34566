import { Link, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Session } from '../api/session.ts'
import { Star } from '../components/Star.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Band.module.css'
import { isInPlace, organizationPlaces } from './places.ts'
import { placeOf } from './routes.tsx'

export type BandProps = {
  session: Session
  /** The state of the books, for an organization. */
  books: ReactNode
  /** The way to search, for an organization. */
  search: ReactNode
  menu: (session: Session) => ReactNode
}

/** The night above the paper: Stella's mark, the places, the state of the books, and who is here. */
export function Band({ session, books, search, menu }: BandProps) {
  const { shell } = useTexts()
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const own = session.organization ? organizationPlaces(shell) : []
  const places = session.user.supportRole ? [...own, { label: shell.support, link: paths.support() }] : own
  return (
    <header className={styles.band}>
      <div className={styles.inner}>
        <Link className={styles.mark} {...placeOf(session)} aria-label={shell.home}>
          <Star className={styles.star} />
          Stella
        </Link>
        <nav className={styles.places} aria-label={shell.places}>
          {places.map((place) => (
            <Link
              key={place.label}
              {...place.link}
              activeProps={{}}
              aria-current={isInPlace(place, pathname) ? 'page' : undefined}
            >
              {place.label}
            </Link>
          ))}
        </nav>
        <div className={styles.right}>
          {session.organization && books}
          {session.organization && search}
          {menu(session)}
        </div>
      </div>
    </header>
  )
}
