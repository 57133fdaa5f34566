import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react'
import { Empty } from '../components/Empty.tsx'
import { Filters } from '../components/Filters.tsx'
import { AddIcon, FilterIcon, ImportIcon, MailIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { PagedList } from '../components/PagedList.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { SearchField } from '../components/SearchField.tsx'
import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { useTexts } from '../language/language.tsx'
import styles from '../overview/OverviewPage.module.css'
import { overviewQuery } from '../overview/queries.ts'
import { type Age, openViews } from '../routing/open-views.ts'
import { type InvoiceListSearch, type InvoiceView, paths } from '../routing/paths.ts'
import { InvoiceFigures } from './InvoiceFigures.tsx'
import { InvoicePeriod } from './InvoicePeriod.tsx'
import { InvoiceTable } from './InvoiceTable.tsx'
import { type InvoiceSummary, invoicesOf } from './queries.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { afterClick, type Selection } from './selection.ts'
import { type Pages, useWholeChoice } from './use-whole-choice.ts'

const MoreFilters = lazy(() =>
  import('./MoreFilters.tsx').then(({ MoreFilters }) => ({ default: MoreFilters })),
)

/** «Facturen»: the list, its states and its search each a URL. */
export function InvoicesPage() {
  const { invoices: texts, common, imports, messages } = useTexts()
  const search = useSearch({ from: '/members/organization/facturen' })
  const { zoek: words = '' } = search
  const navigate = useNavigate()
  const query = useInfiniteQuery(invoicesOf(search))
  const { volgorde: _, ...narrowed } = search
  const filtered = Object.keys(narrowed).length > 0
  const [isMore, setMore] = useState(Boolean(search.klant || search.vanaf || search.tot))
  const empty = query.data?.pages[0]?.items.length === 0 && !filtered
  const searchFor = useCallback(
    (text: string) => {
      const { zoek: _, ...kept } = search
      void navigate({
        ...paths.invoices({ ...kept, ...(text && { zoek: text }) }),
        replace: true,
        resetScroll: false,
      })
    },
    [navigate, search],
  )
  const add = (
    <Permitted to="invoices">
      <ButtonLink {...paths.newInvoice()} variant="star" leftSection={<AddIcon aria-hidden />}>
        {texts.new}
      </ButtonLink>
    </Permitted>
  )
  return (
    <>
      <PageHead
        title={texts.title}
        actions={empty ? null : <OutboxAndNew outbox={messages.outbox}>{add}</OutboxAndNew>}
      />
      <InvoiceFigures />
      <Sheet aria-label={texts.list}>
        {!empty && (
          <div className={table.bar}>
            <InvoiceFilters search={search} />
            <SearchField
              label={texts.search}
              placeholder={texts.searchPlaceholder}
              value={words}
              onSearch={searchFor}
            />
          </div>
        )}
        {!empty && (
          <InvoicePeriod search={search}>
            <Button
              size="sm"
              variant="subtle"
              leftSection={<FilterIcon aria-hidden />}
              aria-expanded={isMore}
              onClick={() => setMore(!isMore)}
            >
              {texts.moreFilters}
            </Button>
          </InvoicePeriod>
        )}
        {!empty && isMore && (
          <Suspense fallback={null}>
            <MoreFilters search={search} />
          </Suspense>
        )}
        <PagedList
          query={query}
          unavailable={texts.unavailable}
          none={
            filtered ? (
              <Empty
                title={texts.emptyFilter}
                action={<ButtonLink {...paths.invoices()}>{common.clearSearch}</ButtonLink>}
              />
            ) : (
              <Empty
                title={texts.emptyTitle}
                text={texts.emptyText}
                action={
                  <>
                    {add}
                    <ButtonLink
                      {...paths.newImport({ soort: 'facturen' })}
                      leftSection={<ImportIcon aria-hidden />}
                    >
                      {imports.importOf.invoices}
                    </ButtonLink>
                  </>
                }
              />
            )
          }
        >
          {(invoices) => (
            <ChosenInvoices key={JSON.stringify(search)} invoices={invoices} search={search} pages={query} />
          )}
        </PagedList>
      </Sheet>
    </>
  )
}

type ChosenInvoicesProps = { invoices: InvoiceSummary[]; search: InvoiceListSearch; pages: Pages }

/** The list with what can be done with those that are chosen in it; what is listed anew is chosen anew. */
function ChosenInvoices({ invoices, pages, search }: ChosenInvoicesProps) {
  const [selection, setSelection] = useState<Selection>(new Set())
  const whole = useWholeChoice(pages, (all) => setSelection(new Set(all)))
  const last = useRef<string | null>(null)
  const ids = invoices.map(({ id }) => id)
  return (
    <>
      <SelectionBar
        chosen={invoices.filter(({ id }) => selection.has(id))}
        whole={selection.size === ids.length ? whole : null}
        onClear={() => setSelection(new Set())}
      />
      <InvoiceTable
        invoices={invoices}
        search={search}
        choosing={{
          selection,
          onChoose: (clicked, withShift) => {
            setSelection(afterClick(selection, ids, { clicked, last: last.current, withShift }))
            last.current = clicked
          },
          onChooseAll: (all) => setSelection(new Set(all ? ids : [])),
        }}
      />
    </>
  )
}

function OutboxAndNew({ outbox, children }: { outbox: string; children: ReactNode }) {
  return (
    <>
      <ButtonLink {...paths.outbox()} size="sm" variant="subtle" leftSection={<MailIcon aria-hidden />}>
        {outbox}
      </ButtonLink>
      <span className={styles.wideOnly}>{children}</span>
    </>
  )
}

function InvoiceFilters({ search }: { search: InvoiceListSearch }) {
  const { toon: current, ...kept } = search
  const { invoices: texts, figures, messages, status } = useTexts()
  const { data } = useQuery(overviewQuery)
  const left = data?.books.notConnected ?? 0
  const notArrived = data?.needCounts.message_failed ?? 0
  const views: { label: string; view?: InvoiceView; count?: number }[] = [
    { label: texts.all },
    { label: texts.draft, view: 'concept' },
    { label: texts.final, view: 'definitief' },
    { label: texts.waiting, view: 'wacht', count: data?.books.waiting ?? 0 },
    { label: texts.failed, view: 'mislukt', count: data?.books.failed ?? 0 },
    { label: texts.open, view: 'open' },
    { label: texts.overdue, view: 'te-laat', count: data?.month.overdue.count ?? 0 },
    { label: texts.paid, view: 'betaald' },
    { label: messages.filterNotSent, view: 'niet-verzonden' },
    ...(notArrived > 0 || current === 'mail-mislukt'
      ? [{ label: messages.filterFailed, view: 'mail-mislukt' as const, count: notArrived }]
      : []),
    // Where one was chosen among the others.
    ...(current === 'in-de-boeken' ? [{ label: texts.inBooks, view: current }] : []),
    ...(current === 'verzonden' ? [{ label: messages.column, view: current }] : []),
    // Where one came from a picture.
    ...(Object.keys(openViews) as Age[])
      .filter((age) => openViews[age] === current)
      .map((age) => ({ label: figures.ages[age], view: openViews[age] })),
    ...(current === 'overgenomen' ? [{ label: status.history, view: current }] : []),
    // Most organizations never have one.
    ...(left > 0 || current === 'niet-geboekt'
      ? [{ label: texts.notBooked, view: 'niet-geboekt' as const, count: left }]
      : []),
  ]
  return (
    <Filters
      label={texts.filters}
      filters={views.map(({ label, view, count }) => ({
        label,
        ...(count !== undefined && { count }),
        current: view === current,
        link: paths.invoices({ ...kept, ...(view && { toon: view }) }),
      }))}
    />
  )
}
