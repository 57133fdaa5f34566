import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Empty } from '../components/Empty.tsx'
import { ExportLink } from '../components/ExportLink.tsx'
import { Filters } from '../components/Filters.tsx'
import { AddIcon, ImportIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { PagedList } from '../components/PagedList.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { SearchField } from '../components/SearchField.tsx'
import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { useLanguage, useTexts } from '../language/language.tsx'
import { files, paths } from '../routing/paths.ts'
import { CustomerTable } from './CustomerTable.tsx'
import { customersOf } from './queries.ts'

/** «Klanten»: the list, and that of the archived ones. */
export function CustomersPage() {
  const { customers: texts, common, imports } = useTexts()
  const { language } = useLanguage()
  const search = useSearch({ from: '/members/organization/klanten' })
  const { toon, volgorde, zoek: words = '' } = search
  const navigate = useNavigate()
  const query = useInfiniteQuery(customersOf(search))
  const searchFor = useCallback(
    (text: string) =>
      void navigate({
        ...paths.customers({
          ...(toon && { toon }),
          ...(volgorde && { volgorde }),
          ...(text && { zoek: text }),
        }),
        replace: true,
        resetScroll: false,
      }),
    [navigate, toon, volgorde],
  )
  const add = (
    <Permitted to="registers">
      <ButtonLink {...paths.newCustomer()} variant="star" leftSection={<AddIcon aria-hidden />}>
        {texts.new}
      </ButtonLink>
    </Permitted>
  )
  const bringIn = (
    <ButtonLink {...paths.newImport()} leftSection={<ImportIcon aria-hidden />}>
      {imports.import}
    </ButtonLink>
  )
  const filtered = Boolean(toon || words)
  const empty = query.data?.pages[0]?.items.length === 0 && !filtered
  const { toon: _, ...kept } = search
  return (
    <>
      <PageHead
        title={texts.title}
        actions={
          empty ? null : (
            <>
              {bringIn}
              {add}
            </>
          )
        }
      />
      <Sheet aria-label={texts.list}>
        {!empty && (
          <div className={table.bar}>
            <Filters
              label={texts.filters}
              filters={[
                { label: texts.active, current: !toon, link: paths.customers(kept) },
                {
                  label: texts.archived,
                  current: toon === 'archief',
                  link: paths.customers({ ...kept, toon: 'archief' }),
                },
              ]}
            />
            <SearchField
              label={texts.search}
              placeholder={texts.searchPlaceholder}
              value={words}
              onSearch={searchFor}
            />
            <ExportLink
              href={files.customersCsv({
                language,
                ...(toon && { archived: 'true' }),
                ...(words && { search: words }),
              })}
            />
          </div>
        )}
        <PagedList
          query={query}
          unavailable={texts.unavailable}
          none={
            filtered ? (
              <Empty
                title={toon && !words ? texts.noneArchived : texts.noneFound}
                action={<ButtonLink {...paths.customers()}>{common.clearSearch}</ButtonLink>}
              />
            ) : (
              <Empty
                title={texts.emptyTitle}
                text={texts.emptyText}
                action={
                  <>
                    {add}
                    {bringIn}
                  </>
                }
              />
            )
          }
        >
          {(customers) => <CustomerTable customers={customers} search={search} />}
        </PagedList>
      </Sheet>
    </>
  )
}
