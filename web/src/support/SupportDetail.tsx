import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isForbidden, isNotFound } from '../api/failure.ts'
import { DetailColumns } from '../components/DetailColumns.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Timeline } from '../components/Timeline.tsx'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { ExchangeList } from './ExchangeList.tsx'
import type { SupportCause, SupportRelationDetail } from './queries.ts'

/** What follows its retry closely looks this often. */
export const lookMs = 3_000

/** What the pages about one failure have in common. */
type Detail = Pick<SupportRelationDetail, 'timeline' | 'exchanges'> & { cause: SupportCause | null }

type SupportDetailProps<One extends Detail> = {
  query: UseQueryResult<One>
  notFoundTitle: string
  titleOf: (detail: One) => string
  /** Why it failed and what can be done; asked only where something is the matter. */
  explain: (detail: One, cause: SupportCause) => ReactNode
  facts: (detail: One) => ReactNode
}

/** One failure as support sees it: the cause, the story, what was said to e-Boekhouden.nl, and the facts beside them. */
export function SupportDetail<One extends Detail>(props: SupportDetailProps<One>) {
  const { support: texts } = useTexts()
  const { data, error, refetch } = props.query
  const back = { link: paths.support(), label: texts.title }
  if (isNotFound(error) || isForbidden(error)) return <NotFoundPage title={props.notFoundTitle} />
  if (!data) {
    return (
      <PageLoading
        title={texts.title}
        back={back}
        error={error}
        unavailable={texts.unavailable}
        onRetry={() => void refetch()}
      />
    )
  }
  return (
    <>
      <PageHead title={props.titleOf(data)} back={back} />
      <DetailColumns explained={data.cause !== null} side={props.facts(data)}>
        {data.cause && props.explain(data, data.cause)}
        <Timeline
          title={texts.timeline}
          moments={data.timeline.map((moment, place) => ({ ...moment, id: `${place}` })).reverse()}
        />
        <ExchangeList exchanges={data.exchanges} />
      </DetailColumns>
    </>
  )
}
