import { type UseQueryResult, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isForbidden, isNotFound } from '../api/failure.ts'
import { DetailColumns } from '../components/DetailColumns.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Timeline } from '../components/Timeline.tsx'
import { type RetryOfOne, type RetryState, useRetry } from '../forms/use-retry.ts'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { ExchangeList } from './ExchangeList.tsx'
import type { SupportCause, SupportRelationDetail } from './queries.ts'

/** What follows its retry closely looks this often. */
export const lookMs = 3_000

/** What the pages about one failure have in common. */
type Detail = Pick<SupportRelationDetail, 'id' | 'state' | 'retryable' | 'timeline' | 'exchanges'> & {
  cause: SupportCause | null
}

/** Where a booking or a relation stands once it is in the books. */
const done: readonly string[] = ['booked', 'verified', 'present', 'outdated']

type SupportDetailProps<One extends Detail> = {
  query: UseQueryResult<One>
  notFoundTitle: string
  titleOf: (detail: One) => string
  /** Why it failed and what can be done; asked only where something is the matter. */
  explain: (detail: One, cause: SupportCause, retry: RetryOfOne) => ReactNode
  offer: (id: string) => Promise<unknown>
  facts: (detail: One) => ReactNode
}

/** One failure as support sees it: the cause, the story, what was said to e-Boekhouden.nl, and the facts beside them. */
export function SupportDetail<One extends Detail>(props: SupportDetailProps<One>) {
  const { support: texts } = useTexts()
  const { data, error, refetch } = props.query
  const queryClient = useQueryClient()
  const retry = useRetry({
    state: data ? retryStateOf(data) : 'settled',
    offer: (detail: One) => props.offer(detail.id),
    refresh: () => queryClient.invalidateQueries({ queryKey: ['support'] }),
  })
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
  // Until it is known what comes of offering it again, what was explained stays.
  const explained = retry.following ?? (data.cause ? data : undefined)
  return (
    <>
      <PageHead title={props.titleOf(data)} back={back} />
      <DetailColumns explained={explained?.cause != null} side={props.facts(data)}>
        {explained?.cause &&
          props.explain(explained, explained.cause, { ...retry, start: () => retry.start(explained) })}
        <Timeline
          title={texts.timeline}
          moments={data.timeline.map((moment, place) => ({ ...moment, id: `${place}` })).reverse()}
        />
        <ExchangeList exchanges={data.exchanges} />
      </DetailColumns>
    </>
  )
}

function retryStateOf({ retryable, state }: Detail): RetryState {
  if (retryable) return 'failed'
  return done.includes(state) ? 'settled' : 'waiting'
}
