import type { ReactNode } from 'react'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { type Outcome, OutcomeSign, type Sign, signOfOutcome } from './OutcomeSign.tsx'
import { Prose } from './Prose.tsx'
import { Sheet } from './Sheet.tsx'
import styles from './Timeline.module.css'

export type Moment = {
  id: string
  at: string
  outcome: Outcome
  /** What marks it, where more than the outcome is known. */
  sign?: Sign
  title: string
  detail: string
}

/** «Het verloop»: what happened, newest first, to the second. */
export function Timeline({
  title,
  moments,
  empty,
  children,
}: {
  title: string
  moments: Moment[]
  /** What stands there while nothing happened. */
  empty?: string
  children?: ReactNode
}) {
  const { invoicePage: words } = useTexts()
  const format = useFormat()
  return (
    <Sheet aria-labelledby="timeline">
      <h2 id="timeline" className={styles.title}>
        {title}
      </h2>
      {moments.length === 0 ? (
        <p className={styles.empty}>{empty ?? words.timelineEmpty}</p>
      ) : (
        <ol className={styles.line}>
          {moments.map((moment) => (
            <li key={moment.id}>
              <time dateTime={moment.at}>{format.moment(moment.at, true)}</time>
              <OutcomeSign
                className={styles.sign}
                outcome={moment.outcome}
                sign={moment.sign ?? signOfOutcome[moment.outcome]}
              />
              <div>
                <b>
                  <Prose>{moment.title}</Prose>
                </b>
                {moment.detail && (
                  <span className={styles.detail}>
                    <Prose>{moment.detail}</Prose>
                  </span>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      {children}
    </Sheet>
  )
}
