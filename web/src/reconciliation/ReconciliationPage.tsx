import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Empty, LoadFailure } from '../components/Empty.tsx'
import { Filters } from '../components/Filters.tsx'
import { ChevronLeftIcon, ChevronRightIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Sheet } from '../components/Sheet.tsx'
import {
  neighbour,
  type Period,
  periodAround,
  periodKinds,
  periodName,
  periodText,
} from '../format/period.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { CodeTable } from './CodeTable.tsx'
import { Differences } from './Differences.tsx'
import { IcpTable } from './IcpTable.tsx'
import { reconciliationQuery } from './queries.ts'
import styles from './ReconciliationPage.module.css'
import { periodOf } from './search.ts'
import { Verdict } from './Verdict.tsx'

/** «Aansluiting»: a period of Stella beside the books, and where the differences come from. */
export function ReconciliationPage() {
  const { reconciliation: texts, failures } = useTexts()
  const period = periodOf(useSearch({ from: '/members/organization/aansluiting' }))
  const { data, isError, refetch } = useQuery(reconciliationQuery(period))
  const isUnlinked = data && !data.isLinked && !data.compared
  return (
    <>
      <PageHead
        title={texts.title}
        lead={texts.lead}
        actions={
          <ButtonLink {...paths.callBudget()} size="sm" variant="subtle">
            {texts.calls}
          </ButtonLink>
        }
      />
      <PeriodChoice period={period} />
      {isError && (
        <Sheet>
          <LoadFailure title={failures.unexpected} onRetry={() => void refetch()} />
        </Sheet>
      )}
      {isUnlinked && (
        <Sheet>
          <Empty
            title={texts.notLinked}
            text={texts.notLinkedText}
            action={<ButtonLink {...paths.integrations()}>{texts.connect}</ButtonLink>}
          />
        </Sheet>
      )}
      {data && !isUnlinked && (
        <>
          <Verdict reconciliation={data} period={period} />
          {data.compared && (
            <>
              <CodeTable compared={data.compared} />
              <Differences compared={data.compared} />
              <p className={styles.foot}>{texts.foot}</p>
              <IcpTable compared={data.compared} />
            </>
          )}
        </>
      )}
    </>
  )
}

function PeriodChoice({ period }: { period: Period }) {
  const { reconciliation: texts, invoices } = useTexts()
  const { language } = useLanguage()
  const within = (chosen: Period) => paths.reconciliation({ periode: periodText(chosen) })
  return (
    <div className={styles.period}>
      <Filters
        label={texts.period}
        filters={periodKinds.map((kind) => ({
          label: invoices[kind],
          current: period.kind === kind,
          link: within(periodAround(kind, period.from)),
        }))}
      />
      <span className={styles.steps}>
        <Link {...within(neighbour(period, -1))} resetScroll={false} aria-label={invoices.earlier}>
          <ChevronLeftIcon aria-hidden />
        </Link>
        <b aria-live="polite">{periodName(period, invoices.quarterName, language)}</b>
        <Link {...within(neighbour(period, 1))} resetScroll={false} aria-label={invoices.later}>
          <ChevronRightIcon aria-hidden />
        </Link>
      </span>
    </div>
  )
}
