import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AlertIcon, CheckIcon, UnlinkIcon, WaitingIcon } from '../components/icons.ts'
import { Star } from '../components/Star.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './BooksInSight.module.css'
import { overviewQuery } from './queries.ts'
import { type Sight, sightOf } from './standing.ts'

type Shown = { sign: ReactNode; words: string; short: string; link: LinkProps }

/** The state of the books in the band, on every screen; leads to where one can act on it. */
export function BooksInSight() {
  const { books } = useTexts()
  const { data } = useQuery(overviewQuery)
  if (!data) return null
  const { kind, count } = sightOf(data)
  const { sign, words, short, link } = shownOf(books, count)[kind]
  return (
    <Link className={styles.sight} {...link}>
      {sign}
      <span className={styles.wide}>{words}</span>
      <span className={styles.narrow}>{short}</span>
    </Link>
  )
}

function shownOf(words: ReturnType<typeof useTexts>['books'], count: number): Record<Sight['kind'], Shown> {
  const failed = <AlertIcon aria-hidden className={styles.failed} />
  const waiting = <WaitingIcon aria-hidden />
  const unlinked = <UnlinkIcon aria-hidden />
  return {
    paused: alike(failed, words.paused, paths.integrations()),
    notConnected: alike(unlinked, words.notConnected, paths.integrations()),
    failed: {
      sign: failed,
      words: words.failed(count),
      short: words.failedShort(count),
      link: paths.overview({ toon: 'mislukt' }),
    },
    pausedAlone: alike(waiting, words.pausedAlone, paths.integrations()),
    waiting: {
      sign: waiting,
      words: words.waiting(count),
      short: words.waitingShort(count),
      link: paths.overview(),
    },
    leftOut: {
      sign: unlinked,
      words: words.leftOut(count),
      short: words.leftOutShort(count),
      link: paths.invoices({ toon: 'niet-geboekt' }),
    },
    verified: alike(<Star className={styles.star} />, words.inOrder, paths.overview()),
    booked: alike(<CheckIcon aria-hidden />, words.inOrder, paths.overview()),
  }
}

/** The same words on a wide screen and on a narrow one. */
function alike(sign: ReactNode, words: string, link: LinkProps): Shown {
  return { sign, words, short: words, link }
}
