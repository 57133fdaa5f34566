import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Empty } from '../components/Empty.tsx'
import { Filters } from '../components/Filters.tsx'
import { PagedList } from '../components/PagedList.tsx'
import { SearchField } from '../components/SearchField.tsx'
import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Imports.module.css'
import { type Fate, fateNames, type ImportDetail, importRowsQuery } from './queries.ts'
import { RowLine } from './RowLine.tsx'

const fates: readonly Fate[] = ['wrong', 'changed', 'new', 'same']

/** Every row with its fate, what is wrong on top. */
export function RowsSheet({ found }: { found: ImportDetail }) {
  const { imports: words } = useTexts()
  const search = useSearch({ from: '/members/organization/importen/$importId' })
  const navigate = useNavigate()
  const { counts, id, kind, revision, state } = found
  const query = useInfiniteQuery({
    ...importRowsQuery(id, `${state} ${revision}`, search),
    placeholderData: keepPreviousData,
  })
  const { rijen, zoek = '' } = search
  const searchFor = useCallback(
    (text: string) =>
      void navigate({
        ...paths.import(id, { ...(rijen && { rijen }), ...(text && { zoek: text }) }),
        replace: true,
        resetScroll: false,
      }),
    [navigate, id, rijen],
  )
  const kept = zoek ? { zoek } : {}
  return (
    <Sheet aria-labelledby="import-rows">
      <div className={styles.sheetHead}>
        <h2 id="import-rows">{state === 'ready' ? words.rows : words.rowsAfter}</h2>
        {state === 'ready' && counts.wrong > 0 && <p className={styles.quiet}>{words.rowsText}</p>}
      </div>
      <div className={table.bar}>
        <Filters
          label={words.rowsFilter}
          filters={[
            {
              label: words.allRows,
              count: fates.reduce((sum, fate) => sum + counts[fate], 0),
              current: !rijen,
              link: paths.import(id, kept),
            },
            ...fates
              .filter((fate) => counts[fate] > 0)
              .map((fate) => ({
                label: words.fates[fate],
                count: counts[fate],
                current: rijen === fateNames[fate],
                link: paths.import(id, { ...kept, rijen: fateNames[fate] }),
              })),
          ]}
        />
        <SearchField
          label={words.searchRows}
          placeholder={words.searchPlaceholder[kind]}
          value={zoek}
          onSearch={searchFor}
        />
      </div>
      <PagedList
        query={query}
        unavailable={words.unavailable}
        none={<Empty title={words.noRows} text={words.noRowsText} />}
      >
        {(rows) => (
          <table className={`${table.table} ${styles.rows}`} {...roles.table}>
            <caption className="visually-hidden">{words.rows}</caption>
            <thead {...roles.rowgroup}>
              <tr {...roles.row}>
                <th {...roles.columnheader}>{words.row}</th>
                <th {...roles.columnheader}>{words.who[kind]}</th>
                <th {...roles.columnheader}>{words.what}</th>
                <th {...roles.columnheader}>{words.fate}</th>
              </tr>
            </thead>
            <tbody {...roles.rowgroup}>
              {rows.map((row) => (
                <RowLine key={row.position} found={found} row={row} />
              ))}
            </tbody>
          </table>
        )}
      </PagedList>
    </Sheet>
  )
}
