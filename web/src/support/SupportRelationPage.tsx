import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { isForbidden, isNotFound } from '../api/failure.ts'
import { Facts } from '../components/Facts.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import styles from '../invoices/FinalInvoice.module.css'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { retryRelationForSupport, type SupportRelationDetail, supportRelationQuery } from './queries.ts'
import { SupportDetail } from './SupportDetail.tsx'
import { SupportExplanation } from './SupportExplanation.tsx'

/** A relation follows its retry closely. */
const lookMs = 3_000

/** One relation as support sees it: the cause, the story, and what was said to e-Boekhouden.nl. */
export function SupportRelationPage() {
  const { support: texts } = useTexts()
  const { relationId } = useParams({ from: '/members/support/relaties/$relationId' })
  const { data, error, refetch } = useQuery({ ...supportRelationQuery(relationId), refetchInterval: lookMs })
  if (isNotFound(error) || isForbidden(error)) return <NotFoundPage title={texts.relationNotFoundTitle} />
  const back = { link: paths.support(), label: texts.title }
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
      <PageHead title={texts.relationTitle(data.customerName, data.organization.name)} back={back} />
      <SupportDetail
        explanation={data.cause && <RelationExplanation relation={data} cause={data.cause} />}
        timeline={data.timeline}
        exchanges={data.exchanges}
        facts={<RelationFacts relation={data} />}
      />
    </>
  )
}

type RelationExplanationProps = {
  relation: SupportRelationDetail
  cause: NonNullable<SupportRelationDetail['cause']>
}

function RelationExplanation({ relation, cause }: RelationExplanationProps) {
  const { support: texts, relationCard: words } = useTexts()
  const { id, customerName, state, connection, retryable } = relation
  // With refused changes the relation itself is there.
  const isInDoubt = cause.mayBeBooked || state === 'update_rejected'
  return (
    <SupportExplanation
      title={isInDoubt ? texts.relationDoubtTitle(customerName) : texts.relationFailedTitle(customerName)}
      cause={cause}
      causesBeside={[[texts.connection, connection?.cause ?? null]]}
      mending={connection?.cause?.mending ?? cause.mending}
      note={texts.relationRetryNote}
      retried={words.retried}
      retry={{ possible: retryable, run: () => retryRelationForSupport(id) }}
    />
  )
}

function RelationFacts({ relation }: { relation: SupportRelationDetail }) {
  const { support: texts } = useTexts()
  const format = useFormat()
  return (
    <Sheet as="div" padded>
      <h2 className={styles.sideTitle}>{texts.waiting}</h2>
      <p className={styles.amount}>{texts.waitingInvoices(relation.waitingInvoices)}</p>
      <Facts
        items={[
          [texts.organization, relation.organization.name],
          [texts.customer, relation.customerName],
          [texts.since, format.moment(relation.since, true)],
          [texts.attempts, relation.attempts > 0 && String(relation.attempts)],
          [texts.relationCode, relation.code],
        ]}
      />
    </Sheet>
  )
}
