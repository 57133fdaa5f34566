import { Skeleton, UnstyledButton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { Empty, LoadFailure } from '../components/Empty.tsx'
import { Filters } from '../components/Filters.tsx'
import { ButtonLink } from '../components/links.tsx'
import { SearchField } from '../components/SearchField.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { useLive } from '../layouts/live.ts'
import { type LogSearch, type LogView, paths } from '../routing/paths.ts'
import styles from './ActivityLog.module.css'
import { ActivityRow } from './ActivityRow.tsx'
import { byDay, useDayTitle } from './days.ts'
import { useFreshIds } from './fresh.ts'
import { LogNarrowed } from './LogNarrowed.tsx'
import { LogPeriod } from './LogPeriod.tsx'
import { type Activity, activitiesOf } from './queries.ts'
import { StoryRow } from './StoryRow.tsx'
import { storiesOf } from './stories.ts'

/**
 * The «Activiteitenlog»: what happened, newest first, by itself up to date.
 * @param failing how many things fail now
 */
export function ActivityLog({ failing }: { failing: number }) {
  const { activities: texts, common } = useTexts()
  const search = useSearch({ from: '/members/organization/overzicht' })
  const navigate = useNavigate()
  const live = useLive()
  const words = search.zoek ?? ''
  const withoutWords = useMemo(() => {
    const { zoek: _, ...others } = search
    return others
  }, [search])
  const query = useInfiniteQuery(activitiesOf(search))
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data])
  const fresh = useFreshIds(items, JSON.stringify(search))
  const searchFor = useCallback(
    (text: string) =>
      void navigate({
        ...paths.overview({ ...withoutWords, ...(text && { zoek: text }) }),
        replace: true,
        resetScroll: false,
      }),
    [navigate, withoutWords],
  )
  return (
    <Sheet aria-labelledby="log-title">
      <div className={styles.head}>
        <h2 id="log-title">{texts.title}</h2>
        <span className={`${styles.live} ${live ? '' : styles.lost}`} role="status">
          {live ? texts.live : texts.offline}
        </span>
        <div className={styles.search}>
          <SearchField
            label={texts.search}
            placeholder={texts.searchPlaceholder}
            value={words}
            onSearch={searchFor}
          />
        </div>
        <LogFilters search={search} failing={failing} />
      </div>
      <LogPeriod search={search}>
        <LogNarrowed search={search} invoice={items?.[0]?.subject.label} />
      </LogPeriod>
      {query.isPending ? (
        <LogSkeleton />
      ) : query.isError ? (
        <LoadFailure title={texts.unavailable} onRetry={() => void query.refetch()} />
      ) : items?.length ? (
        <Days items={items} fresh={fresh} isStory={search.factuur !== undefined} />
      ) : Object.keys(search).length > 0 ? (
        <Empty
          title={texts.noneFound}
          action={<ButtonLink {...paths.overview()}>{common.clearSearch}</ButtonLink>}
        />
      ) : (
        <Empty title={texts.empty} />
      )}
      {query.hasNextPage && (
        <div className={styles.foot}>
          <UnstyledButton
            className={styles.more}
            onClick={() => void query.fetchNextPage()}
            disabled={query.isFetchingNextPage}
          >
            {query.isFetchingNextPage ? common.loading : texts.earlier}
          </UnstyledButton>
        </div>
      )}
    </Sheet>
  )
}

function LogFilters({ search, failing }: { search: LogSearch; failing: number }) {
  const { activities: texts } = useTexts()
  const { toon: current, ...kept } = search
  const views: { label: string; view?: LogView; count?: number }[] = [
    { label: texts.all },
    { label: texts.failed, view: 'mislukt', count: failing },
    { label: texts.waiting, view: 'wacht' },
    { label: texts.invoices, view: 'facturen' },
    { label: texts.relations, view: 'relaties' },
    { label: texts.connection, view: 'koppeling' },
    { label: texts.imports, view: 'importen' },
  ]
  return (
    <Filters
      label={texts.filters}
      filters={views.map(({ label, view, count }) => ({
        label,
        ...(count !== undefined && { count }),
        current: view === current,
        link: paths.overview({ ...kept, ...(view && { toon: view }) }),
      }))}
    />
  )
}

type DaysProps = {
  items: Activity[]
  fresh: ReadonlySet<string>
  /** Whether all of it is one story, of which every step is read. */
  isStory: boolean
}

function Days({ fresh, isStory, items }: DaysProps) {
  const title = useDayTitle()
  return byDay(items).map(({ day, entries }) => (
    <section key={day} aria-label={title(day)}>
      <h3 className={styles.day}>{title(day)}</h3>
      <ol className={styles.log}>
        {isStory
          ? entries.map((entry) => (
              <ActivityRow key={entry.id} activity={entry} fresh={fresh.has(entry.id)} />
            ))
          : storiesOf(entries).map((story) => <StoryRow key={story.key} story={story} fresh={fresh} />)}
      </ol>
    </section>
  ))
}

function LogSkeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {[1, 2, 3, 4].map((place) => (
        <Skeleton key={place} height="3.25rem" />
      ))}
    </div>
  )
}
