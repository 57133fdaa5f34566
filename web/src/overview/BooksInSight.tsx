import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AlertIcon, CheckIcon, UnlinkIcon, WaitingIcon } from '../components/icons.ts'
import { Star } from '../components/Star.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './BooksInSight.module.css'
import { type Overview, overviewQuery } from './queries.ts'

type Words = ReturnType<typeof useTexts>['books']
type Sight = { sign: ReactNode; words: string; short: string; link: LinkProps }

/** The state of the books in the band, on every screen; leads to where one can act on it. */
export function BooksInSight() {
  const { books } = useTexts()
  const { data } = useQuery(overviewQuery)
  if (!data) return null
  const { sign, words, short, link } = sightOf(data, books)
  return (
    <Link className={styles.sight} {...link}>
      {sign}
      <span className={styles.wide}>{words}</span>
      <span className={styles.narrow}>{short}</span>
    </Link>
  )
}

function sightOf({ connectionState, books, needCounts }: Overview, words: Words): Sight {
  if (needCounts.connection_paused > 0)
    return both(<AlertIcon aria-hidden className={styles.failed} />, words.paused, paths.integrations())
  if (books.failed > 0)
    return {
      sign: <AlertIcon aria-hidden className={styles.failed} />,
      words: words.failed(books.failed),
      short: words.failedShort(books.failed),
      link: paths.overview({ toon: 'mislukt' }),
    }
  if (connectionState === 'paused')
    return both(<WaitingIcon aria-hidden />, words.pausedAlone, paths.integrations())
  if (connectionState !== 'active')
    return both(<UnlinkIcon aria-hidden />, words.notConnected, paths.integrations())
  if (books.waiting > 0)
    return {
      sign: <WaitingIcon aria-hidden />,
      words: words.waiting(books.waiting),
      short: words.waitingShort(books.waiting),
      link: paths.overview(),
    }
  if (books.notConnected > 0)
    return {
      sign: <UnlinkIcon aria-hidden />,
      words: words.leftOut(books.notConnected),
      short: words.leftOutShort(books.notConnected),
      link: paths.invoices({ toon: 'niet-geboekt' }),
    }
  // The star says «read back and equal»; until every booking is, a check stands there.
  const earned = books.verified > 0 && books.booked === 0
  return both(
    earned ? <Star className={styles.star} /> : <CheckIcon aria-hidden />,
    words.inOrder,
    paths.overview(),
  )
}

function both(sign: ReactNode, words: string, link: LinkProps): Sight {
  return { sign, words, short: words, link }
}
