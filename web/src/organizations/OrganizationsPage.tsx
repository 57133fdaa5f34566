import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Empty, LoadFailure } from '../components/Empty.tsx'
import { RetryIcon } from '../components/icons.ts'
import { PageHead } from '../components/PageHead.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { Star } from '../components/Star.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useFormat } from '../format/format.ts'
import { type Period, periodText } from '../format/period.ts'
import { useTexts } from '../language/language.tsx'
import { PeriodChoice } from '../reconciliation/PeriodChoice.tsx'
import { periodOf } from '../reconciliation/search.ts'
import { paths } from '../routing/paths.ts'
import { actorFor, returnDueAfter } from './actor.ts'
import styles from './OrganizationsPage.module.css'
import { OrganizationsTable } from './OrganizationsTable.tsx'
import { type OrganizationStanding, readReconciliations, standingsQuery } from './queries.ts'

/** «Administraties»: the organizations that somebody works for side by side, the worst first. */
export function OrganizationsPage() {
  const { organizations: texts, failures } = useTexts()
  const period = periodOf(useSearch({ from: '/members/administraties' }))
  const { data, isError, refetch } = useQuery(standingsQuery(period))
  return (
    <>
      <PageHead title={texts.title} lead={texts.lead} />
      <PeriodChoice
        period={period}
        linkTo={(chosen) => paths.organizations({ periode: periodText(chosen) })}
      />
      {isError && (
        <Sheet>
          <LoadFailure title={failures.unexpected} onRetry={() => void refetch()} />
        </Sheet>
      )}
      {data?.length === 0 && (
        <Sheet>
          <Empty title={texts.none} text={texts.noneText} />
        </Sheet>
      )}
      {data && data.length > 0 && (
        <>
          <Answer standings={data} period={period} />
          <OrganizationsTable standings={data} period={period} />
          <p className={styles.foot}>
            <Prose>{texts.foot}</Prose>
          </p>
        </>
      )}
    </>
  )
}

function Answer({ period, standings }: { period: Period; standings: readonly OrganizationStanding[] }) {
  const { organizations: texts } = useTexts()
  const format = useFormat()
  const count = (isSo: (row: OrganizationStanding) => boolean) => standings.filter(isSo).length
  const clean = count(({ standing }) => standing === 'clean')
  const needYou = count((row) => actorFor(row) === 'you')
  const atSupport = count(({ actor }) => actor === 'support')
  const unread = count(({ standing }) => standing === 'not_compared')
  const due = returnDueAfter(period)
  const sentences = [
    ...(atSupport > 0 ? [texts.atSupport(atSupport)] : []),
    ...(unread > 0 ? [texts.notCompared(unread)] : []),
    ...(due === null ? [] : [texts.due(format.day(due))]),
  ]
  return (
    <Sheet as="section" padded className={styles.answer} aria-label={texts.verdict}>
      <div aria-live="polite">
        <p className={styles.sentence}>
          {clean === standings.length && <Star />}
          <span>
            {texts.answer(clean, standings.length)} {needYou > 0 && texts.needYou(needYou)}
          </span>
        </p>
        <p className={styles.text}>{sentences.join(' ')}</p>
      </div>
      <CompareAll period={period} standings={standings} />
    </Sheet>
  )
}

function CompareAll({ period, standings }: { period: Period; standings: readonly OrganizationStanding[] }) {
  const { organizations: texts } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const asking = useSingleMutation({
    mutationFn: () => readReconciliations(period),
    onSuccess: ({ count }) => toast({ text: texts.asked(count) }),
    onError: () => toast({ text: texts.notAsked }),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: standingsQuery(period).queryKey }),
  })
  return (
    <BusyButton
      size="sm"
      leftSection={<RetryIcon aria-hidden />}
      busy={asking.isPending || standings.some(({ isBeingRead }) => isBeingRead)}
      onClick={() => asking.mutate(undefined)}
    >
      {texts.compareAll(standings.length)}
    </BusyButton>
  )
}
