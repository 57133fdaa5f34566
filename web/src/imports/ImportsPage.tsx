import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Empty } from '../components/Empty.tsx'
import { ImportIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { PagedList } from '../components/PagedList.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Imports.module.css'
import { type ImportSummary, importsQuery } from './queries.ts'

/** «Importen»: what came in from other programs, the newest first. */
export function ImportsPage() {
  const { imports: words, customers } = useTexts()
  const query = useInfiniteQuery(importsQuery)
  const actions = (
    <>
      <ButtonLink {...paths.newImport()} leftSection={<ImportIcon aria-hidden />}>
        {words.importOf.customers}
      </ButtonLink>
      <ButtonLink {...paths.newImport({ soort: 'producten' })} leftSection={<ImportIcon aria-hidden />}>
        {words.importOf.products}
      </ButtonLink>
      <ButtonLink {...paths.newImport({ soort: 'facturen' })} leftSection={<ImportIcon aria-hidden />}>
        {words.importOf.invoices}
      </ButtonLink>
    </>
  )
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        back={{ link: paths.customers(), label: customers.title }}
        actions={actions}
      />
      <Sheet aria-label={words.list}>
        <PagedList
          query={query}
          unavailable={words.unavailable}
          none={<Empty title={words.emptyTitle} text={words.emptyText} />}
        >
          {(imports) => <ImportTable imports={imports} />}
        </PagedList>
      </Sheet>
    </>
  )
}

function ImportTable({ imports }: { imports: ImportSummary[] }) {
  const { imports: words } = useTexts()
  const format = useFormat()
  return (
    <table className={table.table} {...roles.table}>
      <caption className="visually-hidden">{words.list}</caption>
      <tbody {...roles.rowgroup}>
        {imports.map((it) => (
          <tr key={it.id} {...roles.row} className={`${table.row} ${styles.listed}`}>
            <td {...roles.cell} className={styles.file}>
              <Link className={table.rowLink} {...paths.import(it.id)}>
                {it.fileName}
              </Link>
            </td>
            <td {...roles.cell}>{words.kinds[it.kind]}</td>
            <td {...roles.cell}>{words.states[it.state]}</td>
            <td {...roles.cell} className={styles.quiet}>
              {format.moment(it.createdAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
