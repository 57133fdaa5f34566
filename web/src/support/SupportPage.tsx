import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useCallback, useId } from 'react'
import { isForbidden } from '../api/failure.ts'
import { Empty } from '../components/Empty.tsx'
import { ListSkeleton } from '../components/ListSkeleton.tsx'
import { ButtonLink } from '../components/links.tsx'
import { PagedList } from '../components/PagedList.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { SearchField } from '../components/SearchField.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { CaseTable } from './CaseTable.tsx'
import { FailedBookings } from './FailedBookings.tsx'
import { FailedRelations } from './FailedRelations.tsx'
import { PausedConnections } from './PausedConnections.tsx'
import {
  serviceAnswersQuery,
  supportBookingsQuery,
  supportCasesQuery,
  supportCausesQuery,
  supportConnectionsQuery,
  supportRelationsQuery,
} from './queries.ts'
import { ServiceHealth } from './ServiceHealth.tsx'
import { SupportCauses } from './SupportCauses.tsx'
import { SupportFoundList } from './SupportFoundList.tsx'
import styles from './SupportPage.module.css'

/** How often the lists look by themselves: support follows many organizations, and no single stream tells of all. */
const lookMs = 15_000

/** «Support»: what of all organizations needs somebody; what holds up the most comes first. */
export function SupportPage() {
  const { support: texts, supportCases: words } = useTexts()
  const connections = useInfiniteQuery({ ...supportConnectionsQuery, refetchInterval: lookMs })
  const relations = useInfiniteQuery({ ...supportRelationsQuery, refetchInterval: lookMs })
  const bookings = useInfiniteQuery({ ...supportBookingsQuery, refetchInterval: lookMs })
  const { zoek = '' } = useSearch({ from: '/members/support' })
  const navigate = useNavigate()
  const searchFor = useCallback(
    (text: string) =>
      void navigate({ ...paths.support(text ? { zoek: text } : {}), replace: true, resetScroll: false }),
    [navigate],
  )
  const cases = useInfiniteQuery({ ...supportCasesQuery(false), refetchInterval: lookMs })
  const queries = [cases, connections, relations, bookings]
  // Shown together, so that nothing pushes what is being read.
  const answers = [useQuery(serviceAnswersQuery), useQuery(supportCausesQuery)]
  if (queries.some(({ error }) => isForbidden(error))) return <NotFoundPage />
  return (
    <>
      <PageHead
        title={texts.title}
        lead={texts.lead}
        actions={<ButtonLink {...paths.supportCases({ toon: 'alle' })}>{words.all}</ButtonLink>}
      />
      <div className={styles.lists}>
        <SearchField
          label={texts.searchLabel}
          placeholder={texts.searchPlaceholder}
          value={zoek}
          onSearch={searchFor}
        />
        {zoek && <SupportFoundList sought={zoek} />}
        {[...queries, ...answers].some((query) => query.isPending) ? (
          <Sheet>
            <ListSkeleton />
          </Sheet>
        ) : (
          <>
            <ServiceHealth />
            <SupportCauses />
            <List title={texts.openCases} query={cases}>
              {(items) => <CaseTable cases={items} />}
            </List>
            <List title={texts.connections} query={connections}>
              {(items) => <PausedConnections connections={items} />}
            </List>
            <List title={texts.relations} query={relations}>
              {(items) => <FailedRelations relations={items} />}
            </List>
            <List title={texts.bookings} query={bookings}>
              {(items) => <FailedBookings bookings={items} />}
            </List>
            {queries.every(isEmpty) && (
              <Sheet>
                <Empty title={texts.emptyTitle} text={texts.emptyText} />
              </Sheet>
            )}
          </>
        )}
      </div>
    </>
  )
}

type ListQuery<Item> = UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>

type ListProps<Item> = {
  title: string
  query: ListQuery<Item>
  children: (items: Item[]) => ReactNode
}

/** One kind of what needs somebody; nothing at all where there is none. */
function List<Item>({ title, query, children }: ListProps<Item>) {
  const { support: texts } = useTexts()
  const titleId = useId()
  if (isEmpty(query)) return null
  return (
    <Sheet aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <PagedList query={query} unavailable={texts.unavailable} none={null}>
        {children}
      </PagedList>
    </Sheet>
  )
}

function isEmpty(query: ListQuery<unknown>): boolean {
  return query.data?.pages.every(({ items }) => items.length === 0) ?? false
}
