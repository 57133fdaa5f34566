import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Facts } from '../components/Facts.tsx'
import { FigureSheet } from '../components/FigureSheet.tsx'
import { useFormat } from '../format/format.ts'
import type { RetryOfOne } from '../forms/use-retry.ts'
import { useTexts } from '../language/language.tsx'
import { NoConsent } from './NoConsent.tsx'
import {
  retryRelationForSupport,
  type SupportCause,
  type SupportRelationDetail,
  supportRelationQuery,
} from './queries.ts'
import { lookMs, SupportDetail } from './SupportDetail.tsx'
import { SupportExplanation } from './SupportExplanation.tsx'
import { useOrganizationName, Whose } from './Whose.tsx'

/** One relation as support sees it. */
export function SupportRelationPage() {
  const { support: texts } = useTexts()
  const { relationId } = useParams({ from: '/members/support/relaties/$relationId' })
  const nameOf = useOrganizationName()
  const query = useQuery({ ...supportRelationQuery(relationId), refetchInterval: lookMs })
  return (
    <SupportDetail
      query={query}
      notFoundTitle={texts.relationNotFoundTitle}
      titleOf={({ customerName, organization }) => texts.relationTitle(customerName, nameOf(organization))}
      offer={retryRelationForSupport}
      explain={(detail, cause, retry) => (
        <RelationExplanation relation={detail} cause={cause} retry={retry} />
      )}
      facts={(detail) => <RelationFacts relation={detail} />}
    />
  )
}

type RelationExplanationProps = {
  relation: SupportRelationDetail
  cause: SupportCause
  retry: RetryOfOne
}

function RelationExplanation({ relation, cause, retry }: RelationExplanationProps) {
  const { support: texts } = useTexts()
  const { customerName, state, connection, retryable } = relation
  // With refused changes the relation itself is there.
  const isInDoubt = cause.mayBeBooked || state === 'update_rejected'
  return (
    <SupportExplanation
      title={isInDoubt ? texts.relationDoubtTitle(customerName) : texts.relationFailedTitle(customerName)}
      cause={cause}
      causesBeside={[[texts.connection, connection?.cause ?? null]]}
      mending={connection?.cause?.mending ?? cause.mending}
      note={texts.relationRetryNote}
      retryable={retryable}
      caseId={relation.caseId}
      retry={retry}
    />
  )
}

function RelationFacts({ relation }: { relation: SupportRelationDetail }) {
  const { support: texts } = useTexts()
  const format = useFormat()
  return (
    <FigureSheet title={texts.waiting} figure={texts.waitingInvoices(relation.waitingInvoices)}>
      {relation.customerName === null && <NoConsent />}
      <Facts
        items={[
          [texts.organization, <Whose key="whose" organization={relation.organization} />],
          [texts.administration, relation.administration],
          [texts.customer, relation.customerName],
          [texts.since, format.moment(relation.since, true)],
          [texts.attempts, relation.attempts > 0 && String(relation.attempts)],
          [texts.relationCode, relation.code],
        ]}
      />
    </FigureSheet>
  )
}
