import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { isNotFound } from '../api/failure.ts'
import { DetailColumns } from '../components/DetailColumns.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { CaseConsent } from './CaseConsent.tsx'
import { CaseProposals } from './CaseProposals.tsx'
import { CaseTalk } from './CaseTalk.tsx'
import { caseQuery } from './queries.ts'

/** An answer is written while the page stands open. */
const lookMs = 10_000

/** A question to the support, as whoever asked follows it. */
export function CasePage() {
  const { cases: words } = useTexts()
  const { caseId } = useParams({ from: '/members/organization/hulp/zaken/$caseId' })
  const { data, error, refetch } = useQuery({ ...caseQuery(caseId), refetchInterval: lookMs })
  const back = { link: paths.askSupport(), label: words.list }
  if (isNotFound(error)) return <NotFoundPage title={words.notFoundTitle} />
  if (!data) {
    return (
      <PageLoading
        title={words.list}
        back={back}
        error={error}
        unavailable={words.unavailable}
        onRetry={() => void refetch()}
      />
    )
  }
  const { kind, label } = data.subject
  return (
    <>
      <PageHead
        title={`${words.title(data.number)}: ${words.subject[kind](label)}`}
        back={back}
        lead={data.outcome ? words.outcomes[data.outcome] : words.states[data.state]}
      />
      <DetailColumns explained side={<CaseConsent found={data} />}>
        <CaseProposals found={data} />
        <CaseTalk found={data} />
      </DetailColumns>
    </>
  )
}
