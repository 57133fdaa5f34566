import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './ActivityLog.module.css'
import { ActivityRow } from './ActivityRow.tsx'
import type { Activity } from './queries.ts'
import type { Story } from './stories.ts'

type StoryRowProps = { story: Story; fresh: ReadonlySet<string> }

/** What lies folded draws no eye, and would do so later, when it is opened. */
const nothing: ReadonlySet<string> = new Set()

/** The newest of a story, with what came before it and where else the same happened folded below it. */
export function StoryRow({ story: { earlier, newest, others }, fresh }: StoryRowProps) {
  const { activities: texts } = useTexts()
  return (
    <ActivityRow activity={newest} fresh={fresh.has(newest.id)}>
      {earlier.length > 0 && (
        <Fold title={texts.earlierSteps(earlier.length)} after={<WholeStory of={newest} />}>
          {earlier.map((entry) => (
            <ActivityRow key={entry.id} activity={entry} fresh={false} />
          ))}
        </Fold>
      )}
      {others.length > 0 && (
        <Fold title={texts.alsoOthers(others.length)}>
          {others.map((story) => (
            <StoryRow key={story.key} story={story} fresh={nothing} />
          ))}
        </Fold>
      )}
    </ActivityRow>
  )
}

function Fold({ after, children, title }: { after?: ReactNode; children: ReactNode; title: string }) {
  return (
    <details className={styles.others}>
      <summary>{title}</summary>
      <ol className={styles.log}>{children}</ol>
      {after}
    </details>
  )
}

/** The way to everything that became of an invoice, also on other days. */
function WholeStory({ of: { subject } }: { of: Activity }) {
  const { activities: texts } = useTexts()
  const isOfInvoice = subject.type === 'invoice' || subject.type === 'message' || subject.type === 'payment'
  if (!isOfInvoice || subject.id === null) return null
  return (
    <Link className={styles.whole} {...paths.overview({ factuur: subject.id })} resetScroll={false}>
      {texts.wholeStory(subject.label)}
    </Link>
  )
}
