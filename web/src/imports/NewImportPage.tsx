import { useNavigate, useSearch } from '@tanstack/react-router'
import { PageHead } from '../components/PageHead.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { useTexts } from '../language/language.tsx'
import { type NewImportSearch, paths } from '../routing/paths.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { FromBooks } from './FromBooks.tsx'
import { type ImportKind, kindNames } from './queries.ts'

/** The start of an import: which file. */
export function NewImportPage() {
  const { imports: words, customers, invoices, products } = useTexts()
  const { soort } = useSearch({ from: '/members/organization/importen/nieuw' })
  const navigate = useNavigate()
  const kinds = Object.keys(kindNames) as ImportKind[]
  const kind = kinds.find((known) => (kindNames[known] as NewImportSearch).soort === soort) ?? 'customers'
  const back = {
    customers: { link: paths.customers(), label: customers.title },
    products: { link: paths.products(), label: products.title },
    invoices: { link: paths.invoices(), label: invoices.title },
  }[kind]
  return (
    <>
      <PageHead title={words.importOf[kind]} back={back} />
      <Permitted to="registers" sentence="above">
        <ChooseFile kind={kind} onHandedIn={({ id }) => void navigate(paths.import(id))} />
        {kind !== 'invoices' && (
          <FromBooks kind={kind} onBegun={({ id }) => void navigate(paths.import(id))} />
        )}
      </Permitted>
    </>
  )
}
