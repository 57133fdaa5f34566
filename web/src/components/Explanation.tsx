import type { ReactNode } from 'react'
import { Advice } from './Advice.tsx'
import styles from './Explanation.module.css'
import { Prose } from './Prose.tsx'
import { Sheet } from './Sheet.tsx'
import { Status } from './Status.tsx'

type ExplanationProps = {
  title: string
  /** The sign of failure above the title, where the page does not show it already. */
  marked?: boolean
  lead: string
  /** The questions a failure answers, in order. */
  answers: readonly (readonly [question: string, answer: string])[]
  note?: ReactNode
  actions?: ReactNode
  children?: ReactNode
}

/** A failure in plain words: question by question, and what can be done about it. */
export function Explanation({
  title,
  marked = false,
  lead,
  answers,
  note,
  actions,
  children,
}: ExplanationProps) {
  return (
    <Sheet as="article" aria-labelledby="explanation">
      <header className={styles.head}>
        {marked && (
          <span className={styles.mark}>
            <Status of="failed" />
          </span>
        )}
        <h2 id="explanation" className={styles.title}>
          {title}
        </h2>
        <p className={styles.lead}>{lead}</p>
      </header>
      <dl className={styles.answers}>
        {answers
          .filter(([, answer]) => answer !== '')
          .map(([question, answer]) => (
            <div key={question} className={styles.answer}>
              <dt>
                <Prose>{question}</Prose>
              </dt>
              <dd>
                <Advice about={title}>{answer}</Advice>
              </dd>
            </div>
          ))}
      </dl>
      {(actions || children) && (
        <div className={styles.actions}>
          {children}
          <div className={styles.buttons}>{actions}</div>
          {note && <p className={styles.note}>{note}</p>}
        </div>
      )}
    </Sheet>
  )
}
