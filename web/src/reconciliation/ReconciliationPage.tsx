import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Empty, LoadFailure } from '../components/Empty.tsx'
import { ButtonLink } from '../components/links.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { periodText } from '../format/period.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { AccountTable } from './AccountTable.tsx'
import { CodeTable } from './CodeTable.tsx'
import { Differences } from './Differences.tsx'
import { IcpTable } from './IcpTable.tsx'
import { PeriodChoice } from './PeriodChoice.tsx'
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
      <PeriodChoice
        period={period}
        linkTo={(chosen) => paths.reconciliation({ periode: periodText(chosen) })}
      />
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
              <AccountTable compared={data.compared} />
              <p className={styles.foot}>{texts.foot}</p>
              <IcpTable compared={data.compared} />
            </>
          )}
        </>
      )}
    </>
  )
}
