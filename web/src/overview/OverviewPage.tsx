import { useQuery } from '@tanstack/react-query'
import { ActivityLog } from '../activities/ActivityLog.tsx'
import { LoadFailure } from '../components/Empty.tsx'
import { AddIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { today } from '../format/days.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { Answers, AnswersSkeleton } from './Answers.tsx'
import { Figures } from './Figures.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { LateNotice } from './LateNotice.tsx'
import styles from './OverviewPage.module.css'
import { type Overview, overviewQuery } from './queries.ts'
import { isBeginning } from './standing.ts'

/** «Overzicht»: three answers, or the first three steps, and the activity log below. */
export function OverviewPage() {
  const { overview: texts, failures } = useTexts()
  const format = useFormat()
  const { data, isError, refetch } = useQuery(overviewQuery)
  const beginning = data && isBeginning(data)
  return (
    <>
      <PageHead
        title={texts.title}
        lead={format.weekday(today())}
        actions={
          beginning ? null : (
            <Permitted to="invoices">
              <ButtonLink
                {...paths.newInvoice()}
                variant="star"
                className={styles.wideOnly}
                leftSection={<AddIcon aria-hidden />}
              >
                {texts.newInvoice}
              </ButtonLink>
            </Permitted>
          )
        }
      />
      {data?.late && (
        <div className={styles.answers}>
          <LateNotice late={data.late} />
        </div>
      )}
      <div className={styles.answers}>
        {data ? (
          beginning ? (
            <FirstSteps steps={data.steps} />
          ) : (
            <Answers overview={data} />
          )
        ) : isError ? (
          <Sheet>
            <LoadFailure title={failures.unexpected} onRetry={() => void refetch()} />
          </Sheet>
        ) : (
          <AnswersSkeleton />
        )}
      </div>
      {data && <Figures />}
      <ActivityLog failing={data ? failingOf(data) : 0} />
    </>
  )
}

function failingOf({ books, needCounts: { relation_failed, connection_paused } }: Overview): number {
  return books.failed + relation_failed + connection_paused
}
