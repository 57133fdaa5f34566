import type { ReactNode } from 'react'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { AlertIcon, CheckIcon, InfoIcon, WaitingIcon } from './icons.ts'
import { Prose } from './Prose.tsx'
import { Sheet } from './Sheet.tsx'
import { Star } from './Star.tsx'
import styles from './Timeline.module.css'

export type Moment = {
  id: string
  at: string
  outcome: 'success' | 'failure' | 'waiting' | 'info'
  title: string
  detail: string
  /** Read back and equal to the cent. */
  verified?: boolean
}

/** «Het verloop»: what happened, newest first, to the second. */
export function Timeline({
  title,
  moments,
  children,
}: {
  title: string
  moments: Moment[]
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
        <p className={styles.empty}>{words.timelineEmpty}</p>
      ) : (
        <ol className={styles.line}>
          {moments.map((moment) => (
            <li key={moment.id}>
              <time dateTime={moment.at}>{format.moment(moment.at, true)}</time>
              <Sign moment={moment} />
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

function Sign({ moment }: { moment: Moment }) {
  const { activities } = useTexts()
  const words = {
    success: activities.outcomeSuccess,
    failure: activities.outcomeFailure,
    waiting: activities.outcomeWaiting,
    info: activities.outcomeInfo,
  }
  const signs = {
    success: moment.verified ? <Star /> : <CheckIcon aria-hidden />,
    failure: <AlertIcon aria-hidden />,
    waiting: <WaitingIcon aria-hidden />,
    info: <InfoIcon aria-hidden />,
  }
  return (
    <span
      className={`${styles.sign} ${styles[moment.outcome]}`}
      role="img"
      aria-label={words[moment.outcome]}
    >
      {signs[moment.outcome]}
    </span>
  )
}
