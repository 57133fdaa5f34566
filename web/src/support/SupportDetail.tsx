import type { ReactNode } from 'react'
import { Timeline } from '../components/Timeline.tsx'
import styles from '../invoices/FinalInvoice.module.css'
import { useTexts } from '../language/language.tsx'
import { ExchangeList } from './ExchangeList.tsx'
import type { SupportRelationDetail } from './queries.ts'

type SupportDetailProps = {
  /** What failed; null when nothing is the matter any more. */
  explanation: ReactNode
  timeline: SupportRelationDetail['timeline']
  exchanges: SupportRelationDetail['exchanges']
  facts: ReactNode
}

/** The parts of a page about one failure: the cause, the story, what was said, and the facts beside them. */
export function SupportDetail({ explanation, timeline, exchanges, facts }: SupportDetailProps) {
  const { support: texts } = useTexts()
  return (
    <div className={styles.columns} data-failed={explanation !== null || undefined}>
      <div className={styles.main}>
        {explanation}
        <Timeline
          title={texts.timeline}
          moments={timeline.map((moment, place) => ({ ...moment, id: `${place}` })).reverse()}
        />
        <ExchangeList exchanges={exchanges} />
      </div>
      <aside className={styles.side}>{facts}</aside>
    </div>
  )
}
