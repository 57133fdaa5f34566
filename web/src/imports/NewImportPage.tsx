import { useNavigate, useSearch } from '@tanstack/react-router'
import { PageHead } from '../components/PageHead.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { ChooseFile } from './ChooseFile.tsx'
import type { ImportKind } from './queries.ts'

/** The start of an import: which file. */
export function NewImportPage() {
  const { imports: words, customers, products } = useTexts()
  const { soort } = useSearch({ from: '/members/organization/importen/nieuw' })
  const navigate = useNavigate()
  const kind: ImportKind = soort === 'producten' ? 'products' : 'customers'
  const back =
    kind === 'customers'
      ? { link: paths.customers(), label: customers.title }
      : { link: paths.products(), label: products.title }
  return (
    <>
      <PageHead title={words.importOf[kind]} back={back} />
      <Permitted to="registers" sentence="above">
        <ChooseFile kind={kind} onHandedIn={({ id }) => void navigate(paths.import(id))} />
      </Permitted>
    </>
  )
}
