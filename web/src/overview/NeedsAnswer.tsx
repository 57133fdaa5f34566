import { Link, type LinkProps } from '@tanstack/react-router'
import { useWayToMend } from '../components/mending.ts'
import { Prose } from '../components/Prose.tsx'
import { type StatusKind, StatusSign } from '../components/Status.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Answers.module.css'
import { needsWith } from './cause-retry.ts'
import { FailedTogether } from './FailedTogether.tsx'
import type { Need, Overview } from './queries.ts'
import { type CauseRetry, useCauseRetry } from './use-cause-retry.ts'

/** The rest are failures. */
const signs: Partial<Record<Need['kind'], StatusKind>> = {
  draft_unfinished: 'draft',
  invoice_not_connected: 'notConnected',
}

/** The rest stand in the lists; the answer says how many there are. */
const shown = 4

/** «Wat heeft mij nodig?» */
export function NeedsAnswer({ overview }: { overview: Overview }) {
  const { overview: texts } = useTexts()
  const retry = useCauseRetry(overview)
  const total = Object.values(overview.needCounts).reduce((sum, count) => sum + count, 0)
  const needs = needsWith(retry.followed, overview.needs).slice(0, shown)
  return (
    <section className={styles.answer} aria-labelledby="needs-question">
      <h2 className={styles.question} id="needs-question">
        {texts.needsQuestion}
      </h2>
      <p className={styles.sentence}>{total === 0 ? texts.needsNothing : texts.needsCount(total)}</p>
      {total === 0 && <p className={styles.text}>{texts.needsNothingText}</p>}
      <ul className={styles.needs}>
        {needs.map((need, place) => (
          <NeedRow
            // What is offered again stays the same row, whichever of its invoices comes first now.
            key={need.invoices?.retryableCause ?? need.id}
            need={need}
            retry={retry}
            onRetry={() => retry.start(need, place)}
          />
        ))}
      </ul>
      <RestOfNeeds overview={overview} />
    </section>
  )
}

function NeedRow({ need, retry, onRetry }: { need: Need; retry: CauseRetry; onRetry: () => void }) {
  const { overview: texts } = useTexts()
  const format = useFormat()
  const wayToMend = useWayToMend()
  const isFollowed = retry.followed !== undefined && retry.followed.cause === need.invoices?.retryableCause
  return (
    <li>
      <StatusSign of={signs[need.kind] ?? 'failed'} />
      <div>
        <b>
          <Prose>{need.title}</Prose>
        </b>
        <span className={styles.detail}>
          <Prose>{need.detail}</Prose>
        </span>
        {need.invoices && (need.invoices.count > 1 || isFollowed) && (
          <FailedTogether invoices={need.invoices} retry={retry} isFollowed={isFollowed} onStart={onRetry} />
        )}
      </div>
      <span className={styles.sum}>{need.invoices && format.euro(need.invoices.total)}</span>
      <Link
        {...(need.mending ? wayToMend(need.mending).link : linkOf(need))}
        aria-label={`${wordOf(need, texts)}: ${need.title}`}
      >
        {wordOf(need, texts)}
      </Link>
    </li>
  )
}

/** Where the needs stand that there is no room for, each kind in its own list. */
function RestOfNeeds({ overview: { books, needs, needCounts } }: { overview: Overview }) {
  const { overview: texts } = useTexts()
  const lists: { kind: Need['kind']; words: (count: number) => string; link: LinkProps }[] = [
    { kind: 'relation_failed', words: texts.needsAllRelations, link: paths.overview({ toon: 'mislukt' }) },
    { kind: 'message_failed', words: texts.needsAllMessages, link: paths.invoices({ toon: 'mail-mislukt' }) },
    { kind: 'draft_unfinished', words: texts.needsAllDrafts, link: paths.invoices({ toon: 'concept' }) },
  ]
  const shownOf = (kind: Need['kind']) => needs.slice(0, shown).filter((need) => need.kind === kind).length
  const longer = lists.filter(({ kind }) => needCounts[kind] > shownOf(kind))
  const allFailed = books.failed > 1
  if (longer.length === 0 && !allFailed) return null
  return (
    <ul className={styles.rest}>
      {allFailed && (
        <li>
          <Link {...paths.invoices({ toon: 'mislukt' })}>{texts.needsAllBookings(books.failed)}</Link>
        </li>
      )}
      {longer.map(({ kind, words, link }) => (
        <li key={kind}>
          <Link {...link}>{words(needCounts[kind])}</Link>
        </li>
      ))}
    </ul>
  )
}

function linkOf(need: Need): LinkProps {
  if (need.kind === 'connection_paused') return paths.integrations()
  if (need.invoiceId) return paths.invoice(need.invoiceId)
  if (need.kind === 'booking_failed') return paths.invoices({ toon: 'mislukt' })
  if (need.kind === 'invoice_not_connected') return paths.backfill()
  if (need.customerId) return paths.customer(need.customerId)
  return paths.overview({ toon: 'mislukt' })
}

function wordOf(need: Need, texts: ReturnType<typeof useTexts>['overview']): string {
  if (need.kind === 'draft_unfinished') return texts.needsFinish
  return need.mending ? texts.needsSolve : texts.needsView
}
