import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { isForbidden } from '../api/failure.ts'
import { Empty } from '../components/Empty.tsx'
import { Filters } from '../components/Filters.tsx'
import { PagedList } from '../components/PagedList.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { CaseTable } from './CaseTable.tsx'
import { supportCasesQuery } from './queries.ts'

const lookMs = 15_000

/** «Zaken»: what customers asked, the one that waits longest first. */
export function SupportCasesPage() {
  const { support, supportCases: words } = useTexts()
  const closed = useSearch({ from: '/members/support/zaken' }).toon === 'alle'
  const query = useInfiniteQuery({ ...supportCasesQuery(closed), refetchInterval: lookMs })
  if (isForbidden(query.error)) return <NotFoundPage />
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        back={{ link: paths.support(), label: support.title }}
      />
      <Filters
        label={words.title}
        filters={[
          { label: support.openCases, link: paths.supportCases(), current: !closed },
          { label: words.all, link: paths.supportCases({ toon: 'alle' }), current: closed },
        ]}
      />
      <Sheet aria-label={words.title}>
        <PagedList
          query={query}
          unavailable={words.unavailable}
          none={<Empty title={words.none} text={words.noneText} />}
        >
          {(cases) => <CaseTable cases={cases} />}
        </PagedList>
      </Sheet>
    </>
  )
}
