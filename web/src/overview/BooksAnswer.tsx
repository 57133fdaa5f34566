import { Link } from '@tanstack/react-router'
import { Prose } from '../components/Prose.tsx'
import { Status, type StatusKind } from '../components/Status.tsx'
import { dayOf, today } from '../format/days.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Answers.module.css'
import type { Overview } from './queries.ts'
import { type Answer, answerOf } from './standing.ts'

/** «Zijn mijn boeken bij?» */
export function BooksAnswer({ overview }: { overview: Overview }) {
  const { overview: texts } = useTexts()
  const format = useFormat()
  const { books } = overview
  const waitingSince = books.oldestWaitingSince
  const since =
    waitingSince &&
    (dayOf(waitingSince) === today() ? format.time(waitingSince) : format.moment(waitingSince))
  const counts = (
    [
      ['verified', texts.countVerified, books.verified],
      ['booked', texts.countBooked, books.booked],
      ['adopted', texts.countAdopted, books.adopted],
      ['waiting', since ? texts.countWaitingSince(since) : texts.countWaiting, books.waiting],
      ['failed', texts.countFailed, books.failed],
      ['notConnected', texts.countNotConnected, books.notConnected],
    ] satisfies [StatusKind, string, number][]
  ).filter(([, , count]) => count > 0)
  return (
    <section className={styles.answer} aria-labelledby="books-question">
      <h2 className={styles.question} id="books-question">
        {texts.booksQuestion}
      </h2>
      <p className={styles.sentence}>{sentence(overview, texts)}</p>
      <p className={styles.text}>
        <Prose>{explanation(overview, texts)}</Prose>
      </p>
      {overview.administration && <p className={styles.text}>{texts.booksName(overview.administration)}</p>}
      <dl className={styles.counts}>
        {counts.map(([kind, word, count]) => (
          <Count key={kind} kind={kind} word={word} count={count} />
        ))}
      </dl>
      {overview.connectionState !== 'active' && (
        <p className={styles.link}>
          <Link {...paths.integrations()}>{actionWord(overview, texts)}</Link>
        </p>
      )}
    </section>
  )
}

function Count({ kind, word, count }: { kind: StatusKind; word: string; count: number }) {
  return (
    <>
      <dt>
        <Status of={kind}>{word}</Status>
      </dt>
      <dd>{count}</dd>
    </>
  )
}

type Words = ReturnType<typeof useTexts>['overview']

function sentence(overview: Overview, texts: Words): string {
  const { kind, count } = answerOf(overview)
  const sentences: Record<Answer['kind'], string> = {
    paused: texts.booksPaused,
    pausedAlone: texts.booksPausedAlone,
    neverConnected: texts.booksNotConnected,
    disconnected: texts.booksDisconnected,
    nothingToBook: texts.booksNothing,
    yes: texts.booksYes,
    yesExcept: texts.booksExcept(count),
    noMissing: texts.booksMissing(count),
    none: texts.booksNo,
  }
  return sentences[kind]
}

function actionWord({ connectionState, needCounts }: Overview, texts: Words): string {
  if (connectionState !== 'paused') return texts.needsConnect
  return needCounts.connection_paused > 0 ? texts.needsSolve : texts.needsView
}

function explanation({ books, connectionState }: Overview, texts: Words): string {
  if (books.total > 0) return texts.booksCount(books.booked + books.verified + books.adopted, books.total)
  return connectionState === 'active' ? texts.booksNothingText : texts.booksNotConnectedText
}
