import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { isForbidden, isNotFound } from '../api/failure.ts'
import styles from '../cases/Cases.module.css'
import { Messages } from '../cases/Messages.tsx'
import { DetailColumns } from '../components/DetailColumns.tsx'
import { Notice } from '../components/Notice.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { CaseActions } from './CaseActions.tsx'
import { CaseAround } from './CaseAround.tsx'
import { CaseCause } from './CaseCause.tsx'
import { CaseProposalList } from './CaseProposalList.tsx'
import { type SupportCaseDetail, supportCaseQuery } from './queries.ts'

/** Whoever asked may write meanwhile, or stop the looking. */
const lookMs = 10_000

/** «Zaak»: the question first, then what can be done, why it fails, and what was tried. */
export function SupportCasePage() {
  const { supportCases: words } = useTexts()
  const { caseId } = useParams({ from: '/members/support/zaken/$caseId' })
  const { data, error, refetch } = useQuery({ ...supportCaseQuery(caseId), refetchInterval: lookMs })
  const back = { link: paths.supportCases(), label: words.title }
  if (isNotFound(error) || isForbidden(error)) return <NotFoundPage />
  if (!data) {
    return (
      <PageLoading
        title={words.title}
        back={back}
        error={error}
        unavailable={words.unavailable}
        onRetry={() => void refetch()}
      />
    )
  }
  return (
    <>
      <PageHead title={titleOf(data, words)} back={back} lead={words.states[data.state]} />
      <DetailColumns explained side={<CaseAround found={data} />}>
        {!data.consent.isInForce && data.state !== 'closed' && (
          <Notice kind="quiet" title={words.noConsentNow} />
        )}
        <Question found={data} />
        {data.cause && <CaseCause cause={data.cause} />}
        <CaseProposalList proposals={data.proposals} />
      </DetailColumns>
    </>
  )
}

function titleOf(
  { number, subject }: SupportCaseDetail,
  words: ReturnType<typeof useTexts>['supportCases'],
): string {
  return `${words.caseTitle(number)}: ${words.subjects[subject.kind](subject.label)}`
}

/** What was asked and answered, and the answer that is written now. */
function Question({ found }: { found: SupportCaseDetail }) {
  const { cases, supportCases: words } = useTexts()
  return (
    <Sheet padded className={styles.part} aria-labelledby="talk">
      <h2 id="talk">{cases.talk}</h2>
      <Messages messages={found.messages} whoIs={{ customer: words.customer, support: cases.support }} />
      {found.state !== 'closed' && <CaseActions found={found} />}
    </Sheet>
  )
}
