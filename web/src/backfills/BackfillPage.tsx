import { useQuery } from '@tanstack/react-query'
import { Empty, LoadFailure } from '../components/Empty.tsx'
import { ButtonLink } from '../components/links.tsx'
import { Notice } from '../components/Notice.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Backfill.module.css'
import { BackfillPlan } from './BackfillPlan.tsx'
import { BackfillProgress } from './BackfillProgress.tsx'
import { BackfillStart } from './BackfillStart.tsx'
import { backfillQuery, type Found } from './queries.ts'

/** «Eerdere facturen»: which of them are in the books already, and the rest on its way there. */
export function BackfillPage() {
  const { backfills: words, failures, integrations } = useTexts()
  const { data, isError, refetch } = useQuery(backfillQuery)
  const found = data?.backfill ?? null
  const isUnderWay = found?.state === 'running' || found?.state === 'stopped'
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        back={{ link: paths.integrations(), label: integrations.title }}
      />
      {isError && (
        <Sheet>
          <LoadFailure title={failures.unexpected} onRetry={() => void refetch()} />
        </Sheet>
      )}
      {data && !data.isLinked && (
        <Sheet>
          <Empty
            title={words.notLinked}
            text={words.notLinkedText}
            action={<ButtonLink {...paths.integrations()}>{words.connect}</ButtonLink>}
          />
        </Sheet>
      )}
      <div className={styles.page}>
        {data?.isLinked && !isUnderWay && <BackfillStart backfill={data} />}
        {found && <BackfillState found={found} />}
      </div>
    </>
  )
}

function BackfillState({ found }: { found: Found }) {
  const { backfills: words } = useTexts()
  const format = useFormat()
  switch (found.state) {
    case 'reading':
      return found.cause ? (
        <Notice kind="waiting" title={words.notRead}>
          <p>
            <Prose>{found.cause}</Prose>
          </p>
          {found.nextTryAt && <p>{words.nextTry(format.moment(found.nextTryAt, true))}</p>}
        </Notice>
      ) : (
        <Notice kind="waiting" title={words.reading(found.mutationsRead)}>
          {words.readingText}
        </Notice>
      )
    case 'ready':
      return found.plan && <BackfillPlan key={found.plan.revision} found={found} plan={found.plan} />
    case 'void':
      return (
        <>
          <Notice kind="quiet" title={words.voided}>
            {words.voidText}
          </Notice>
          {found.confirmedAt && <BackfillProgress found={found} />}
        </>
      )
    case 'dropped':
      return found.confirmedAt ? <BackfillProgress found={found} /> : null
    default:
      return <BackfillProgress found={found} />
  }
}
