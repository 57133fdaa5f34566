import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { isNotFound } from '../api/failure.ts'
import { useSingleMutation } from '../api/single-mutation.ts'
import { PageHead } from '../components/PageHead.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted, useRefusal } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { ProductForm } from './ProductForm.tsx'
import styles from './ProductPage.module.css'
import { changeProduct, type Product, productQuery } from './queries.ts'

/** One product: its form, and the way to the archive and back. */
export function ProductPage() {
  const { productForm: words, products } = useTexts()
  const { productId } = useParams({ from: '/members/organization/producten/$productId' })
  const navigate = useNavigate()
  const toast = useToast()
  const { data: product, error, refetch } = useQuery(productQuery(productId))
  const mayChange = useRefusal('registers') === null
  if (isNotFound(error)) return <NotFoundPage title={words.notFoundTitle} />
  const back = { link: paths.products(), label: products.title }
  if (!product) {
    return (
      <PageLoading
        title={products.title}
        back={back}
        error={error}
        unavailable={products.unavailable}
        onRetry={() => void refetch()}
        className={styles.form}
      />
    )
  }
  return (
    <>
      <PageHead
        title={product.description}
        back={back}
        actions={mayChange && <ArchiveButton product={product} />}
      />
      <Sheet padded className={styles.form}>
        <Permitted to="registers" sentence="above">
          <ProductForm
            // Another revision is another form: what was saved elsewhere shows.
            key={`${product.id}-${product.revision}`}
            product={product}
            onSaved={(saved) => {
              toast({ text: words.savedNotice(saved.description) })
              void navigate(paths.products())
            }}
          />
        </Permitted>
      </Sheet>
    </>
  )
}

/** Out of sight and back: nothing is lost by it, so it does not ask. */
function ArchiveButton({ product }: { product: Product }) {
  const { productForm: words } = useTexts()
  const queryClient = useQueryClient()
  const toast = useToast()
  const archiving = useSingleMutation({
    mutationFn: ({ id, createdAt: _, updatedAt: __, ...content }: Product) =>
      changeProduct(id, { ...content, isArchived: !content.isArchived }),
    onSuccess: (saved) => {
      void queryClient.invalidateQueries({ queryKey: ['products'] })
      toast({
        text: saved.isArchived ? words.archived(saved.description) : words.restored(saved.description),
        undo: () => archiving.mutate(saved),
      })
    },
    onError: () => {
      void queryClient.invalidateQueries({ queryKey: ['products'] })
      toast({ text: words.notSaved })
    },
  })
  return (
    <Button
      size="sm"
      variant="subtle"
      disabled={archiving.isPending}
      onClick={() => archiving.mutate(product)}
    >
      {product.isArchived ? words.restore : words.archive}
    </Button>
  )
}
