import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useVatNames } from '../api/vat.ts'
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
import { today } from '../format/days.ts'
import { useFormat } from '../format/format.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { files, paths } from '../routing/paths.ts'
import styles from './ProductsPage.module.css'
import { type Product, productsOf } from './queries.ts'

/** «Producten»: the list. */
export function ProductsPage() {
  const { products: texts, common, imports } = useTexts()
  const { language } = useLanguage()
  const { zoek: words = '', toon } = useSearch({ from: '/members/organization/producten' })
  const navigate = useNavigate()
  const query = useInfiniteQuery(productsOf({ zoek: words, ...(toon && { toon }) }))
  const searchFor = useCallback(
    (text: string) =>
      void navigate({
        ...paths.products({ ...(toon && { toon }), ...(text && { zoek: text }) }),
        replace: true,
        resetScroll: false,
      }),
    [navigate, toon],
  )
  const add = (
    <Permitted to="registers">
      <ButtonLink {...paths.newProduct()} variant="star" leftSection={<AddIcon aria-hidden />}>
        {texts.new}
      </ButtonLink>
    </Permitted>
  )
  const bringIn = (
    <ButtonLink {...paths.newImport({ soort: 'producten' })} leftSection={<ImportIcon aria-hidden />}>
      {imports.import}
    </ButtonLink>
  )
  const empty = query.data?.pages[0]?.items.length === 0 && !words && !toon
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
                { label: texts.offered, current: !toon, link: paths.products(words ? { zoek: words } : {}) },
                {
                  label: texts.archive,
                  current: toon === 'archief',
                  link: paths.products({ toon: 'archief', ...(words && { zoek: words }) }),
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
              href={files.productsCsv({
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
            empty ? (
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
            ) : (
              <Empty
                title={words ? texts.noneFound : texts.noneArchived}
                action={
                  <ButtonLink {...paths.products()}>{words ? common.clearSearch : texts.offered}</ButtonLink>
                }
              />
            )
          }
        >
          {(products) => <ProductTable products={products} />}
        </PagedList>
      </Sheet>
    </>
  )
}

/** On a phone the rows become lines of a grid; the roles keep them a table for a screen reader. */
function ProductTable({ products }: { products: Product[] }) {
  const { products: texts, units } = useTexts()
  const format = useFormat()
  const vatName = useVatNames(today())
  return (
    <table className={table.table} {...roles.table}>
      <caption className="visually-hidden">{texts.list}</caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          <th {...roles.columnheader}>{texts.description}</th>
          <th {...roles.columnheader}>{texts.code}</th>
          <th {...roles.columnheader}>{texts.vat}</th>
          <th {...roles.columnheader} className={styles.right}>
            {texts.price}
          </th>
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {products.map((product) => (
          <tr key={product.id} {...roles.row} className={table.row}>
            <td {...roles.cell} className={styles.description}>
              <Link className={table.rowLink} {...paths.product(product.id)}>
                {product.description}
              </Link>
            </td>
            <td {...roles.cell} className={styles.code}>
              {product.code}
            </td>
            <td {...roles.cell}>
              {product.vatRate === null ? vatName(product.vatTreatment) : format.rate(product.vatRate)}
            </td>
            <td {...roles.cell} className={styles.price}>
              {format.euro(product.unitPrice)}
              {product.unit && ` ${texts.per(units[product.unit])}`}
              {product.priceIncludesVat && ` ${texts.withVat}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
