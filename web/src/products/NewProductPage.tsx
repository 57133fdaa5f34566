import { useNavigate } from '@tanstack/react-router'
import { ButtonLink } from '../components/links.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { ProductForm } from './ProductForm.tsx'
import styles from './ProductPage.module.css'

/** A new product. */
export function NewProductPage() {
  const { productForm: words, products, common } = useTexts()
  const navigate = useNavigate()
  const toast = useToast()
  return (
    <>
      <PageHead title={words.newTitle} back={{ link: paths.products(), label: products.title }} />
      <Sheet padded className={styles.form}>
        <Permitted to="registers" sentence="above">
          <ProductForm
            onSaved={(product) => {
              toast({ text: words.savedNotice(product.description) })
              void navigate(paths.products())
            }}
            others={(forget) => (
              <ButtonLink {...paths.products()} variant="subtle" onClick={forget}>
                {common.cancel}
              </ButtonLink>
            )}
          />
        </Permitted>
      </Sheet>
    </>
  )
}
