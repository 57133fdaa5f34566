import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
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
import { roles } from '../components/table-roles.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { files, paths } from '../routing/paths.ts'
import styles from './CustomersPage.module.css'
import { type Customer, customersOf } from './queries.ts'

/** «Klanten»: the list, and that of the archived ones. */
export function CustomersPage() {
  const { customers: texts, common, imports } = useTexts()
  const { language } = useLanguage()
  const search = useSearch({ from: '/members/organization/klanten' })
  const { toon, zoek: words = '' } = search
  const navigate = useNavigate()
  const query = useInfiniteQuery(customersOf(search))
  const searchFor = useCallback(
    (text: string) =>
      void navigate({
        ...paths.customers({ ...(toon && { toon }), ...(text && { zoek: text }) }),
        replace: true,
        resetScroll: false,
      }),
    [navigate, toon],
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
  const kept = words ? { zoek: words } : {}
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
          {(customers) => <CustomerTable customers={customers} />}
        </PagedList>
      </Sheet>
    </>
  )
}

/** On a phone the rows become lines of a grid; the roles keep them a table for a screen reader. */
function CustomerTable({ customers }: { customers: Customer[] }) {
  const { customers: texts } = useTexts()
  const kindOf = ({ country, kind }: Customer) => {
    if (kind === 'person') return texts.person
    return country === 'NL' ? texts.company : texts.foreignCompany
  }
  return (
    <table className={table.table} {...roles.table}>
      <caption className="visually-hidden">{texts.list}</caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          <th {...roles.columnheader}>{texts.name}</th>
          <th {...roles.columnheader}>{texts.city}</th>
          <th {...roles.columnheader}>{texts.email}</th>
          <th {...roles.columnheader}>{texts.kindColumn}</th>
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {customers.map((customer) => (
          <tr key={customer.id} {...roles.row} className={table.row}>
            <td {...roles.cell} className={styles.name}>
              <Link className={table.rowLink} {...paths.customer(customer.id)}>
                {customer.name}
              </Link>
            </td>
            <td {...roles.cell} className={styles.city}>
              {customer.city}
            </td>
            <td {...roles.cell} className={styles.email}>
              {customer.email}
            </td>
            <td {...roles.cell} className={styles.kind}>
              {kindOf(customer)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
