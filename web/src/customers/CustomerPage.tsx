import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { isNotFound } from '../api/failure.ts'
import { InvoiceIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { CustomerForm } from './CustomerForm.tsx'
import styles from './CustomerPage.module.css'
import { customerQuery } from './queries.ts'
import { RelationCard } from './RelationCard.tsx'

/** One customer: its form, and how it stands in the books. */
export function CustomerPage() {
  const { customerForm: words, customers } = useTexts()
  const { customerId } = useParams({ from: '/members/organization/klanten/$customerId' })
  const { veld } = useSearch({ from: '/members/organization/klanten/$customerId' })
  const navigate = useNavigate()
  const toast = useToast()
  const { data: customer, error, refetch } = useQuery(customerQuery(customerId))
  if (isNotFound(error)) return <NotFoundPage title={words.notFoundTitle} />
  const back = { link: paths.customers(), label: customers.title }
  if (!customer) {
    return (
      <PageLoading
        title={customers.title}
        back={back}
        error={error}
        unavailable={customers.unavailable}
        onRetry={() => void refetch()}
        className={styles.form}
      />
    )
  }
  return (
    <>
      <PageHead
        title={customer.name}
        back={back}
        actions={
          <ButtonLink {...paths.newInvoice({ klant: customer.id })} leftSection={<InvoiceIcon aria-hidden />}>
            {words.newInvoice}
          </ButtonLink>
        }
      />
      <div className={styles.columns}>
        <Sheet padded>
          <CustomerForm
            // Another revision is another form: what was saved elsewhere shows.
            key={`${customer.id}-${customer.revision}`}
            customer={customer}
            {...(veld && { startAt: veld })}
            onSaved={(saved) => {
              toast({ text: words.savedNotice(saved.name) })
              // The field that was to be mended is; the form need not begin there again.
              void navigate({ ...paths.customer(saved.id), replace: true, resetScroll: false })
            }}
          />
        </Sheet>
        <RelationCard customer={customer} />
      </div>
    </>
  )
}
